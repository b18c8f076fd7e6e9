import { choose, type Edition } from '../../domain/edition.ts';
import { date as printed } from '../../domain/format.ts';

// Which edition a request is answered from.

export type Shown =
	| { kind: 'shown'; edition: Edition; isEarlier: boolean }
	| { kind: 'unknown'; message: string }
	| { kind: 'nothing published' };

/** Reads `?edition=` against the editions there are. */
export function shownEdition(editions: readonly Edition[], asked: string | null): Shown {
	const choice = choose(editions, asked);
	switch (choice?.kind) {
		case undefined:
			return { kind: 'nothing published' };
		case 'found':
			return { kind: 'shown', edition: choice.edition, isEarlier: !choice.isLatest };
		case 'unknown':
			return {
				kind: 'unknown',
				message: `There is no edition "${asked}": leave ?edition= out for the latest, ${choice.latest.label}.`
			};
		case 'before the first':
			return { kind: 'shown', edition: nothingYet(asked ?? '', choice.first), isEarlier: true };
	}
}

// The pages of a day before the first publication are shown, and are empty: its own instant goes
// into every query, and no figure was held to be true then.
function nothingYet(date: string, first: Edition): Edition {
	return {
		...(first.notice && { notice: first.notice }),
		id: date,
		publishedAt: `${date}T23:59:59.999Z`,
		label: `Nothing had been published by ${printed(date)}`,
		note: `The first edition is ${first.label}, published on ${printed(first.publishedAt)}.`
	};
}
