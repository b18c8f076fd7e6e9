import { error } from '@sveltejs/kit';
import { readComparators } from '$lib/domain/selection.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as observations from '$lib/server/db/observations.ts';
import * as sources from '$lib/server/db/sources.ts';
import * as themes from '$lib/server/db/themes.ts';
import { shapesOf } from '../geo/shapes.ts';
import { asked } from './asked.ts';
import { content } from './content.ts';
import { factsOf } from './facts.ts';
import { menu } from './menu.ts';
import type { PageServerLoad } from './$types';
import { viewOf } from './view.ts';

// The one reading page with client code: the picture becomes a map that can be moved.
export const csr = true;

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const at = edition.publishedAt;
	const ask = asked(url.searchParams);
	const groups = await menuOf(db, at);
	const code = ask.indicator ?? groups[0]?.items[0]?.code;
	if (!code) error(404, 'No figures below the borough had been published by then.');
	const { indicator, choice } = await viewOf(db, at, { ...ask, indicator: code });
	const { title } = indicator;
	const common = { groups, asked: ask, compare: readComparators(url.searchParams) };
	if (choice.kind === 'none') return { ...common, none: { code, title, why: choice.why } };
	const [facts, shapes, credits] = await Promise.all([
		factsOf(db, at, { indicator, geography: choice.geography, period: choice.period }),
		shapesOf(db, choice.geography.vintage),
		sources.all(db)
	]);
	if (!shapes) error(404, `There are no boundaries of ${choice.geography.many} to draw.`);
	const { offered, periods, remarks } = choice;
	return {
		...common,
		map: { ...content(facts, shapes, credits), offered, periods, remarks }
	};
};

async function menuOf(db: Db, at: string) {
	const [catalogue, allThemes, held] = await Promise.all([
		indicators.all(db),
		themes.all(db),
		observations.geographies(db, at)
	]);
	return menu(catalogue, allThemes, held);
}
