import type { Indicator } from '$lib/domain/indicator.ts';
import type { StoredTarget } from '$lib/domain/judgement/stored-target.ts';
import type { Period } from '$lib/domain/period.ts';
import { plannedAt } from '$lib/domain/target/plan.ts';
import { type Column, tidy } from '$lib/domain/table.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { TargetRecord } from '$lib/server/db/targets.ts';
import { optional, required } from '$lib/server/export/tables/columns.ts';

// One target as a file: a row a period, with its figure, its planned value and its judgement.

export interface PeriodRow {
	figure: Figure;
	period: Period;
	target: TargetRecord;
	word: StoredTarget | undefined;
	indicator: Indicator;
}

export const periodColumns: Column<PeriodRow>[] = [
	required(['target', 'Target', 'As in its address'], ({ target }) => target.id),
	required(['version', 'Version', 'Of the target'], ({ target }) => target.version, 'integer'),
	required(['period', 'Period', 'Which period'], ({ period }) => period.id),
	required(['ends', 'Ends', 'Last day of the period'], ({ period }) => period.ends, 'date'),
	optional(['value', 'Figure', 'In the unit'], ({ figure }) => tidy(figure.value), 'number'),
	required(['state', 'State', 'Known, or which kind of missing'], ({ figure }) => figure.state),
	optional(
		['planned', 'Planned value', 'For the end of the period'],
		({ target, period }) => tidy(plannedAt(target, period) ?? null),
		'number'
	),
	optional(
		['judgement', 'Against target', 'Stored at publication'],
		({ word }) => word?.outcome ?? null
	),
	optional(['rule', 'Rule', 'Name of the rule applied'], ({ word }) => word?.rule ?? null),
	optional(
		['rule_version', 'Rule version', 'Version of the rule'],
		({ word }) => word?.methodVersion ?? null,
		'integer'
	)
];
