import { dayInWalsall } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';

/** What is dated without figures: shown as of now, and as of its instant for an earlier edition. */
export function shownAt(
	{ edition, isEarlierEdition }: { edition: Edition; isEarlierEdition: boolean },
	now: Date
): { at: string; on: string } {
	const instant = isEarlierEdition ? new Date(edition.publishedAt) : now;
	return { at: instant.toISOString(), on: dayInWalsall(instant) };
}
