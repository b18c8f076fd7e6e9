import { error } from '@sveltejs/kit';
import { LOCALITIES, NEIGHBOURHOODS, WARDS_BEFORE, WARDS_NOW } from '$lib/domain/area.ts';
import { versionShown, visible } from '$lib/domain/coldspot/standing.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as coldSpots from '$lib/server/db/cold-spots.ts';
import { residentsOf } from '$lib/server/residents.ts';
import { shapesOf } from '../geo/shapes.ts';
import type { PageServerLoad } from './$types';
import { asked } from './asked.ts';
import { content } from './content.ts';
import { comparison } from './comparison.ts';
import type { Places } from './places.ts';

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const ask = asked(url.searchParams);
	const [stored, shapes, wards, places] = await Promise.all([
		coldSpots.recipes(db),
		shapesOf(db, NEIGHBOURHOODS),
		shapesOf(db, WARDS_NOW),
		placesOf(db, edition.publishedAt)
	]);
	const versions = visible(stored, ask.lens);
	const chosen = versionShown(stored, ask.lens, ask.version);
	if (!shapes) error(404, 'There are no neighbourhood boundaries to draw.');
	if (ask.version !== null && !chosen) {
		error(404, `Version ${ask.version} of this lens does not exist. Leave the version out.`);
	}
	// Findings rest on published figures: before the first edition there were none.
	const shown = places.residents.size > 0 ? chosen : undefined;
	const compared = await comparison(db, {
		stored: shown ? stored : [],
		chosen: shown,
		ask
	});
	return {
		isTooEarly: places.residents.size === 0,
		...content({ ask, chosen: shown, versions, compared, places, shapes }),
		shapes: { href: shapes.href, codes: shapes.codes, outlines: shapes.outlines },
		wards: { href: wards?.href ?? '', codes: wards?.codes ?? [] }
	};
};

async function placesOf(db: Db, at: string): Promise<Places> {
	const [neighbourhoods, localities, wards, formerWards, toNow, toFormer, toLocality, residents] =
		await Promise.all([
			areas.ofVintage(db, NEIGHBOURHOODS),
			areas.ofVintage(db, LOCALITIES),
			areas.ofVintage(db, WARDS_NOW),
			areas.ofVintage(db, WARDS_BEFORE),
			areas.linksBetween(db, NEIGHBOURHOODS, WARDS_NOW),
			areas.linksBetween(db, NEIGHBOURHOODS, WARDS_BEFORE),
			areas.linksBetween(db, NEIGHBOURHOODS, LOCALITIES),
			residentsOf(db, at)
		]);
	return {
		neighbourhoods,
		localities,
		wards,
		formerWards,
		links: { toNow, toFormer, toLocality },
		residents
	};
}
