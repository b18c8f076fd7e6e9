// What is wrong with a target, all of it at once, each with what to do. A refusal stops submission; a
// note does not, but is said: the plan is kept and gives no judgement.

import { hasDirection, type Indicator } from '../indicator.ts';
import { colourRule } from '../judgement/colour-rule.ts';
import { sum } from '../number.ts';
import { STRATEGY } from '../period.ts';
import { goodness, type Milestone, steps, type Target } from '../target.ts';

export interface Problem {
	kind: 'refused' | 'note';
	field: 'baseline' | 'milestones' | 'goal' | 'tolerance' | 'quarters' | 'indicator';
	code: string;
	/** What is wrong and what to do. */
	message: string;
}

type Measure = Pick<Indicator, 'kind' | 'polarity' | 'valueKind' | 'colourRule'>;

/** Every problem of a target; an empty list is a sound one. */
export function check(target: Target, measure: Measure): Problem[] {
	return [
		...ofBaseline(target),
		...ofOrder(target),
		...ofGoal(target, measure),
		...ofTolerance(target),
		...ofValues(target, measure),
		...(target.shape === 'profiled'
			? steps(target).flatMap((step) => ofQuarters(step, target))
			: []),
		...notes(measure)
	];
}

/** May it be submitted? Notes do not stop it. */
export const isSound = (problems: readonly Problem[]): boolean =>
	problems.every(({ kind }) => kind === 'note');

function refused(field: Problem['field'], code: string, message: string): Problem {
	return { kind: 'refused', field, code, message };
}

function ofBaseline({ baseline }: Target): Problem[] {
	if (baseline && Number.isFinite(baseline.value)) return [];
	return [
		refused(
			'baseline',
			'no baseline',
			'There is no baseline. Choose the period that the target starts from; it needs a figure.'
		)
	];
}

function ofOrder({ baseline, milestones, goal }: Target): Problem[] {
	const found: Problem[] = [];
	const all = [...milestones, goal];
	if (all.some(({ ends }, i) => i > 0 && ends <= (all[i - 1]?.ends ?? ''))) {
		const message =
			'The milestones are not in order of time. Give each a later date than the one before, and the goal the last.';
		found.push(refused('milestones', 'not in order', message));
	}
	if (baseline && all.some(({ ends }) => ends <= baseline.period.ends)) {
		const message = `A milestone or goal is not after the baseline, ${baseline.period.label}. Give it a later date.`;
		found.push(refused('milestones', 'before baseline', message));
	}
	if (all.some(({ ends }) => ends > STRATEGY.ends)) {
		const message = 'The target runs beyond 2035, when the strategy ends. Give an earlier date.';
		found.push(refused('goal', 'beyond 2035', message));
	}
	return found;
}

function ofGoal({ baseline, goal }: Target, { polarity }: Measure): Problem[] {
	const [from, to] = [baseline?.value ?? NaN, goal.value].map((v) => goodness(v, polarity));
	if (from === undefined || to === undefined || !(to < from)) return [];
	const way =
		polarity === 'higher'
			? 'Higher is better'
			: polarity === 'lower'
				? 'Lower is better'
				: 'Closer to zero is better';
	const message = `The goal is worse than the baseline. ${way} for this measure: check both figures.`;
	return [refused('goal', 'wrong direction', message)];
}

function ofTolerance({ tolerance: { amount } }: Target): Problem[] {
	if (Number.isFinite(amount) && amount >= 0) return [];
	const message = 'The tolerance must be 0 or more. Give how far the figure may fall short.';
	return [refused('tolerance', 'negative tolerance', message)];
}

function ofValues(target: Target, { valueKind }: Measure): Problem[] {
	const values = [
		...(target.baseline ? [target.baseline.value] : []),
		...steps(target).flatMap(({ value, quarters }) => [value, ...(quarters ?? [])])
	];
	const found: Problem[] = [];
	if (steps(target).some(({ value }) => !Number.isFinite(value))) {
		found.push(refused('milestones', 'no value', 'A milestone or goal has no figure. Give one.'));
	}
	if (valueKind === 'percent' && values.some((value) => value < 0 || value > 100)) {
		found.push(refused('goal', 'not a percentage', 'A percentage must lie between 0 and 100.'));
	}
	if ((valueKind === 'count' || valueKind === 'rate') && values.some((value) => value < 0)) {
		found.push(refused('goal', 'below nought', 'A count or rate cannot be below 0.'));
	}
	return found;
}

function ofQuarters({ ends, value, quarters }: Milestone, { cumulative }: Target): Problem[] {
	if (!quarters) return [];
	const year = `the year to ${ends}`;
	if (quarters.length !== 4 || quarters.some((quarter) => !Number.isFinite(quarter))) {
		return [refused('quarters', 'not four quarters', `Give all four quarters of ${year}.`)];
	}
	if (cumulative && quarters.some((quarter) => quarter < 0)) {
		const message = `A quarter of ${year} is below 0. Give what each quarter adds.`;
		return [refused('quarters', 'negative quarter', message)];
	}
	const end = cumulative ? sum(quarters) : (quarters[3] ?? NaN);
	if (isSame(end, value)) return [];
	const message = cumulative
		? `The quarters of ${year} add up to ${tidy(end)}, not ${tidy(value)}. Change a quarter or the year.`
		: `The last quarter of ${year} is ${tidy(end)}, not ${tidy(value)}. Make them agree.`;
	return [refused('quarters', 'quarters do not add up', message)];
}

function notes({ kind, polarity, colourRule: text }: Measure): Problem[] {
	const why =
		kind === 'context'
			? 'This is a context measure'
			: !hasDirection(polarity)
				? 'Neither direction is better for this measure'
				: colourRule(text).kind === 'none'
					? 'The catalogue sets no judgement for this measure'
					: undefined;
	if (!why) return [];
	const message = `${why}. The plan can be kept, and no judgement is made against it.`;
	return [{ kind: 'note', field: 'indicator', code: 'no judgement', message }];
}

const isSame = (a: number, b: number): boolean =>
	Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
const tidy = (value: number): string => String(Number(value.toPrecision(12)));
