import type { Evidence as Certainty, IndicatorStatus, Polarity } from '../indicator.ts';

// Short facts about an indicator, as words.

export function polarityWords(polarity: Polarity): string {
	switch (polarity) {
		case 'higher':
			return 'Higher is better';
		case 'lower':
			return 'Lower is better';
		case 'lower to zero':
			return 'Closer to zero is better';
		case 'neutral':
			return 'Neither direction is better';
		case 'ambiguous':
			return 'A rise can be good or bad';
		default:
			throw new Error(`unknown polarity: ${polarity satisfies never}`);
	}
}

export function statusWords(status: IndicatorStatus): string {
	switch (status) {
		case 'proposed':
			return 'Proposed indicator';
		case 'adopted':
			return 'Adopted indicator';
		case 'retired':
			return 'Retired indicator';
		case 'context':
			return 'Context measure';
		default:
			throw new Error(`unknown status: ${status satisfies never}`);
	}
}

/** How sure we are of the definition and its source. */
export function certaintyWords(evidence: Certainty): string {
	switch (evidence) {
		case 'confirmed':
			return 'Confirmed';
		case 'reported':
			return 'Reported, not confirmed';
		case 'weak':
			return 'Weak: to be checked';
		case 'inference':
			return 'Our own proposal';
		default:
			throw new Error(`unknown certainty: ${evidence satisfies never}`);
	}
}
