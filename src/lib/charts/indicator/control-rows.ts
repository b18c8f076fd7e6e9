import { WALSALL } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import { controlsOf, type Evidence, type Group, period, seriesOf } from '../../domain/evidence.ts';
import type { Control } from '../../domain/judgement.ts';
import { compare, midYear, type Period } from '../../domain/period.ts';
import { usualRange } from '../../domain/sentence/control.ts';
import type { ControlData, ControlPoint } from '../control-data.ts';
import { type Point, pointsOf } from '../series.ts';

// The periods of a control chart with their figures and stored judgements.

/** One period of the chart; a period without a figure keeps its place. */
export interface Row {
	period: Period;
	figure: Figure | undefined;
	control: Control | undefined;
}

/** The latest stored judgement of the group's chart. */
export function latestControl(evidence: Evidence, group: Group): Row | undefined {
	return rowsOf(evidence, group).findLast(({ control }) => control);
}

export function rowsOf(evidence: Evidence, group: Group): Row[] {
	const controls = controlsOf(evidence, { area: WALSALL, breakdown: group.id });
	if (controls.size === 0) return [];
	const figures = new Map(seriesOf(evidence, WALSALL, group.id).map((one) => [one.period, one]));
	const judged = [...controls.keys()].map((id) => period(evidence, id)).sort(compare);
	const [first, last] = [judged[0], judged.at(-1)];
	if (!first || !last) return [];
	const shapes = new Set(judged.map(shapeOfId));
	return [...evidence.periods.values()]
		.filter(
			(one) => shapes.has(shapeOfId(one)) && one.starts >= first.starts && one.ends <= last.ends
		)
		.sort(compare)
		.map((one) => ({ period: one, figure: figures.get(one.id), control: controls.get(one.id) }));
}

/** A term is no gap among quarters, though both are parts of a year: FY-Q and AY-autumn. */
const shapeOfId = ({ id }: Period): string => id.replace(/\d+/g, '');

export function controlData(evidence: Evidence, rows: readonly Row[]): ControlData {
	const unit = evidence.indicator;
	const line = ({ starts }: { starts: string }) => midYear({ starts, ends: starts });
	const within = ({ starts }: { starts: string }) => starts > (rows[0]?.period.starts ?? '');
	return {
		unit,
		points: rows.map((row): ControlPoint => {
			const { figure, control } = row;
			const [known] = figure ? pointsOf([figure], evidence.periods) : [];
			const limits = control && usualRange(control, unit);
			const mean = meanOf(row);
			return {
				...(known ?? missing(row.period)),
				outcome: control?.outcome ?? null,
				usual: limits && mean !== undefined ? { mean, ...limits } : null
			};
		}),
		breaks: evidence.breaks.filter(within).map((one) => ({ at: line(one), note: one.note })),
		rebasings: evidence.rebasings.filter(within).map((one) => ({ at: line(one), note: one.reason }))
	};
}

/** Average of the stretch: the value less its stored difference. Rounded, so that equal ones are equal. */
export function meanOf({ figure, control }: Row): number | undefined {
	if (figure?.value == null || control?.difference == null) return undefined;
	return Number((figure.value - control.difference).toPrecision(12));
}

const missing = (one: Period): Point => ({
	...{ x: midYear(one), period: one.id, label: one.label },
	...{ value: null, lower: null, upper: null, flags: [] },
	state: 'not collected'
});
