// Invented figures say so themselves: they come from a source of their own, and everything made from
// them, in text, carries the word. The product outside its demonstration has none.

/** Source of every invented figure. */
export const ILLUSTRATIVE = 'illustrative';

/** One line for files, charts and interfaces of a demonstration. */
export const NOTICE =
	'Illustrative: a demonstration. Returns, targets, judgements against them, names and commentary are invented; published statistics are real.';

/** The column that every file of a demonstration has, and what stands in each of its rows. */
export const NOTICE_COLUMN = 'Notice';
export const NOTICE_WORD = 'Illustrative demonstration';
