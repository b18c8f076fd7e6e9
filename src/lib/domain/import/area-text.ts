import type { Area, AreaLevel } from '../area.ts';
import type { Period } from '../period.ts';
import { tidy } from './cell.ts';

// Which area a row means. A code is an area; a name is only a clue, since a ward of May 2026 may keep
// an old ward's name with another outline. Figures of an area belong to periods in which it existed.

export type AreaFound =
	| { kind: 'area'; area: Area; byName: boolean }
	| { kind: 'ended'; area: Area; instead: readonly Area[] }
	| { kind: 'choose'; from: readonly Area[] }
	| { kind: 'unknown area' };

/** Areas by code and by name, made once for an import. */
export interface Gazetteer {
	readonly byCode: ReadonlyMap<string, Area>;
	readonly byName: ReadonlyMap<string, readonly Area[]>;
}

export function gazetteer(
	areas: readonly Area[],
	also: ReadonlyMap<string, string> = new Map()
): Gazetteer {
	const byCode = new Map(areas.map((area) => [area.code.toUpperCase(), area]));
	const named = areas.map((area) => [plainName(area.name), area] as const);
	const aliases = [...also].flatMap(([name, code]) => {
		const area = byCode.get(code.toUpperCase());
		return area ? [[plainName(name), area] as const] : [];
	});
	const byName = Map.groupBy([...named, ...aliases], ([name]) => name);
	return {
		byCode,
		byName: new Map([...byName].map(([name, pairs]) => [name, pairs.map(([, area]) => area)]))
	};
}

/** What the columns of areas say of one row: a code, or failing that a name. */
export interface AreaTexts {
	readonly codes: readonly string[];
	readonly names: readonly string[];
}

/** Code first, then name, among areas in force in the period; of several columns the smallest area. */
export function findArea(
	{ codes, names }: AreaTexts,
	period: Period | undefined,
	known: Gazetteer
): AreaFound {
	const coded = smallest(
		[...codes, ...names].flatMap((text) => known.byCode.get(tidy(text).toUpperCase()) ?? [])
	);
	if (coded) {
		if (inForce(coded, period)) return { kind: 'area', area: coded, byName: false };
		const instead = (known.byName.get(plainName(coded.name)) ?? []).filter((area) =>
			inForce(area, period)
		);
		return { kind: 'ended', area: coded, instead };
	}
	const answers = [...names, ...codes].map((text) =>
		byName(known.byName.get(plainName(text)) ?? [], period)
	);
	const area = smallest(answers.flatMap((answer) => (answer.kind === 'area' ? [answer.area] : [])));
	if (area) return { kind: 'area', area, byName: true };
	return answers.find(({ kind }) => kind !== 'unknown area') ?? { kind: 'unknown area' };
}

function byName(named: readonly Area[], period: Period | undefined): AreaFound {
	const [first, ...others] = named.filter((area) => inForce(area, period));
	if (!first) return ended(named);
	return others.length === 0
		? { kind: 'area', area: first, byName: true }
		: { kind: 'choose', from: [first, ...others] };
}

const SMALLEST_FIRST: readonly AreaLevel[] = [
	'lsoa',
	'msoa',
	'ward',
	'locality',
	'borough',
	'combined_authority',
	'region',
	'country'
];

const smallest = (areas: readonly Area[]): Area | undefined =>
	[...areas].sort((a, b) => SMALLEST_FIRST.indexOf(a.level) - SMALLEST_FIRST.indexOf(b.level))[0];

function ended(named: readonly Area[]): AreaFound {
	const [area] = named;
	return area ? { kind: 'ended', area, instead: [] } : { kind: 'unknown area' };
}

/** An area's figures belong to periods in which it existed; an unknown period leaves that open. */
export const inForce = (area: Area, period: Period | undefined): boolean =>
	period === undefined ||
	((area.validFrom === null || area.validFrom <= period.ends) &&
		(area.validTo === null || area.validTo >= period.ends));

/** A name without what senders add or leave out: case, "ward", "locality", points, "and" or "&". */
export const plainName = (name: string): string =>
	tidy(name)
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/['’]/g, '')
		.replace(/[.,()-]/g, ' ')
		.replace(
			/\b(ward|locality|local authority|metropolitan borough|borough|council|mbc|the|of)\b/g,
			' '
		)
		.replace(/\bst\b/g, 'saint')
		.replace(/ +/g, ' ')
		.trim();
