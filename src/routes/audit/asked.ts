import { actionsOf, isGroup } from '$lib/domain/audit/actions.ts';
import { isKind } from '$lib/domain/audit/subject.ts';
import { daysOn, isDay } from '$lib/domain/day.ts';
import { normaliseCode } from '$lib/domain/indicator.ts';
import { may, type Person } from '$lib/domain/permission.ts';
import type { Wanted } from '$lib/server/db/audit-list.ts';

// Filters of the audit in the address: the page, its pages before and after, and its files read the same.

export const NAMES = ['who', 'what', 'kind', 'subject', 'indicator', 'from', 'to', 'text'] as const;
export type Filters = Partial<Record<(typeof NAMES)[number], string>>;

const LONGEST = 200;

/** What was filled in, without blanks. */
export function filtersIn(params: URLSearchParams): Filters {
	return Object.fromEntries(
		NAMES.map(
			(name) => [name, readable(params.get(name)).trim().slice(0, LONGEST)] as const
		).filter(([, text]) => text !== '')
	);
}

/** A database keeps no NUL and no half characters, and so finds none. */
const readable = (text: string | null): string => (text ?? '').replaceAll('\0', '').toWellFormed();

/** The first thing in the filters that cannot be meant, with what to do. */
export function faultIn({ what, kind, from, to }: Filters): string | undefined {
	if (what && !isGroup(what)) return 'Choose what was done from the list.';
	if (kind && !isKind(kind)) return 'Choose the kind of thing from the list.';
	if (from && !isDay(from)) return 'Write the first day as 2026-11-22.';
	if (to && !isDay(to)) return 'Write the last day as 2026-11-22.';
	if (from && to && to < from) return 'The last day is before the first.';
	return undefined;
}

/** The filters as conditions; events about restricted measures only for who may read those. */
export function wantedBy(filters: Filters, person: Person): Wanted {
	const { who, what, kind, subject, indicator, from, to, text } = filters;
	return {
		...(who && { who }),
		...(what && isGroup(what) && { actions: actionsOf(what) }),
		...(kind && { kind }),
		...(subject && { subject }),
		...(indicator && { indicator: normaliseCode(indicator) }),
		...(from && { from: startOf(from) }),
		...(to && { until: startOf(daysOn(to, 1)) }),
		...(text && { reason: text }),
		withRestricted: may(person, 'read restricted')
	};
}

/** Midnight in Walsall; in summer that is an hour before midnight UTC. */
function startOf(day: string): Date {
	const utc = new Date(`${day}T00:00:00Z`);
	const hour = Number(
		new Intl.DateTimeFormat('en-GB', {
			...{ hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' }
		}).format(utc)
	);
	return new Date(utc.getTime() - hour * 3_600_000);
}

/** Which page: events older than one, or newer than one. */
export function placeIn(params: URLSearchParams): { olderThan?: number; newerThan?: number } {
	const [before, after] = [numberIn(params.get('before')), numberIn(params.get('after'))];
	if (before !== undefined) return { olderThan: before };
	return after === undefined ? {} : { newerThan: after };
}

const numberIn = (text: string | null): number | undefined =>
	text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/** The same filters at another address. */
export function address(path: string, filters: Filters, more: Record<string, string> = {}): string {
	const query = new URLSearchParams({ ...filters, ...more }).toString();
	return query === '' ? path : `${path}?${query}`;
}
