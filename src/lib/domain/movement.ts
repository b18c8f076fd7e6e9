// Short words for a stored movement: the arrow is the number's direction, the words say better or worse,
// and only where the indicator has a direction.

import { hasDirection, type Polarity } from './indicator.ts';
import type { MovementOutcome, TrendOutcome } from './judgement.ts';

export type Direction = 'up' | 'down' | 'none' | 'unknown';

export function directionOf(outcome: MovementOutcome | TrendOutcome): Direction {
	switch (outcome) {
		case 'higher':
		case 'increasing':
			return 'up';
		case 'lower':
		case 'decreasing':
			return 'down';
		case 'no clear change':
		case 'no change':
			return 'none';
		case 'cannot tell':
		case 'cannot be calculated':
			return 'unknown';
		default:
			throw new Error(`unknown movement: ${outcome satisfies never}`);
	}
}

/** "Falling: getting worse"; "Rising" where neither direction is better; "No clear change". */
export function movementWords(outcome: MovementOutcome | TrendOutcome, polarity: Polarity): string {
	const direction = directionOf(outcome);
	if (direction === 'none') return 'No clear change';
	if (direction === 'unknown') return 'Cannot tell';
	const moving = direction === 'up' ? 'Rising' : 'Falling';
	// A gap that should close has a sign: which way is better depends on the side of zero.
	if (!hasDirection(polarity) || polarity === 'lower to zero') return moving;
	const better = (direction === 'up') === (polarity === 'higher');
	return `${moving}: getting ${better ? 'better' : 'worse'}`;
}
