import type { ProblemCode } from '$lib/domain/import/problem.ts';
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

/** What a kind of problem is about. */
export const problemWords: Readonly<Record<ProblemCode, string>> = {
	'no table': 'no table was found',
	'no column': 'a column is missing',
	'repeated column': 'a column comes twice',
	'no area': 'no place is given',
	'unknown area': 'a place is not known',
	'area ended': 'a ward that no longer exists',
	'area unclear': 'a name fits several places',
	'area by name': 'a place was found by its name',
	'no period': 'no period is given',
	'unknown period': 'a period cannot be read',
	'period unclear': 'a period can mean two things',
	'period of another kind': 'a period of another length',
	'no indicator': 'no indicator is given',
	'unknown indicator': 'an indicator is not known',
	'unknown group': 'a group is not known',
	cell: 'a cell cannot be read as a figure',
	'mark unclear': 'a mark can mean two things',
	blank: 'a cell is blank',
	'share as fraction': 'a share written as a fraction',
	'does not add up': 'the parts do not add up',
	'percent where a count belongs': 'a percentage where a count belongs',
	duplicate: 'a figure comes twice',
	'more cells than headers': 'a row has more cells than headers',
	'hidden rows': 'rows are hidden',
	'left out': 'rows are left out',
	check: 'a figure breaks a rule of the indicator'
};
