import type { ImportState } from '$lib/domain/import/import-state.ts';

export const STATE_WORDS: Readonly<Record<ImportState, string>> = {
	received: 'Waits to be read',
	reading: 'Being read',
	read: 'Read: check it',
	refused: 'Could not be read',
	accepted: 'Taken over as returns',
	discarded: 'Discarded'
};
