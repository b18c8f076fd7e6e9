import { LOCALITIES, WALSALL } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import { type Evidence, type Group, period, spreadTestOf } from '../../domain/evidence.ts';
import { change, fixed, type Unit, value } from '../../domain/format.ts';
import { compare, midYear, type Period } from '../../domain/period.ts';
import { differWords } from '../../domain/sentence/parts.ts';
import { type Spread, spreadIn } from '../../domain/stats/spread.ts';
import type { Chart } from '../chart.ts';
import { trend, type TrendData, trendAxisNote } from '../trend.ts';
import { measure, sourceOf, span, subtitle } from './words.ts';

// The gap between the highest and the lowest locality over time. One period alone has no chart: the page
// says so in words.

interface Row {
	period: Period;
	spread: Spread;
}

/** Undefined until two periods have figures with ranges for at least two localities. */
export function gapChart(
	evidence: Evidence,
	group: Group,
	localities: readonly Figure[]
): Chart | undefined {
	const rows = rowsOf(evidence, localities);
	const [first, last] = [rows[0], rows.at(-1)];
	if (!first || !last || rows.length < 2) return undefined;
	const { indicator } = evidence;
	const data = dataOf(evidence, rows);
	const gap = ({ spread }: Row) => change(spread.gap.value, indicator);
	const years = span(first.period, last.period);
	return {
		id: 'gap',
		title: `Gap between localities: ${gap(first)} in ${first.period.label}, ${gap(last)} in ${last.period.label}`,
		subtitle: subtitle(
			[`Highest less lowest locality. ${measure(indicator)}`, 'Walsall', years],
			trendAxisNote(data)
		),
		spec: (size) => trend(data, size),
		alt: {
			title: `${indicator.title}: gap between localities of Walsall, ${years}`,
			description: `Line chart. The gap was ${gap(first)} in ${first.period.label} and ${gap(last)} in ${last.period.label}. The highest and the lowest locality can change. The table below has every value.`
		},
		table: table(evidence, group, rows),
		figures: localities,
		source: sourceOf(evidence, localities),
		notes: [
			'The highest and the lowest locality are picked after the fact, so part of every gap is chance.',
			'Ranges are 95% ranges.'
		],
		key: [{ sign: 'range', words: '95% range of the gap' }]
	};
}

function rowsOf(evidence: Evidence, localities: readonly Figure[]): Row[] {
	return [...new Set(localities.map((figure) => figure.period))]
		.map((id) => period(evidence, id))
		.sort(compare)
		.flatMap((one) => {
			const spread = spreadIn(localities, one.id);
			return spread ? [{ period: one, spread }] : [];
		});
}

function dataOf({ indicator, breaks }: Evidence, rows: readonly Row[]): TrendData {
	return {
		unit: gapUnit(indicator),
		name: 'Gap',
		points: rows.map(({ period: one, spread: { gap } }) => ({
			...{ x: midYear(one), period: one.id, label: one.label, value: gap.value },
			...{ lower: Math.max(0, gap.lower), upper: gap.upper, flags: [] },
			state: 'known'
		})),
		breaks: breaks.map(({ starts, note }) => ({ at: midYear({ starts, ends: starts }), note }))
	};
}

/** A difference of two percentages is in points. */
function gapUnit(unit: Unit): Unit {
	return unit.valueKind === 'percent' ? { ...unit, valueKind: 'points', unit: 'points' } : unit;
}

function table(evidence: Evidence, group: Group, rows: readonly Row[]): Chart['table'] {
	const { indicator: unit, areas } = evidence;
	const end = ({ area, value: number }: { area: string; value: number }) =>
		`${areas.get(area)?.name ?? area} ${value(number, unit)}`;
	return {
		caption: `${unit.title}, gap between localities of Walsall, by period`,
		columns: [
			{ label: 'Period' },
			{ label: 'Lowest' },
			{ label: 'Highest' },
			{ label: 'Gap', numeric: true },
			{ label: '95% range', numeric: true },
			{ label: 'Do localities differ?' }
		],
		rows: rows.map(({ period: one, spread: { lowest, highest, gap } }) => {
			const of = { area: WALSALL, breakdown: group.id, period: one.id };
			const test = spreadTestOf(evidence.judgements, of, LOCALITIES);
			return {
				cells: [
					...[one.label, end(lowest), end(highest)],
					change(gap.value, unit),
					`${fixed(Math.max(0, gap.lower), unit.decimals)} to ${fixed(gap.upper, unit.decimals)}`,
					test ? differWords[test.outcome] : 'Not tested'
				]
			};
		})
	};
}
