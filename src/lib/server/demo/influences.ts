import type { Influence } from '../../domain/influence.ts';

// How far the council can move some figures, as an invented performance lead set it; the rest are not set.

const set = (influence: Influence, reason: string, ...codes: string[]) =>
	codes.map((indicator) => ({ indicator, influence, reason }));

export const influenceOf: readonly { indicator: string; influence: Influence; reason: string }[] = [
	...set(
		'control',
		'Illustrative: the council runs or pays for it.',
		'C10',
		'W01',
		'W02',
		'T16',
		'T17',
		'T20',
		'Y08'
	),
	...set(
		'influence',
		'Illustrative: partners run it with the council.',
		'C08',
		'C09',
		'C11',
		'C12',
		'T10',
		'L03',
		'Y01'
	),
	...set('context', 'Illustrative: it describes the place.', 'L01', 'T14', 'T03', 'W07')
];
