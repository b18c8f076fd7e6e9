import type { Edition } from '$lib/domain/edition.ts';
import { date } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Chart } from '$lib/charts/chart.ts';
import type { Downloads } from '$lib/charts/figure.ts';

// Stable addresses of one chart's files. They carry what the page shows: comparators, group, areas,
// edition.

const carriedOver = ['compare', 'group', 'areas', 'edition'];

interface Wanted {
	indicator: Pick<Indicator, 'code'>;
	chart: Chart;
	edition: Edition;
	url: URL;
}

export function downloadsOf({ indicator, chart, edition, url }: Wanted): Downloads {
	const query = kept(url.searchParams);
	const code = indicator.code.toLowerCase();
	const address = `/charts/${code}/${chart.id}`;
	return {
		csv: `${address}.csv${query}`,
		...(chart.spec && {
			svg: `${address}.svg${query}`,
			png: `${address}.png${query}`,
			embed: `${url.origin}/embed/indicators/${code}/${chart.id}${query}`
		}),
		citation: citation({
			...{ title: chart.alt.title, edition },
			address: `${url.origin}/indicators/${code}${query}`
		})
	};
}

/** How to quote a figure: what, from where, as published when, at which address. */
export function citation(of: { title: string; edition: Edition; address: string }): string {
	return `${of.title}. Walsall cohesion indicators, figures as published at ${date(of.edition.publishedAt)}. ${of.address}`;
}

export function kept(params: URLSearchParams): string {
	const kept = new URLSearchParams();
	for (const name of carriedOver) {
		const value = params.getAll(name).join(',');
		if (value) kept.set(name, value);
	}
	const query = kept.toString().replaceAll('%2C', ',');
	return query ? `?${query}` : '';
}
