import type { Measure } from './measure.ts';

// Which measures a reader looks at, and by what they are grouped: all of it stands in the address.

export const GROUPINGS = ['area', 'owner', 'theme'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Asked {
	/** Code of a performance area. */
	area: string | null;
	/** A directorate; `none` = nobody is named. */
	owner: string | null;
	theme: string | null;
}

export const NOBODY = 'none';

export function filtered(measures: readonly Measure[], asked: Asked): Measure[] {
	return measures.filter(
		({ areas, owner, contributors, indicator }) =>
			(asked.area === null || areas.includes(asked.area)) &&
			(asked.theme === null || indicator.themes.includes(asked.theme)) &&
			(asked.owner === null ||
				(asked.owner === NOBODY
					? owner === null
					: owner?.directorate === asked.owner ||
						contributors.some(({ directorate }) => directorate === asked.owner)))
	);
}

export interface Named {
	code: string;
	label: string;
}

export interface Group {
	/** Code of the area or theme, name of the directorate; empty: none. */
	code: string;
	label: string;
	measures: Measure[];
}

/** Groups in the order given; a measure of two areas stands in both, with the same figure. */
export function grouped(
	measures: readonly Measure[],
	by: Grouping,
	names: { areas: readonly Named[]; themes: readonly Named[] }
): Group[] {
	const groups = groupsOf(measures, by, names).map(({ code, label }) => ({
		...{ code, label },
		measures: measures.filter((measure) => keys(measure, by).includes(code))
	}));
	return groups.filter((group) => group.measures.length > 0);
}

function groupsOf(
	measures: readonly Measure[],
	by: Grouping,
	{ areas, themes }: { areas: readonly Named[]; themes: readonly Named[] }
): Named[] {
	switch (by) {
		case 'area':
			return [...areas, { code: '', label: 'No performance area' }];
		case 'theme':
			return [...themes, { code: '', label: 'No theme' }];
		case 'owner':
			return [...directorates(measures), { code: '', label: 'No owner named yet' }];
		default:
			throw new Error(`unknown grouping: ${by satisfies never}`);
	}
}

/** Directorates that own a measure, by name. */
export function directorates(measures: readonly Measure[]): Named[] {
	const found = new Set(
		measures.flatMap(({ owner, contributors }) =>
			[...(owner ? [owner] : []), ...contributors].map(({ directorate }) => directorate)
		)
	);
	return [...found].sort().map((name) => ({ code: name, label: name }));
}

function keys({ areas, owner, indicator }: Measure, by: Grouping): string[] {
	switch (by) {
		case 'area':
			return areas.length > 0 ? areas : [''];
		case 'theme':
			// Its main theme: a measure of two themes is not counted twice.
			return [indicator.themes[0] ?? ''];
		case 'owner':
			return [owner?.directorate ?? ''];
		default:
			throw new Error(`unknown grouping: ${by satisfies never}`);
	}
}
