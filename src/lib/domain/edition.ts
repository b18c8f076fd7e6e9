// An edition is a named instant of publication. A page shows what the product held to be true then.

import { isDay } from './day.ts';

export interface Edition {
	id: string;
	/** ISO instant. */
	publishedAt: string;
	label: string;
	note: string | null;
	/** Hash of the newest audit event when the edition was made: what came before cannot change unseen. */
	auditHead?: string;
	/** Must stand in everything made from the edition: it holds invented figures. */
	notice?: string;
}

/** What `?edition=` asks for: the latest, a named one, the one in force on a date, or nothing yet. */
export type EditionChoice =
	| { kind: 'found'; edition: Edition; isLatest: boolean }
	| { kind: 'before the first'; first: Edition }
	| { kind: 'unknown'; latest: Edition };

/** Chooses among editions (any order). A date (YYYY-MM-DD) means the end of that day. */
export function choose(
	editions: readonly Edition[],
	asked: string | null
): EditionChoice | undefined {
	const sorted = [...editions].sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
	const first = sorted[0];
	const latest = sorted.at(-1);
	if (!first || !latest) return undefined;
	if (asked === null || asked === '') return { kind: 'found', edition: latest, isLatest: true };
	const named = sorted.find((edition) => edition.id === asked);
	if (named) return { kind: 'found', edition: named, isLatest: named === latest };
	if (!isDay(asked)) return { kind: 'unknown', latest };
	const until = `${asked}T23:59:59.999Z`;
	const held = sorted.filter((edition) => edition.publishedAt <= until).at(-1);
	if (!held) return { kind: 'before the first', first };
	return { kind: 'found', edition: held, isLatest: held === latest };
}

/** The end of an edition's id where only its instant tells it from others: '20261122103000123'. */
export const stampOf = (instant: Date): string => instant.toISOString().replaceAll(/[^0-9]/g, '');
