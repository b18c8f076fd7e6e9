import { error } from '@sveltejs/kit';
import type { Chart } from '$lib/charts/chart.ts';
import { frameSvg } from '$lib/charts/frame.ts';
import { draw, isIllustrative } from '$lib/charts/plot-host.server.ts';
import { date } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { csv } from '$lib/server/export/csv.ts';
import { contentTypes } from '$lib/server/export/file.ts';
import { png } from '$lib/server/export/png.ts';
import { reference } from '$lib/server/export/reference.ts';
import { figures } from '$lib/server/export/tables/figures.ts';
import { found } from '../../../indicators/[code]/find.ts';
import { charts, gather } from '../../../indicators/[code]/gather.ts';
import type { RequestHandler } from './$types';

// One chart as a file at a stable address: /charts/w07/trend-all.svg, .png or .csv, with the same
// choices in the address as on the page.

const types = {
	svg: 'image/svg+xml; charset=utf-8',
	png: 'image/png',
	csv: contentTypes.csv
} as const;

type Format = keyof typeof types;

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const [, asked = '', format] = /^([\w-]+)\.(svg|png|csv)$/.exec(params.file) ?? [];
	if (!format) error(404, 'A chart is offered as .svg, .png or .csv: there is no other form.');
	const indicator = await found(locals.db, params.code, url);
	const all = charts(await gather(locals, indicator, url.searchParams));
	const chart = all.get(asked === 'trend' ? 'trend-all' : asked);
	if (!chart) error(404, missing(indicator, asked, all));
	const { publishedAt, notice } = locals.edition;
	const asAt = date(publishedAt);
	const body = await made(chart, format as Format, { locals, indicator, asAt, notice });
	return new Response(body, {
		headers: {
			'content-type': types[format as Format],
			'content-disposition': `inline; filename="${indicator.code.toLowerCase()}-${chart.id}.${format}"`
		}
	});
};

interface From {
	locals: App.Locals;
	indicator: Indicator;
	asAt: string;
	notice: string | undefined;
}

async function made(chart: Chart, format: Format, { locals, indicator, asAt, notice }: From) {
	if (format === 'csv') return csv(figures(chart.figures, await reference(locals.db)));
	if (!chart.spec) error(404, 'Neighbourhoods are drawn on the map: this chart has a table only.');
	const svg = frameSvg({
		title: chart.title,
		subtitle: `${indicator.title}. ${chart.subtitle}`,
		body: draw(chart.spec('wide'), chart.id, chart.alt),
		notes: [...chart.notes, `Source: ${chart.source}`],
		asAt,
		notice,
		illustrative: isIllustrative(chart)
	});
	return format === 'svg' ? svg : png(svg);
}

function missing({ code }: Indicator, asked: string, all: ReadonlyMap<string, unknown>): string {
	const names = [...all.keys()].join(', ');
	return names
		? `${code} has no chart "${asked}". It has: ${names}.`
		: `${code} has no figures yet, so there is no chart.`;
}
