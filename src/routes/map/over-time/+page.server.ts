import { error } from '@sveltejs/kit';
import { asked } from '../asked.ts';
import { menuOf } from '../menu.ts';
import { multiplesOf } from '../multiples.ts';
import { viewOf } from '../view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const at = edition.publishedAt;
	const ask = asked(url.searchParams);
	const groups = await menuOf(db, at);
	const code = ask.indicator ?? groups[0]?.items[0]?.code;
	if (!code) error(404, 'No figures below the borough had been published by then.');
	const { indicator, choice } = await viewOf(db, at, { ...ask, indicator: code });
	if (choice.kind === 'none') error(404, `There is no map of ${code}. The page /map says why.`);
	const { geography, offered } = choice;
	const series = { indicators: [indicator], geography, every: 'period' as const };
	const multiples = await multiplesOf(db, at, series);
	return { code, title: indicator.title, groups, geography, offered, ...multiples };
};
