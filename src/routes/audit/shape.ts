import { actionWords } from '$lib/domain/audit/actions.ts';
import { differences } from '$lib/domain/audit/difference.ts';
import { shownSides } from '$lib/domain/audit/shown.ts';
import { type Known, nameOf, pageOf } from '$lib/domain/audit/subject.ts';
import { UNPLACED } from '$lib/domain/entry/sheet.ts';
import { dateTime } from '$lib/domain/format.ts';
import type { Person } from '$lib/domain/permission.ts';
import type { ListedEvent } from '$lib/server/db/audit-list.ts';
import { address, type Filters } from './asked.ts';

export const PER_PAGE = 50;

interface Given {
	/** One more than a page where there are more. */
	events: readonly ListedEvent[];
	known: Known;
	person: Person;
	filters: Filters;
	place: { olderThan?: number; newerThan?: number };
}

/** A page of events as it is read, and the addresses of the pages beside it. */
export function shape({ events, known, person, filters, place }: Given) {
	const isBack = place.newerThan !== undefined;
	const hasMore = events.length > PER_PAGE;
	const shown = isBack ? events.slice(-PER_PAGE) : events.slice(0, PER_PAGE);
	const [first, last] = [shown.at(0)?.id, shown.at(-1)?.id];
	const hasNewer = isBack ? hasMore : place.olderThan !== undefined;
	const hasOlder = isBack || hasMore;
	const page = (name: 'before' | 'after', id: number) =>
		address('/audit', filters, { [name]: String(id) });
	return {
		rows: shown.map((event) => rowOf(event, known, person)),
		newer: hasNewer && first !== undefined ? page('after', first) : null,
		older: hasOlder && last !== undefined ? page('before', last) : null,
		newest: address('/audit', filters)
	};
}

function rowOf(event: ListedEvent, known: Known, person: Person) {
	const sides = shownSides(event);
	const area = areaIn(sides.after) ?? areaIn(sides.before);
	return {
		id: event.id,
		at: dateTime(event.at),
		who: event.actor_name,
		did: actionWords(event.action),
		thing: nameOf(event, known),
		href: pageOf(event, person) ?? null,
		journey: journeyOf(event, area),
		changes: differences(sides.before, sides.after),
		json: JSON.stringify(sides, null, 2),
		why: event.reason,
		hash: event.hash
	};
}

/** Where the figure's whole journey is told; a row of a return that is no area has none. */
function journeyOf({ indicator, period }: ListedEvent, area: string | undefined): string | null {
	if (indicator === null || period === null || area === undefined || area === UNPLACED) return null;
	return `/audit/figures/${indicator.toLowerCase()}/${area}/${period}`;
}

function areaIn(side: unknown): string | undefined {
	if (side === null || typeof side !== 'object' || !('area' in side)) return undefined;
	return typeof side.area === 'string' && side.area !== '' ? side.area : undefined;
}

interface Verified {
	at: Date;
	actor_name: string;
	action: string;
	after: unknown;
}

/** How the chain was when it was last verified, in words. */
export function verifiedWords(last: Verified | undefined) {
	if (!last)
		return { isBroken: false, text: 'The chain has not been verified from this page yet.' };
	const { events, head, firstBrokenEvent, why } = (last.after ?? {}) as Record<string, unknown>;
	const by = `${dateTime(last.at)}, by ${last.actor_name}`;
	return last.action === 'audit found broken'
		? {
				isBroken: true,
				text: `Last verified on ${by}. It is broken at event ${String(firstBrokenEvent)}: ${String(why)}.`
			}
		: {
				isBroken: false,
				text: `Last verified on ${by}: ${Number(events).toLocaleString('en-GB')} events follow one another unbroken.`,
				head: String(head)
			};
}
