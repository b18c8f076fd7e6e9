import { error } from '@sveltejs/kit';
import { asked } from '../asked.ts';
import { multiplesOf } from '../multiples.ts';
import { viewOf } from '../view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const ask = asked(url.searchParams);
	if (!ask.indicator) error(400, 'Say which measure, for example /map/over-time?indicator=w04.');
	const at = edition.publishedAt;
	const { indicator, choice } = await viewOf(db, at, { ...ask, indicator: ask.indicator });
	if (choice.kind === 'none')
		error(404, `There is no map of ${indicator.code}. The page /map says why.`);
	const { geography, offered } = choice;
	const series = { indicators: [indicator], geography, every: 'period' as const };
	const multiples = await multiplesOf(db, at, series);
	return { code: indicator.code, title: indicator.title, geography, offered, ...multiples };
};
