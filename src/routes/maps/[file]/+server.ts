import { error } from '@sveltejs/kit';
import { readComparators } from '$lib/domain/selection.ts';
import { png } from '$lib/server/export/png.ts';
import { asked } from '../../map/asked.ts';
import { exportOf } from './export.ts';
import type { RequestHandler } from './$types';

// `/maps/w04.svg?by=ward&period=2021-03-21` and `.png`: one map as a file that stands alone.

const FILE = /^([a-z]\d{2,3})\.(svg|png)$/i;

export const GET: RequestHandler = async ({ params, url, locals: { db, edition } }) => {
	const [, code, format] = FILE.exec(params.file) ?? [];
	if (!code || !format) error(404, 'A map has an address such as /maps/w04.svg or /maps/w04.png.');
	const ask = {
		...asked(url.searchParams),
		indicator: code.toUpperCase(),
		compare: readComparators(url.searchParams)
	};
	const { svg, name } = await exportOf(db, edition, ask);
	if (format.toLowerCase() === 'png') return file(await png(svg), 'image/png', `${name}.png`);
	return file(svg, 'image/svg+xml; charset=utf-8', `${name}.svg`);
};

function file(body: BodyInit, type: string, name: string): Response {
	const disposition = `inline; filename="${name}"`;
	return new Response(body, {
		headers: { 'content-type': type, 'content-disposition': disposition }
	});
}
