import { error } from '@sveltejs/kit';
import { drawn } from '$lib/charts/plot-host.server.ts';
import { date } from '$lib/domain/format.ts';
import { found } from '../../../../indicators/[code]/find.ts';
import { charts, gather } from '../../../../indicators/[code]/gather.ts';
import { downloadsOf, kept } from '../../../../indicators/[code]/downloads.ts';
import type { PageServerLoad } from './$types';

// One chart on a page of its own, to be framed by other sites: no header, no footer.
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { edition } = locals;
	const indicator = await found(locals.db, params.code, url);
	const all = charts(await gather(locals, indicator, url.searchParams));
	const chart = all.get(params.chart === 'trend' ? 'trend-all' : params.chart);
	if (!chart?.spec) error(404, `${indicator.code} has no chart "${params.chart}" to embed.`);
	const { csv } = downloadsOf({ indicator, chart, edition, url });
	return {
		bare: true,
		title: indicator.title,
		figure: drawn(chart, { csv }),
		page: `/indicators/${indicator.code.toLowerCase()}${kept(url.searchParams)}`,
		asAt: date(edition.publishedAt)
	};
};
