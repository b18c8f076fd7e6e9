import type { Comparison } from '../judgement.ts';
import type { ProfileRow } from './rows.ts';

// A stored comparison in two or three words, for a cell of a table.

export function comparisonWords(row: ProfileRow, against: { code: string; name: string }): string {
	if (row.figure.flags.includes('u')) return 'Too few to judge';
	const comparison = row.comparisons.get(against.code);
	if (!comparison) return row.indicator.mapAllowed ? 'Not tested' : 'Described, not judged';
	return outcomeWords(comparison, against.name);
}

export function outcomeWords({ outcome }: Pick<Comparison, 'outcome'>, name: string): string {
	switch (outcome) {
		case 'higher':
			return `Higher than ${name}`;
		case 'lower':
			return `Lower than ${name}`;
		case 'similar':
			return `Similar to ${name}`;
		case 'cannot tell':
			return 'Cannot tell';
		default:
			throw new Error(`unknown comparison: ${outcome satisfies never}`);
	}
}
