import { error, redirect } from '@sveltejs/kit';
import { type Indicator, normaliseCode } from '$lib/domain/indicator.ts';
import * as catalogue from '$lib/server/db/catalogue.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as indicators from '$lib/server/db/indicators.ts';

/**
 * The indicator of an address. Codes are written small in addresses (w04); another case and the
 * slug lead there, with the rest of the address kept.
 */
export async function found(db: Db, code: string, url: URL): Promise<Indicator> {
	const indicator = await byCodeOrSlug(db, code);
	const wanted = await addressOf(db, indicator, url);
	if (code === wanted) return indicator;
	const path = url.pathname
		.split('/')
		.map((part) => (decodeURIComponent(part) === code ? wanted : part))
		.join('/');
	// A merger can be undone: only another spelling is for good.
	redirect(wanted === indicator.code.toLowerCase() ? 308 : 307, `${path}${url.search}`);
}

/** Its own code; for one that was merged, the code of what took its place. Its history stays its own. */
async function addressOf(db: Db, { code, status }: Indicator, url: URL): Promise<string> {
	const isPage = url.pathname.split('/').filter(Boolean).length === 2;
	const next = status === 'retired' && isPage ? await catalogue.successor(db, code) : null;
	return (next ?? code).toLowerCase();
}

export async function byCodeOrSlug(db: Db, code: string): Promise<Indicator> {
	const indicator =
		(await indicators.byCode(db, normaliseCode(code))) ??
		(await indicators.bySlug(db, code.toLowerCase()));
	return (
		indicator ??
		error(404, `There is no indicator "${code}". The list of indicators has every code and title.`)
	);
}
