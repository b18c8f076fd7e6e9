/** An imported figure beside what is held of the same area, period and group. */
export type Change = 'new' | 'changed' | 'same';

export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
	new: 'New',
	changed: 'Changed',
	same: 'The same'
};
