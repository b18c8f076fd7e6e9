import type { Fact } from '$lib/server/db/facts.ts';

/** Facts of one topic conflict when they give different figures. */
export function conflicts(facts: readonly Pick<Fact, 'figure'>[]): boolean {
	return new Set(facts.map(({ figure }) => figure)).size > 1;
}

/** How sure a statement is, as printed before its source. */
export function certaintyWords(certainty: string): string {
	switch (certainty) {
		case 'confirmed':
			return 'Confirmed by the publisher';
		case 'reported':
			return 'As reported';
		case 'weak':
			return 'To be checked';
		case 'inference':
			return 'Worked out by us';
		default:
			throw new Error(`unknown certainty: ${certainty}`);
	}
}
