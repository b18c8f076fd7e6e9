import type { Figure } from '../domain/disclosure/gate.ts';
import { date, value } from '../domain/format.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { AboutSeries } from '../domain/judgement/target-view.ts';
import { compare, type Period } from '../domain/period.ts';
import { targetWords } from '../domain/sentence/target.ts';
import type { Target } from '../domain/target.ts';
import { plannedAt, plannedLine } from '../domain/target/plan.ts';
import type { Row } from '../ui/table.ts';
import type { Chart } from './chart.ts';
import { aheadFrom } from './indicator/plan-data.ts';
import { measure, subtitle, valueCell } from './indicator/words.ts';
import { pointsOf } from './series.ts';
import { trend, type TrendData, trendAxisNote } from './trend.ts';

// One target with its figures: the planned line to 2035, what came, and where the present trend leads.

export interface TargetPicture {
	indicator: Indicator;
	place: string;
	target: Target;
	/** The area's figures, any order. */
	figures: readonly Figure[];
	periods: ReadonlyMap<string, Period>;
	about: AboutSeries;
	source: string;
	/** The target is invented, whatever its figures are. */
	illustrative?: boolean;
}

export function targetChart(given: TargetPicture): Chart {
	const { indicator, place, target, figures, source } = given;
	const data = dataOf(given);
	const goal = `${value(target.goal.value, indicator)} by ${date(target.goal.ends)}`;
	return {
		id: 'target',
		title: `The plan runs to ${goal}`,
		subtitle: subtitle([measure(indicator), place], trendAxisNote(data)),
		spec: (size) => trend(data, size),
		alt: {
			title: `${indicator.title} in ${place}, with its target to ${target.goal.ends.slice(0, 4)}`,
			description: `Line chart with ${data.points.length} figures and a dashed line from the baseline to ${goal}. The table below has every value.`
		},
		table: {
			caption: `${indicator.title}, ${place}: figures and planned values`,
			columns: [
				{ label: 'Period' },
				...['Figure', 'Planned', 'Difference'].map((label) => ({ label, numeric: true })),
				{ label: 'Against target' }
			],
			rows: [...past(given), ...ahead(given)]
		},
		...(given.illustrative && { illustrative: true }),
		...{ figures, source, notes: data.fan ? [BAND] : [] },
		key: [
			{ sign: 'plan', words: 'Target line, with milestones' },
			...(data.fan
				? [{ sign: 'fan' as const, words: 'If the present trend goes on: 4 chances in 5' }]
				: [])
		]
	};
}

const BAND = 'The band holds 4 of 5 outcomes if the present trend goes on. It is no promise.';

function dataOf({ indicator, place, target, figures, periods, about }: TargetPicture): TrendData {
	const points = pointsOf(figures, periods);
	const last = points.findLast((point) => point.value !== null);
	const period = last && periods.get(last.period);
	const from = {
		...{ unit: indicator, target, fan: about.chance?.detail.fan ?? [] },
		last: period ?? target.baseline?.period,
		value: last?.value ?? target.baseline?.value ?? 0
	};
	return {
		...{ unit: indicator, name: place, points, breaks: [] },
		...(from.last && aheadFrom({ ...from, last: from.last }))
	};
}

function past({ indicator, target, figures, periods, about }: TargetPicture): Row[] {
	const start = target.baseline?.period;
	const words = new Map(about.words.map((one) => [one.period, one]));
	return figures
		.flatMap((figure) => {
			const period = periods.get(figure.period);
			return period && (!start || compare(period, start) >= 0) ? [{ figure, period }] : [];
		})
		.sort((a, b) => compare(a.period, b.period))
		.map(({ figure, period }) => {
			const planned = plannedAt(target, period);
			const word = words.get(period.id);
			const difference = word?.difference ?? null;
			return {
				cells: [
					period.label,
					valueCell(figure, indicator),
					planned === undefined ? '–' : value(planned, indicator),
					difference === null ? '–' : value(difference, indicator),
					period.id === start?.id ? 'Baseline' : word ? targetWords(word.outcome) : '–'
				]
			};
		});
}

function ahead({ indicator, target, figures, periods }: TargetPicture): Row[] {
	const held = figures.flatMap(({ period }) => periods.get(period)?.ends ?? []);
	const last = held.reduce((a, b) => (a > b ? a : b), '');
	const days = [...new Set(plannedLine(target).map(({ ends }) => ends))].filter(
		(day) => day > last
	);
	return days.map((day) => ({
		cells: [`To ${date(day)}`, '–', value(plannedAt(target, day) ?? 0, indicator), '–', '–']
	}));
}
