import { WALSALL } from '../../domain/area.ts';
import { type Evidence, latestOf, period } from '../../domain/evidence.ts';
import { date, value } from '../../domain/format.ts';
import { aboutSeries } from '../../domain/judgement/target-view.ts';
import type { Period } from '../../domain/period.ts';
import { plannedAt, plannedLine } from '../../domain/target/plan.ts';
import type { Cell, Column } from '../../ui/table.ts';
import { targetOf } from './plan-data.ts';

// The table's columns and rows for what lies ahead: planned values, and where the present trend leads.

export interface PlanColumns {
	columns: Column[];
	/** Cells of a period with a figure. */
	beside(of: Period): string[];
	/** Rows after the last figure; `blanks` cells stand for the columns in between. */
	rows(blanks: number): { cells: (string | Cell)[] }[];
}

const NONE = '–';

export function planColumns(evidence: Evidence, group: string): PlanColumns {
	const unit = evidence.indicator;
	const target = targetOf(evidence, group);
	const { chance } = aboutSeries(
		evidence.judgements,
		{ area: WALSALL, breakdown: group },
		evidence.periods
	);
	const fan = new Map((chance?.detail.fan ?? []).map((point) => [point.ends, point]));
	const planned = (when: Pick<Period, 'ends'>): string[] => {
		if (!target) return [];
		const found = plannedAt(target, when);
		return [found === undefined ? NONE : value(found, unit)];
	};
	const trend = (day: string): string[] => {
		if (fan.size === 0) return [];
		const point = fan.get(day);
		return [
			point
				? `${value(point.value, unit)} (${value(point.most[0], unit)} to ${value(point.most[1], unit)})`
				: NONE
		];
	};
	const last = latestOf(evidence, WALSALL, group);
	const from = last ? period(evidence, last.period).ends : '';
	const line = target ? plannedLine(target).map(({ ends }) => ends) : [];
	const days = [...new Set([...line, ...fan.keys()])].filter((day) => day > from).sort();
	return {
		columns: [
			...(target ? [{ label: 'Planned', numeric: true }] : []),
			...(fan.size > 0 ? [{ label: 'If the present trend goes on', numeric: true }] : [])
		],
		beside: (of) => [...planned(of), ...trend(of.ends)],
		rows: (blanks) =>
			days.map((day) => ({
				cells: [
					`To ${date(day)}`,
					...Array.from({ length: blanks }, () => NONE),
					...planned({ ends: day }),
					...trend(day)
				]
			}))
	};
}
