import { date } from '$lib/domain/format.ts';

/** How to quote a map: what, from where, as at when, and at which address. */
export function citation(
	{ title, geography, period }: { title: string; geography: string; period: string },
	{ publishedAt, address }: { publishedAt: string; address: string }
): string {
	return `Walsall cohesion indicators: ${title}, by ${geography}, ${period}. Figures as published at ${date(publishedAt)}. ${address}`;
}
