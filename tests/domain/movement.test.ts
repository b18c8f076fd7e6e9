import { expect, it } from 'vitest';
import type { Polarity } from '../../src/lib/domain/indicator.ts';
import type { MovementOutcome, TrendOutcome } from '../../src/lib/domain/judgement.ts';
import { movementWords } from '../../src/lib/domain/movement.ts';

it.each<[MovementOutcome | TrendOutcome, Polarity, string]>([
	['higher', 'higher', 'Rising: getting better'],
	['higher', 'lower', 'Rising: getting worse'],
	['lower', 'lower', 'Falling: getting better'],
	// A gap has a sign: below zero a fall takes it further away.
	['lower', 'lower to zero', 'Falling'],
	['higher', 'lower to zero', 'Rising'],
	['decreasing', 'higher', 'Falling: getting worse'],
	['higher', 'neutral', 'Rising'],
	['lower', 'ambiguous', 'Falling'],
	['no clear change', 'higher', 'No clear change'],
	['no change', 'ambiguous', 'No clear change'],
	['cannot tell', 'lower', 'Cannot tell'],
	['cannot be calculated', 'lower', 'Cannot tell']
])('%s with polarity %s reads "%s"', (outcome, polarity, words) => {
	expect(movementWords(outcome, polarity)).toBe(words);
});
