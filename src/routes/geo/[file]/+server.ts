import { error, redirect } from '@sveltejs/kit';
import { LOCALITIES } from '$lib/domain/area.ts';
import { layered } from '$lib/map/layers.ts';
import { openFeatures } from '$lib/map/project.ts';
import { sprite } from '$lib/map/sprite.ts';
import * as boundaries from '$lib/server/db/boundaries.ts';
import type { Db } from '$lib/server/db/client.ts';
import { BOROUGH, drawingOf } from '../shapes.ts';
import type { Topology } from 'topojson-specification';
import type { RequestHandler } from './$types';

// Geometry. `/geo/{vintage}.{hash}.svg` and `.topojson` are what the maps draw, kept for ever under
// their hash; `/geo/{vintage}.topojson` and `.geojson` are the open data, at addresses that stay.

const FILE = /^([a-z]+(?:-\d{4})?)(?:\.([0-9a-f]{8}))?\.(svg|topojson|geojson)$/;
const FOR_EVER = 'public, max-age=31536000, immutable';

export const GET: RequestHandler = async ({ params, locals }) => {
	const [, vintage, hash, format] = FILE.exec(params.file) ?? [];
	if (!vintage || !format)
		error(404, 'There is no such boundary file. See /data for those we hold.');
	if (!hash && format !== 'svg') return openData(locals.db, vintage, format);
	const drawing = await drawingOf(locals.db, vintage);
	if (!drawing) error(404, `We hold no boundaries called ${vintage}. See /data for those we hold.`);
	if (hash !== drawing.hash) redirect(302, `/geo/${vintage}.${drawing.hash}.${format}`);
	switch (format) {
		case 'svg': {
			const { areas, localities, borough } = drawing;
			return file(sprite([...areas, ...localities, ...borough]), 'image/svg+xml', FOR_EVER);
		}
		case 'topojson':
			return file(
				JSON.stringify(await interactive(locals.db, vintage)),
				'application/json',
				FOR_EVER
			);
		default:
			redirect(302, `/geo/${vintage}.geojson`);
	}
};

async function openData(db: Db, vintage: string, format: string): Promise<Response> {
	const held = await boundaries.topology(db, vintage);
	if (!held) error(404, `We hold no boundaries called ${vintage}. See /data for those we hold.`);
	if (format === 'topojson') return file(JSON.stringify(held.topology), 'application/json');
	return file(JSON.stringify(openFeatures(held.topology)), 'application/geo+json');
}

/** A vintage's areas with the localities and the borough, as layers of one topology. */
async function interactive(db: Db, vintage: string): Promise<Topology> {
	const layers = { areas: vintage, localities: LOCALITIES, borough: BOROUGH };
	const held = await Promise.all(
		Object.entries(layers).map(async ([layer, of]) => {
			const set = await boundaries.topology(db, of);
			return set && ([layer, set.topology] as const);
		})
	);
	return layered(Object.fromEntries(held.filter((layer) => layer !== undefined)));
}

function file(body: string, type: string, caching?: string): Response {
	const headers = new Headers({ 'content-type': `${type}; charset=utf-8` });
	headers.set('access-control-allow-origin', '*');
	if (caching) headers.set('cache-control', caching);
	return new Response(body, { headers });
}
