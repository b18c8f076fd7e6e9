import { ENGLAND, WALSALL, WEST_MIDLANDS } from '../../domain/area.ts';
import { type Evidence, type Group, period, seriesOf } from '../../domain/evidence.ts';
import { value } from '../../domain/format.ts';
import type { Comparator } from '../../domain/selection.ts';
import type { Cell, Column } from '../../ui/table.ts';
import type { Twin } from '../figure.ts';
import type { TrendData } from '../trend.ts';
import { planColumns } from './plan-table.ts';
import { rangeText, valueCell } from './words.ts';

interface Shown {
	data: TrendData;
	compare: readonly Comparator[];
}

/** The chart over time as a table: a row a period, oldest first, as the line runs. */
export function trendTable(evidence: Evidence, group: Group, { data, compare }: Shown): Twin {
	const unit = evidence.indicator;
	const others = [
		{ code: ENGLAND, label: 'England', isShown: compare.includes('england') },
		{ code: WEST_MIDLANDS, label: 'West Midlands region', isShown: compare.includes('region') }
	].filter(({ isShown }) => isShown);
	const hasRange = data.points.some(({ lower }) => lower !== null);
	const similar = new Map((data.similar ?? []).map((point) => [point.x, point]));
	const ahead = planColumns(evidence, group.id);
	const columns: Column[] = [
		{ label: 'Period' },
		{ label: 'Walsall', numeric: true },
		...(hasRange ? [{ label: '95% range', numeric: true }] : []),
		...others.map(({ label }) => ({ label, numeric: true })),
		...(similar.size > 0 ? [{ label: 'Similar areas, middle (range)', numeric: true }] : []),
		...ahead.columns
	];
	const rows = seriesOf(evidence, WALSALL, group.id).map((figure, i) => {
		const beside = others.map(({ code }) =>
			valueCell(
				seriesOf(evidence, code, group.id).find((other) => other.period === figure.period),
				unit
			)
		);
		const alike = similar.get(data.points[i]?.x ?? NaN);
		const middle = alike
			? `${value(alike.middle, unit)} (${value(alike.low, unit)} to ${value(alike.high, unit)})`
			: '–';
		const cells: (string | Cell)[] = [
			period(evidence, figure.period).label,
			valueCell(figure, unit),
			...(hasRange ? [rangeText(figure, unit)] : []),
			...beside,
			...(similar.size > 0 ? [middle] : []),
			...ahead.beside(period(evidence, figure.period))
		];
		return { cells };
	});
	const blanks = columns.length - ahead.columns.length - 1;
	const caption = `${evidence.indicator.title}, Walsall, by period`;
	return { caption, columns, rows: [...rows, ...ahead.rows(blanks)] };
}
