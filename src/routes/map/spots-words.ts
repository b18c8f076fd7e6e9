import type { Spots } from './spots.ts';

/** What a column of findings is called: "Chances to mix: draft cold spots". */
export const columnTitle = ({ title, word }: Pick<Spots, 'title' | 'word'>): string =>
	`${title}: ${word}s`;
