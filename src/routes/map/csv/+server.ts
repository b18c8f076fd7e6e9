import { error } from '@sveltejs/kit';
import { table } from '$lib/domain/table.ts';
import type { Geography } from '$lib/map/geographies.ts';
import { geographies, geographyBy } from '$lib/map/geographies.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as figures from '$lib/server/figures.ts';
import { asked } from '../asked.ts';
import { geometryOf } from '../facts.ts';
import { inPlaceOrder } from '../shape.ts';
import { viewOf } from '../view.ts';
import { spotsOf } from '../spots.ts';
import { columns, rows, spotColumns, type ViewRow } from './rows.ts';
import { csvFile } from '../../data/saved-file.ts';
import type { RequestHandler } from './$types';

// The view as a file, in the order of the list and table beside it. `indicator` with `by` and `period`
// is one map; `indicators` (several) and `every=period` are the small maps.

export const GET: RequestHandler = async ({ locals: { db, edition }, url }) => {
	const at = edition.publishedAt;
	const wanted = (await several(db, url)) ?? (await one(db, at, url));
	const { geography, codes, period, lens = null } = wanted;
	const [geometry, held, { shown: spots }] = await Promise.all([
		geometryOf(db, geography.vintage),
		figures.held(db, at, {
			indicators: codes,
			vintages: [geography.vintage],
			breakdowns: ['all'],
			...(period ? { periods: [period] } : {})
		}),
		spotsOf(db, at, { lens, geography })
	]);
	const view = table<ViewRow>(
		[...columns, ...spotColumns(spots)],
		rows(held, inPlaceOrder(geometry), geometry.localities),
		KEY
	);
	const name = [...codes, geography.by, ...(period ? [period] : []), ...(spots ? [spots.lens] : [])]
		.join('-')
		.toLowerCase();
	return csvFile(view, name);
};

const KEY = ['indicator', 'period', 'area_code'];
const MOST = 6;

interface Wanted {
	geography: Geography;
	codes: string[];
	/** One period, or every one that is held. */
	period?: string;
	/** Lens whose findings stand in columns of their own. */
	lens?: string | null;
}

async function several(db: Db, url: URL): Promise<Wanted | undefined> {
	const codes = url.searchParams
		.getAll('indicators')
		.flatMap((part) => part.toUpperCase().split(','))
		.filter(Boolean)
		.slice(0, MOST);
	const geography = geographyBy(url.searchParams.get('by')) ?? geographies[0];
	if (codes.length === 0 || !geography) return undefined;
	const known = new Set((await indicators.all(db)).map(({ code }) => code));
	const unknown = codes.find((code) => !known.has(code));
	if (unknown !== undefined)
		error(404, 'One of the indicators is not in the catalogue. See /indicators.');
	return { geography, codes };
}

async function one(db: Db, at: string, url: URL): Promise<Wanted> {
	const ask = asked(url.searchParams);
	const isEvery = url.searchParams.get('every') === 'period';
	if (!ask.indicator) error(400, 'Say which indicator, for example /map/csv?indicator=w04.');
	const { indicator, choice } = await viewOf(db, at, { ...ask, indicator: ask.indicator });
	if (choice.kind === 'none')
		error(404, `There is no map of ${indicator.code}. The page /map says why.`);
	const view = { geography: choice.geography, codes: [indicator.code], lens: ask.spots };
	return isEvery ? view : { ...view, period: choice.period.id };
}
