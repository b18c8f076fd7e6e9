import { type Column, table, type Table, tidy } from '../../../domain/table.ts';
import type { TargetRecord } from '../../db/targets.ts';
import { list, optional, required } from './columns.ts';

// Targets as they leave the product: one row a version.

export const targetColumns: Column<TargetRecord>[] = [
	required(['target', 'Target', 'As in its address /targets/'], ({ id }) => id),
	required(['version', 'Version', 'A later version takes its place'], (t) => t.version, 'integer'),
	required(['indicator_code', 'Indicator code', 'Which indicator'], (t) => t.indicator),
	required(['area_code', 'Area code', 'Which area'], ({ area }) => area),
	required(['breakdown', 'Group code', '"all" for everybody'], (t) => t.breakdown),
	optional(
		['baseline_period', 'Baseline period', 'Period that it starts from'],
		(t) => t.baseline?.period.id ?? null
	),
	optional(
		['baseline_value', 'Baseline value', 'In the unit of the measure'],
		(t) => tidy(t.baseline?.value ?? null),
		'number'
	),
	optional(
		['baseline_definition', 'Definition version', 'By which the baseline was measured'],
		(t) => t.baseline?.version ?? null,
		'integer'
	),
	required(['shape', 'Shape', 'linear, stepped or profiled'], ({ shape }) => shape),
	list(['milestones', 'Milestones', 'Last day and planned value of each'], ({ milestones }) =>
		milestones.map(({ ends, value }) => `${ends} ${value}`)
	),
	required(['goal_date', 'Goal date', 'Last day of the goal'], ({ goal }) => goal.ends, 'date'),
	required(['goal_value', 'Goal value', 'In the unit'], ({ goal }) => tidy(goal.value), 'number'),
	required(
		['tolerance', 'Tolerance', 'How much worse than planned is still watch'],
		({ tolerance }) => tolerance.amount,
		'number'
	),
	required(
		['tolerance_kind', 'Tolerance kind', 'absolute: in the unit; relative: % of the planned value'],
		({ tolerance }) => tolerance.kind
	),
	optional(['rationale', 'Why', 'Why this goal'], ({ rationale }) => rationale),
	optional(['approved_by', 'Approved by', 'Who approved it'], (t) => t.approvedBy),
	optional(['approved_at', 'Approved at', 'In force from then'], (t) => t.approvedAt, 'dateTime'),
	optional(['approved_for', 'Approved for', 'In whose name'], (t) => t.approvedFor),
	optional(['provisional', 'Provisional', 'Why the line awaits confirmation'], (t) => t.provisional)
];

export const targets = (rows: readonly TargetRecord[]): Table =>
	table(targetColumns, rows, ['target', 'version']);
