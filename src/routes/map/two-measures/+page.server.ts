import { NEIGHBOURHOODS } from '$lib/domain/area.ts';
import { bivariate, type Pair } from '$lib/domain/spatial/bivariate.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as coverage from '$lib/server/db/holdings.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as figures from '$lib/server/figures.ts';
import { shapesOf } from '../../geo/shapes.ts';
import type { PageServerLoad } from './$types';
import { content } from './content.ts';

// An analyst's page: two measures at neighbourhood level, and an honest word about what that shows.

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const at = edition.publishedAt;
	const [offered, shapes, places] = await Promise.all([
		offeredBy(db, at),
		shapesOf(db, NEIGHBOURHOODS),
		areas.ofVintage(db, NEIGHBOURHOODS)
	]);
	const pick = (name: string) =>
		offered.find(({ code }) => code === url.searchParams.get(name)?.toUpperCase());
	const x = pick('x') ?? offered[0];
	const y = pick('y') ?? offered.find(({ code }) => code !== x?.code);
	const unknown = ['x', 'y'].filter((name) => url.searchParams.get(name) && !pick(name));
	const area = url.searchParams.get('area')?.toUpperCase() ?? null;
	const choices = offered.map(({ code, title }) => ({ code, title }));
	if (!x || !y || !shapes) return { choices, unknown, view: null };
	const held = await figures.latest(db, at, {
		indicators: [x.code, y.code],
		vintages: [NEIGHBOURHOODS],
		breakdowns: ['all']
	});
	const pairs = pairsOf(held, x, y);
	const found = bivariate(pairs);
	return {
		choices,
		unknown,
		view: content({ x, y, pairs, found, places, area, shapes })
	};
};

/** Measures with figures by neighbourhood that may be mapped. */
async function offeredBy(db: Db, at: string): Promise<Indicator[]> {
	const [catalogue, held] = await Promise.all([indicators.all(db), coverage.coverage(db, at)]);
	const covered = new Set(
		held
			.filter(({ vintage, breakdown }) => vintage === NEIGHBOURHOODS && breakdown === 'all')
			.map(({ indicator }) => indicator)
	);
	return catalogue.filter(({ code, mapAllowed }) => mapAllowed && covered.has(code));
}

/** Neighbourhoods with a known figure of both; too small a base leaves one out. */
function pairsOf(held: readonly Figure[], x: Indicator, y: Indicator): Pair[] {
	const of = (code: string) =>
		new Map(
			held
				.filter(({ indicator, flags }) => indicator === code && !flags.includes('u'))
				.map(({ area, value }) => [area, value])
		);
	const ys = of(y.code);
	return [...of(x.code)].flatMap(([area, value]) => {
		const other = ys.get(area) ?? null;
		return value === null || other === null ? [] : [{ area, x: value, y: other }];
	});
}
