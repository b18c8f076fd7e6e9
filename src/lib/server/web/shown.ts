import { dayInWalsall } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Db } from '../db/client.ts';
import { current } from '../publication.ts';

/** What is dated without figures: shown as of now, and as of its instant for an earlier edition. */
export function shownAt(
	{ edition, isEarlierEdition }: { edition: Edition; isEarlierEdition: boolean },
	now: Date
): { at: string; on: string } {
	const instant = isEarlierEdition ? new Date(edition.publishedAt) : now;
	return { at: instant.toISOString(), on: dayInWalsall(instant) };
}

/** The same where only the edition is known. */
export async function shownFor(db: Db, edition: Edition, now: Date) {
	const { editions } = await current(db);
	return shownAt({ edition, isEarlierEdition: editions.at(-1)?.id !== edition.id }, now);
}
