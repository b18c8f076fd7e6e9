import { median } from 'd3';
import { ENGLAND, WALSALL, WEST_MIDLANDS } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import {
	comparisonOf,
	type Evidence,
	figureFor,
	type Group,
	movementOf,
	period,
	seriesOf
} from '../../domain/evidence.ts';
import { value } from '../../domain/format.ts';
import { midYear, startingPoint } from '../../domain/period.ts';
import type { Comparator } from '../../domain/selection.ts';
import { changeHeading } from '../../domain/sentence/change.ts';
import { beside } from '../../domain/sentence/comparison.ts';
import { seriesBreak } from '../../domain/sentence/absent.ts';
import { inPeriod } from '../../domain/sentence/when.ts';
import type { Chart } from '../chart.ts';
import type { KeyItem } from '../figure.ts';
import { pointsOf } from '../series.ts';
import { type SimilarPoint, trend, type TrendData, trendAxisNote } from '../trend.ts';
import { aheadOf } from './plan-data.ts';
import { flagNotes, measure, rangeNote, sourceOf, span, subtitle } from './words.ts';
import { trendTable } from './trend-table.ts';

// One indicator over time, for one group of people.

/** Fewest similar areas that a middle and a range are drawn from. */
const FEWEST_SIMILAR = 5;

/** Undefined while there are fewer than two figures: one point shows no movement. */
export function trendChart(
	evidence: Evidence,
	group: Group,
	compare: readonly Comparator[]
): Chart | undefined {
	const own = seriesOf(evidence, WALSALL, group.id);
	const known = own.filter((figure) => figure.value !== null);
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last || known.length < 2) return undefined;
	const { indicator } = evidence;
	const data = trendData(evidence, group.id, compare);
	const years = span(period(evidence, first.period), period(evidence, last.period));
	const who = group.dimension === 'all' ? '' : group.label;
	const shown = evidence.figures.filter(({ breakdown }) => breakdown === group.id);
	return {
		id: `trend-${group.id}`,
		title: `${who ? `${who}: ` : ''}${finding(evidence, first, last)}`,
		subtitle: subtitle([measure(indicator), 'Walsall', years], trendAxisNote(data)),
		spec: (size) => trend(data, size),
		alt: {
			title: `${indicator.title}${who ? `, ${who.toLowerCase()}` : ''}, in Walsall, ${years}`,
			description: describe(evidence, first, last)
		},
		table: trendTable(evidence, group, { data, compare }),
		figures: own,
		source: sourceOf(evidence, shown),
		notes: [...notes(evidence, data), ...rangeNote(indicator, own), ...flagNotes(own)],
		key: key(data)
	};
}

export function trendData(
	evidence: Evidence,
	group: string,
	compare: readonly Comparator[]
): TrendData {
	const { indicator, periods, breaks } = evidence;
	const points = (area: string) => pointsOf(seriesOf(evidence, area, group), periods);
	const has = (comparator: Comparator) => compare.includes(comparator);
	const start = startingPoint(
		seriesOf(evidence, WALSALL, group)
			.filter((figure) => figure.value !== null)
			.map((figure) => period(evidence, figure.period))
	);
	return {
		unit: indicator,
		name: 'Walsall',
		points: points(WALSALL),
		...(has('england') && { england: points(ENGLAND) }),
		...(has('region') && { region: points(WEST_MIDLANDS) }),
		...(has('similar') && { similar: similarPoints(evidence, group) }),
		...(has('start') && start && { start: start.id }),
		breaks: breaks.map(({ starts, note }) => ({ at: midYear({ starts, ends: starts }), note })),
		...aheadOf(evidence, group)
	};
}

/** Lowest, middle and highest of the similar areas for each period that enough of them have. */
export function similarPoints(evidence: Evidence, group: string): SimilarPoint[] {
	const members = new Set(evidence.similar);
	const held = evidence.figures.filter(
		(figure) => figure.breakdown === group && figure.value !== null && members.has(figure.area)
	);
	return [...Map.groupBy(held, (figure) => figure.period)]
		.flatMap(([id, figures]) => {
			const values = figures.flatMap((figure) => figure.value ?? []);
			if (values.length < FEWEST_SIMILAR) return [];
			return [
				{
					...{ period: id, x: midYear(period(evidence, id)), areas: values.length },
					...{ low: Math.min(...values), high: Math.max(...values) },
					middle: median(values) ?? 0
				}
			];
		})
		.sort((a, b) => a.x - b.x);
}

function finding(evidence: Evidence, first: Figure, last: Figure): string {
	const unit = evidence.indicator;
	const movement = movementOf(evidence, last);
	const at = (figure: Figure | undefined, id: string) => ({
		...{ period: period(evidence, id), value: figure?.value ?? null, unit }
	});
	if (!movement)
		return `${value(last.value ?? 0, unit)} ${inPeriod(period(evidence, last.period))}`;
	const before = figureFor(evidence, { ...first, period: movement.againstPeriod });
	return changeHeading(movement, at(before, movement.againstPeriod), at(last, last.period)).text;
}

function describe(evidence: Evidence, first: Figure, last: Figure): string {
	const unit = evidence.indicator;
	const said = (figure: Figure) =>
		`${value(figure.value ?? 0, unit)} ${inPeriod(period(evidence, figure.period))}`;
	const { lower, upper } = last;
	const range =
		lower === null || upper === null
			? ''
			: `, with a range of ${value(lower, unit)} to ${value(upper, unit)}`;
	const england = figureFor(evidence, { ...last, area: ENGLAND });
	const test = comparisonOf(evidence.judgements, last, ENGLAND);
	const compared =
		england?.value == null
			? ''
			: test
				? beside(test, { place: 'Walsall', other: 'England', otherValue: england.value, unit }).text
				: `England was at ${value(england.value, unit)}.`;
	const caution = evidence.breaks.length > 0 ? 'The line breaks where the source changed.' : '';
	return [`Line chart. Walsall was ${said(first)} and ${said(last)}${range}.`, compared, caution]
		.filter(Boolean)
		.join(' ');
}

function notes({ breaks }: Evidence, { start, points }: TrendData): string[] {
	const missing = points.some(({ value: known }) => known === null);
	return [
		...breaks.map(({ starts, note }) => note || seriesBreak(starts.slice(0, 4)).text),
		start
			? 'The starting point is the last period that ended by 31 March 2025. It is not an adopted baseline.'
			: '',
		missing ? '× marks a period without a figure. The line is not joined across it.' : ''
	].filter(Boolean);
}

function key({ points, similar, plan, fan }: TrendData): KeyItem[] {
	const hasRange = points.some(({ lower }) => lower !== null);
	return [
		...(hasRange ? [{ sign: 'range', words: '95% range' } as const] : []),
		...(similar?.length
			? [{ sign: 'band', words: 'Similar areas, lowest to highest' } as const]
			: []),
		...(plan ? [{ sign: 'plan', words: 'Target line, with milestones' } as const] : []),
		...(fan?.length
			? [{ sign: 'fan', words: 'If the present trend goes on: 4 chances in 5' } as const]
			: [])
	];
}
