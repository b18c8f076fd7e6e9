import { type Area, levels, NEIGHBOURHOODS, WALSALL } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { hasDirection } from '$lib/domain/indicator.ts';
import { isSplit, parts as partsOf, shareWords, type Tie } from '$lib/domain/profile/membership.ts';
import type { ProfileRow } from '$lib/domain/profile/rows.ts';
import type { Cell } from '$lib/ui/table.ts';
import { figureCell } from './cells.ts';
import type { Given } from './given.ts';
import { nameOf } from './naming.ts';
import { surroundings } from './surroundings.ts';

// The parts of a place side by side: wards of a locality, neighbourhoods of a ward, localities of the
// borough. By name, never by value; bars of one column share a scale that starts at zero.

export interface PartsTable {
	/** "Wards in West". */
	title: string;
	/** Kind of part: "ward". */
	one: string;
	columns: { code: string; title: string }[];
	rows: PartRow[];
	notes: string[];
}

export interface PartRow {
	name: string;
	href: string | null;
	/** "69% lies here". */
	note: string | null;
	/** Bar from 0 to 100 of the column's scale. */
	cells: { cell: Cell; bar: number | null }[];
	/** The place itself and the borough, set apart. */
	isWhole: boolean;
}

const COLUMNS = 5;

export function partsTable(rows: readonly ProfileRow[], given: Given): PartsTable | null {
	const { area, places, parts } = given;
	const { parts: vintage } = surroundings(area);
	if (!vintage) return null;
	const ties = partsOf({ code: area.code, vintage }, places.links, places.areas);
	const inside = ties.filter(
		({ isBestFit, area: part }) => isBestFit || part.vintage === NEIGHBOURHOODS
	);
	const shown = rows.filter(
		({ indicator, label }) =>
			label === null &&
			indicator.valueKind === 'percent' &&
			indicator.mapAllowed &&
			hasDirection(indicator.polarity) &&
			parts.some((figure) => figure.indicator === indicator.code && figure.value !== null)
	);
	const columns = shown.slice(0, COLUMNS);
	if (columns.length === 0 || inside.length === 0) return null;
	const level = inside[0]?.area.level ?? 'ward';
	const body = columns.map((row) => column(row, given));
	const line = (place: Area, words: Pick<PartRow, 'name' | 'href' | 'note' | 'isWhole'>) => ({
		...words,
		cells: body.map((cellOf) => cellOf(place.code))
	});
	return {
		title: `${levels[level].many.replace(/^./, (first) => first.toUpperCase())} in ${nameOf(area)}`,
		one: levels[level].one,
		columns: columns.map(({ indicator }) => ({ code: indicator.code, title: indicator.title })),
		rows: [
			...inside.map((tie) =>
				line(tie.area, {
					name: partName(tie.area),
					href: places.path(tie.area),
					note: noteOf(tie),
					isWhole: false
				})
			),
			...wholes(area, places).map((place) =>
				line(place, { name: nameOf(place), href: null, note: null, isWhole: true })
			)
		],
		notes: partly(ties, area)
	};
}

function wholes(area: Area, { areas }: Given['places']): Area[] {
	const borough = areas.get(WALSALL);
	return area.code === WALSALL || !borough ? [area] : [area, borough];
}

const partName = (part: Area): string =>
	part.level === 'lsoa' && part.note ? `${part.name}, ${part.note}` : nameOf(part);

function noteOf({ area, share, ...tie }: Tie): string | null {
	if (!isSplit({ share, ...tie })) return null;
	return `${shareWords(share)} of this ${levels[area.level].one} lies here`;
}

/** "Partly here: Pheasey Park Farm (14%)." */
function partly(ties: readonly Tie[], area: Area): string[] {
	if (area.level !== 'locality') return [];
	const others = ties.filter(({ isBestFit }) => !isBestFit);
	if (others.length === 0) return [];
	const named = others.map(({ area: ward, share }) => `${ward.name} (${shareWords(share)} of it)`);
	return [`Partly in ${area.name} and listed elsewhere: ${named.join(', ')}.`];
}

function column(row: ProfileRow, given: Given) {
	const figures = new Map<string, Figure>();
	const same = (figure: Figure) =>
		figure.indicator === row.indicator.code && figure.period === row.figure.period;
	for (const figure of given.parts.filter(same)) figures.set(figure.area, figure);
	for (const [code, figure] of row.others) if (code === WALSALL) figures.set(code, figure);
	figures.set(row.figure.area, row.figure);
	const most = Math.max(...[...figures.values()].map(({ value }) => value ?? 0));
	return (code: string) => {
		const figure = figures.get(code);
		const value = figure?.value ?? null;
		return {
			cell: figureCell(figure, row.indicator),
			bar: value === null || most <= 0 ? null : Math.round((value / most) * 1000) / 10
		};
	};
}
