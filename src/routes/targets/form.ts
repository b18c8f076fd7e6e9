import { isDay } from '$lib/domain/day.ts';
import type { Milestone, Shape } from '$lib/domain/target.ts';
import type { TargetRecord } from '$lib/server/db/targets.ts';
import { text } from '$lib/server/web/form.ts';
import type { Entered } from '$lib/server/workflow/target-draft.ts';
import { type Given, QUARTERS, ROWS } from './form-rows.ts';

// The form of a target, to and from what the workflow takes. What was typed is kept as it was typed, so
// that a refusal brings the filled form back.

export type { Given };

const names = [
	...['indicator', 'area', 'breakdown', 'baseline', 'shape', 'tolerance', 'toleranceKind'],
	...['cumulative', 'benchmark', 'rationale', 'goalEnds', 'goalValue'],
	...ROWS.flatMap((row) => [`m${row}Ends`, `m${row}Value`]),
	...['goal', ...ROWS.map((row) => `m${row}`)].flatMap((at) => QUARTERS.map((q) => `${at}Q${q}`))
];

export function givenOf(form: FormData): Given {
	return Object.fromEntries(
		names.flatMap((name) => (form.has(name) ? [[name, text(form, name, 2000)]] : []))
	);
}

/** What was entered, and what could not be read: a number that is none, a day that is none. */
export function entered(given: Given): { entered: Entered; faults: string[] } {
	const faults: string[] = [];
	const number = (name: string, label: string): number => {
		const text = (given[name] ?? '').replaceAll(/[,£%\s]/g, '').replace('−', '-');
		const read = text === '' ? NaN : Number(text);
		if (!Number.isFinite(read)) faults.push(`${label}: give a number, such as 20 or 20.5.`);
		return read;
	};
	const step = (at: string, label: string): Milestone => ({
		ends: day(given[`${at}Ends`] ?? '', label, faults),
		value: number(`${at}Value`, `${label}, planned value`),
		...quartersOf(given, at, { label, number })
	});
	const rows = ROWS.filter((row) => given[`m${row}Ends`] || given[`m${row}Value`]);
	return {
		entered: {
			...{ indicator: given['indicator'] ?? '', area: given['area'] ?? '' },
			...{ breakdown: given['breakdown'] || 'all', baselinePeriod: given['baseline'] ?? '' },
			shape: shapeOf(given['shape']),
			milestones: rows.map((row) => step(`m${row}`, `Milestone ${row}`)),
			goal: step('goal', 'Goal'),
			tolerance: {
				kind: given['toleranceKind'] === 'relative' ? 'relative' : 'absolute',
				amount: number('tolerance', 'Tolerance')
			},
			cumulative: given['cumulative'] === 'on',
			...{ benchmark: given['benchmark'] || null, rationale: given['rationale'] ?? '' }
		},
		faults
	};
}

const shapeOf = (text: string | undefined): Shape =>
	text === 'stepped' || text === 'profiled' ? text : 'linear';

function day(text: string, label: string, faults: string[]): string {
	if (isDay(text)) return text;
	faults.push(`${label}: give its last day as year, month and day, such as 2030-03-31.`);
	return '';
}

interface Reading {
	label: string;
	number(name: string, label: string): number;
}

function quartersOf(given: Given, at: string, { label, number }: Reading): Partial<Milestone> {
	if (given['shape'] !== 'profiled') return {};
	const all = QUARTERS.map((q) => `${at}Q${q}`);
	if (all.every((name) => !given[name])) return {};
	return { quarters: all.map((name, i) => number(name, `${label}, quarter ${i + 1}`)) };
}

/** A stored version as the form shows it. */
export function formOf(target: TargetRecord): Given {
	const { tolerance, goal } = target;
	const text = (value: number) => String(value);
	const stepOf = (at: string, { ends, value, quarters }: Milestone): Given => ({
		...{ [`${at}Ends`]: ends, [`${at}Value`]: text(value) },
		...Object.fromEntries((quarters ?? []).map((one, i) => [`${at}Q${i + 1}`, text(one)]))
	});
	return {
		...{ indicator: target.indicator, area: target.area, breakdown: target.breakdown },
		...{ baseline: target.baseline?.period.id ?? '', shape: target.shape },
		...{ tolerance: text(tolerance.amount), toleranceKind: tolerance.kind },
		...{ cumulative: target.cumulative ? 'on' : '', benchmark: target.benchmark ?? '' },
		rationale: target.rationale ?? '',
		...stepOf('goal', goal),
		...Object.assign(
			{},
			...target.milestones.slice(0, ROWS.length).map((m, i) => stepOf(`m${i + 1}`, m))
		)
	};
}
