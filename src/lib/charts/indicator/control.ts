import type { Evidence, Group } from '../../domain/evidence.ts';
import { date } from '../../domain/format.ts';
import type { Period } from '../../domain/period.ts';
import { seriesBreak } from '../../domain/sentence/absent.ts';
import { controlHeading } from '../../domain/sentence/control.ts';
import { axisText } from '../axis-text.ts';
import type { Chart } from '../chart.ts';
import { allValues, controlChart as drawing } from '../control.ts';
import type { ControlData } from '../control-data.ts';
import { shapeOf, shapes } from '../control-shapes.ts';
import type { KeyItem } from '../figure.ts';
import { valueAxis } from '../time-axis.ts';
import { controlData, type Row, rowsOf } from './control-rows.ts';
import { controlTable } from './control-table.ts';
import { flagNotes, measure, sourceOf, span, subtitle } from './words.ts';

// One quarterly or monthly indicator as a control chart, from the judgements stored at publication.

/** Undefined for series that have no control chart: yearly ones, and those of fewer than 8 points. */
export function controlOf(evidence: Evidence, group: Group): Chart | undefined {
	const rows = rowsOf(evidence, group);
	const latest = rows.findLast(({ control }) => control);
	const [first, last] = [rows[0], rows.at(-1)];
	if (!latest?.control || !first || !last) return undefined;
	const { indicator } = evidence;
	const data = controlData(evidence, rows);
	const who = group.dimension === 'all' ? '' : `${group.label}: `;
	const heading = controlHeading(latest.control, latest.period).text;
	const years = span(first.period, last.period);
	const trial = rows.some(({ control }) => control?.method.includes('trial'));
	const figures = rows.flatMap(({ figure }) => figure ?? []);
	return {
		id: `control-${group.id}`,
		title: `${who}${heading}`,
		subtitle: subtitle([`Control chart. ${measure(indicator)}`, 'Walsall', years], axisNote(data)),
		spec: (size) => drawing(data, size),
		alt: {
			title: `${indicator.title}: control chart for Walsall, ${years}`,
			description: `Control chart of ${figures.length} ${kindWords(latest.period).many}. ${heading}. ${flagged(rows)} The table below has every value.`
		},
		table: controlTable(evidence, rows),
		figures,
		source: sourceOf(evidence, figures),
		notes: [...notes(evidence, rows, trial), ...flagNotes(figures)],
		key: key(data, trial)
	};
}

const kindWords = ({ kind }: Period) =>
	kind === 'month' ? { one: 'month', many: 'months' } : { one: 'quarter', many: 'quarters' };

function flagged(rows: readonly Row[]): string {
	const count = rows.filter(({ control }) => shapeOf(control?.outcome ?? null)).length;
	return count === 0 ? 'No point meets a rule.' : `${count} of the points meet a rule.`;
}

function axisNote(data: ControlData): string {
	const { domain, startsAtZero } = valueAxis(allValues(data));
	return startsAtZero ? '' : `The axis starts at ${axisText(domain[0], data.unit, true)}.`;
}

function notes(evidence: Evidence, rows: readonly Row[], trial: boolean): string[] {
	const first = rows[0]?.period.starts ?? '';
	const gap = rows.some(({ figure }) => figure?.value == null);
	return [
		'The limits show how far the figure usually moves. They do not allow for seasons.',
		trial ? 'Limits from fewer than 12 points are trial limits: they may still move.' : '',
		...evidence.breaks
			.filter(({ starts }) => starts > first)
			.map(({ starts, note }) => note || seriesBreak(starts.slice(0, 4)).text),
		...evidence.rebasings
			.filter(({ starts }) => starts > first)
			.map(
				({ starts, reason, decidedBy, decidedOn }) =>
					`The limits start again on ${date(starts)}: ${reason} Decided by ${decidedBy}, ${date(decidedOn)}.`
			),
		gap ? '× marks a period without a figure. The line is not joined across it.' : ''
	].filter(Boolean);
}

const ruleWords = {
	limit: 'outside the limits',
	run: 'part of 7 rising or falling in a row',
	near: '2 of 3 near a limit',
	side: 'part of 7 on one side of the average'
} as const;

function key({ points }: ControlData, trial: boolean): KeyItem[] {
	const met = new Set(points.map(({ outcome }) => shapeOf(outcome)));
	const limits = points.some(({ usual }) => usual);
	return [
		...(limits
			? [
					{ sign: 'average' as const, words: 'average' },
					{ sign: 'limits' as const, words: trial ? 'trial limits' : 'limits of the usual range' }
				]
			: []),
		...(Object.keys(ruleWords) as (keyof typeof ruleWords)[])
			.filter((shape) => met.has(shape))
			.map((shape) => ({ sign: shapes[shape], words: ruleWords[shape] }))
	];
}
