import { describe, expect, it } from 'vitest';
import { hiddenIn } from '../../../src/lib/domain/profile/hidden.ts';
import { rows } from '../../../src/lib/domain/profile/rows.ts';
import type {
	Comparison,
	ComparisonOutcome,
	Control,
	ControlOutcome,
	GapOutcome,
	Movement,
	MovementOutcome,
	SpreadOutcome,
	SpreadTest,
	Trend,
	TrendOutcome
} from '../../../src/lib/domain/judgement.ts';
import type { Polarity } from '../../../src/lib/domain/indicator.ts';
import { movementWords } from '../../../src/lib/domain/movement.ts';
import type { Period } from '../../../src/lib/domain/period.ts';
import {
	change,
	changeHeading,
	meaning,
	trendOf
} from '../../../src/lib/domain/sentence/change.ts';
import { beside, clearOf } from '../../../src/lib/domain/sentence/comparison.ts';
import { controlHeading, controlSaid } from '../../../src/lib/domain/sentence/control.ts';
import { polarityWords } from '../../../src/lib/domain/sentence/facts.ts';
import {
	closingSentence,
	differSentence,
	differWords,
	maskedPlace
} from '../../../src/lib/domain/sentence/parts.ts';
import { againstTarget } from '../../../src/lib/domain/sentence/target.ts';
import { breakdowns, comparison, figure, indicator, periods } from '../profile/make.ts';

// Every word that the product says of a measure without a good direction, for every outcome.

const neutral: Polarity[] = ['neutral', 'ambiguous'];
const judging =
	/\b(better|worse|worst|best|good|bad|improv\w*|concern\w*|progress\w*|success\w*|fail\w*|on track|off track|watch)\b/i;
/** The one sentence that may name good and bad: it says that neither holds. */
const disclaimer = 'A change in this measure is neither good nor bad by itself.';

const unit = { valueKind: 'percent', unit: '%', decimals: 1 } as const;
const period: Period = {
	...{ id: '2035Q1', kind: 'quarter', starts: '2035-01-01', ends: '2035-03-31' },
	label: 'January to March 2035'
};
const common = {
	...{ id: 7, indicator: 'N9', area: 'PLACE', breakdown: 'all', period: '2021' },
	...{
		difference: 2,
		lower: 1,
		upper: 3,
		p: 0.001,
		confidence: 0.95,
		method: 'x',
		methodVersion: 1
	}
};

const movements: MovementOutcome[] = ['higher', 'lower', 'no clear change', 'cannot tell'];
const trends: TrendOutcome[] = ['increasing', 'decreasing', 'no change', 'cannot be calculated'];
const comparisons: ComparisonOutcome[] = ['higher', 'lower', 'similar', 'cannot tell'];
const controls: ControlOutcome[] = [
	...(['usual', 'above the limit', 'below the limit', 'rising run', 'falling run'] as const),
	...(['near the upper limit', 'near the lower limit', 'too early to tell'] as const),
	...(['run above the average', 'run below the average', 'cannot tell'] as const)
];
const spreads: SpreadOutcome[] = ['differ', 'no clear difference', 'cannot tell'];
const gaps: GapOutcome[] = ['closing', 'widening', 'no clear change'];

function everythingSaid(polarity: Polarity): string[] {
	const before = { period, value: 10, unit };
	return [
		...movements.flatMap((outcome) => {
			const made: Movement = { ...common, kind: 'movement', againstPeriod: '2016', outcome };
			return [
				change(made, before).text,
				changeHeading(made, before, before).text,
				meaning(made, polarity)?.text ?? '',
				movementWords(outcome, polarity)
			];
		}),
		...trends.flatMap((outcome) => {
			const made: Trend = { ...common, kind: 'trend', outcome };
			return [trendOf(made)?.text ?? '', movementWords(outcome, polarity)];
		}),
		...comparisons.flatMap((outcome) => {
			const made: Comparison = {
				...common,
				kind: 'comparison',
				againstArea: 'E',
				q: 0.001,
				outcome
			};
			const words = { place: 'West', other: 'England', otherValue: 10, unit };
			return [
				beside(made, words).text,
				clearOf([made], { one: 'ward', many: 'wards' })?.text ?? ''
			];
		}),
		...controls.flatMap((outcome) => {
			const made: Control = { ...common, kind: 'control', outcome };
			return [
				controlSaid(made, { period, unit, polarity }).text,
				controlHeading(made, period).text
			];
		}),
		...spreads.flatMap((outcome) => {
			const made: SpreadTest = { ...common, kind: 'spread', parts: 'wards-2026', outcome };
			return [
				differSentence(made, unit, { one: 'ward', many: 'wards' }).text,
				differWords[outcome]
			];
		}),
		...gaps.map(
			(outcome) =>
				closingSentence(
					{ ...common, kind: 'gap', parts: 'localities-2021', againstPeriod: '2016', outcome },
					{ since: period, periods: 2 }
				).text
		),
		...[-3, 0, 3].map(
			(difference) => againstTarget({ difference, tolerance: 1, period }, unit, polarity).text
		),
		...hiddenWords(polarity)
	];
}

/** What a place's page says of a part that its figure hides. */
function hiddenWords(polarity: Polarity): string[] {
	const whole = comparison({ indicator: 'A1', area: 'PLACE', outcome: 'similar' });
	const found = hiddenIn(
		rows('PLACE', {
			catalogue: [indicator('A1', { polarity })],
			...{ own: [figure({})], others: [], judgements: [whole], periods, breakdowns }
		}),
		{
			...{ against: 'E08000030', partsAgainst: 'E08000030' },
			comparisons: (['higher', 'lower'] as const).map((outcome) =>
				comparison({ indicator: 'A1', area: outcome, outcome })
			)
		}
	);
	return found.flatMap(({ seems, parts }) => [
		maskedPlace(whole, { place: 'West', benchmark: 'Walsall', seems, count: parts.length }).text,
		...parts.map(({ word }) => word)
	]);
}

describe.each(neutral)('a measure that is %s', (polarity) => {
	it.each(everythingSaid(polarity).filter(Boolean))('says nothing of good or bad: %s', (text) => {
		expect(text.replace(disclaimer, '')).not.toMatch(judging);
	});
	it('says in its facts that neither direction is better', () => {
		expect(polarityWords(polarity)).toMatch(/^Neither direction is better$|can be good or bad$/);
	});
});

describe('polarity flips the words and nothing else', () => {
	const flipped = (text: string) =>
		text.replaceAll(/better|worse/g, (word) => (word === 'better' ? 'worse' : 'better'));
	const of = (polarity: Polarity) =>
		controls.map(
			(outcome) =>
				controlSaid({ ...common, kind: 'control', outcome }, { period, unit, polarity }).text
		);
	it('of control charts', () => {
		expect(of('higher').map(flipped)).toEqual(of('lower'));
		expect(of('higher').join()).toContain('better');
	});
});
