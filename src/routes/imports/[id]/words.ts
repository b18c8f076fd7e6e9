import type { about } from './shape.ts';

/** What the reader has to do about the file. */
export function headline({ state, errors, warnings, figures }: ReturnType<typeof about>): string {
	switch (state) {
		case 'received':
			return 'The file waits to be read';
		case 'reading':
			return 'The file is being read';
		case 'refused':
			return 'The file could not be read';
		case 'accepted':
			return `${number(figures, 'figure')} taken over as returns`;
		case 'discarded':
			return 'The file was discarded';
		case 'read':
			if (errors > 0) return `${number(errors, 'error')} to put right before anything is saved`;
			return warnings > 0
				? `${number(figures, 'figure')} read, with ${number(warnings, 'warning')}`
				: `${number(figures, 'figure')} read without a problem`;
	}
}

export const number = (count: number, word: string): string =>
	`${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;
