import { type Area, levels, WARDS_BEFORE, WARDS_NOW } from '$lib/domain/area.ts';
import { pointsOf, type Point } from '$lib/charts/series.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { compare, type Period } from '$lib/domain/period.ts';
import { listed } from '$lib/domain/sentence/sentence.ts';
import type { Cell } from '$lib/ui/table.ts';
import { unitNote } from '../indicators/line.ts';
import { figureCell, rangeOf } from '../places/cells.ts';

// Up to four places side by side: the same measure, definition and period in every cell of a row. In the
// order asked for; nothing is ranked.

export interface Held {
	catalogue: readonly Indicator[];
	figures: readonly Figure[];
	periods: ReadonlyMap<string, Period>;
}

export interface CompareRow {
	code: string;
	title: string;
	/** Unit and period, the same for every place. */
	note: string;
	cells: { cell: Cell; range: string | null; bar: number | null; points: Point[] | null }[];
	/** Said when the places have no period in common. */
	remark: string | null;
}

/** Measures that at least one of the places has, in catalogue order. */
export function shared(areas: readonly Area[], held: Held): Indicator[] {
	const codes = new Set(held.figures.map(({ indicator }) => indicator));
	return areas.length === 0 ? [] : held.catalogue.filter(({ code }) => codes.has(code));
}

export function compareRows(
	areas: readonly Area[],
	chosen: readonly Indicator[],
	held: Held
): CompareRow[] {
	const byIndicator = Map.groupBy(held.figures, ({ indicator }) => indicator);
	return chosen.map((indicator) => {
		const own = byIndicator.get(indicator.code) ?? [];
		const period = common(areas, own, held.periods);
		const cells = areas.map((area) => own.filter((figure) => figure.area === area.code));
		const at = (series: readonly Figure[]) => series.find((one) => one.period === period?.id);
		const most = Math.max(...cells.map((series) => at(series)?.value ?? 0));
		return {
			code: indicator.code,
			title: indicator.title,
			note: [unitNote(indicator), period?.label].filter(Boolean).join(', '),
			cells: cells.map((series) => cellOf(series, at(series), { indicator, most, held })),
			remark: period ? null : 'No period has figures for more than one of these places.'
		};
	});
}

function cellOf(
	series: readonly Figure[],
	figure: Figure | undefined,
	{ indicator, most, held }: { indicator: Indicator; most: number; held: Held }
): CompareRow['cells'][number] {
	const points = pointsOf(series, held.periods);
	const value = figure?.value ?? null;
	const isDrawn = value !== null && most > 0 && value >= 0;
	return {
		cell: figureCell(figure, indicator),
		range: figure ? rangeOf(figure, indicator) : null,
		bar: isDrawn ? Math.round((value / most) * 1000) / 10 : null,
		points: points.length > 1 ? points : null
	};
}

/** The latest period that most of the places share, so that no row mixes years. */
function common(
	areas: readonly Area[],
	own: readonly Figure[],
	periods: ReadonlyMap<string, Period>
): Period | undefined {
	const known = own.filter(({ value }) => value !== null);
	const counts = Map.groupBy(known, ({ period }) => period);
	const enough = Math.min(2, areas.length);
	return [...counts]
		.filter(([, figures]) => figures.length >= enough)
		.flatMap(([id, figures]) => {
			const period = periods.get(id);
			return period ? [{ period, places: figures.length }] : [];
		})
		.sort((a, b) => b.places - a.places || compare(b.period, a.period))[0]?.period;
}

/** What a reader must know before reading across. */
export function remarks(areas: readonly Area[], left: readonly string[]): string[] {
	const kinds = [...new Set(areas.map(({ level }) => levels[level].one))];
	const vintages = new Set(areas.map(({ vintage }) => vintage));
	return [
		...(left.length > 0
			? [`Four places at most can be compared. These were left out: ${listed(left)}.`]
			: []),
		...(kinds.length > 1
			? [
					`These places are of different kinds (${listed(kinds)}). A larger place hides differences inside it.`
				]
			: []),
		...(vintages.has(WARDS_NOW) && vintages.has(WARDS_BEFORE)
			? [
					'Wards of before and after May 2026 stand side by side. They overlap, so their people are counted twice.'
				]
			: []),
		...(vintages.has(WARDS_NOW)
			? ['Figures of the new wards are estimates [e], shared out from neighbourhoods.']
			: [])
	];
}
