import { redirect } from '@sveltejs/kit';
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
	// The map says why there is none: nothing had been published yet, or not below the borough.
	if (!code) redirect(307, `/map${url.search}`);
	const { indicator, choice } = await viewOf(db, at, { ...ask, indicator: code });
	if (choice.kind === 'none') redirect(307, `/map${url.search}`);
	const { geography, offered } = choice;
	const series = { indicators: [indicator], geography, every: 'period' as const };
	const multiples = await multiplesOf(db, at, series);
	return { code, title: indicator.title, groups, geography, offered, ...multiples };
};
