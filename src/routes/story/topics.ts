// How dated facts are told.

/** How sure a statement is, as printed before its source. */
export function certaintyWords(certainty: string): string {
	switch (certainty) {
		case 'confirmed':
			return 'Confirmed';
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
