import {
	type Area,
	ENGLAND,
	LOCALITIES,
	WALSALL,
	WARDS_NOW,
	WEST_MIDLANDS
} from '$lib/domain/area.ts';
import { readComparators } from '$lib/domain/selection.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as breakdowns from '$lib/server/db/breakdowns.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as sources from '$lib/server/db/sources.ts';
import * as themes from '$lib/server/db/themes.ts';
import * as figures from '$lib/server/figures.ts';
import { shapesOf } from '../geo/shapes.ts';
import type { Geography } from './geography.ts';
import { latestOf } from './latest-of.ts';
import { peersOf } from './peers.ts';
import { shape } from './shape.ts';
import { surroundings } from './surroundings.ts';

// The profile of one place, the same for a locality, a ward of either set, a community area, a
// neighbourhood and the borough.

export async function profile(locals: App.Locals, url: URL, area: Area, places: Geography) {
	const { db } = locals;
	const at = locals.edition.publishedAt;
	const around = surroundings(area);
	const drawn = area.level === 'borough' ? WARDS_NOW : area.vintage;
	const [
		own,
		stored,
		catalogue,
		breaks,
		levels,
		similar,
		all,
		groups,
		credits,
		allThemes,
		outline,
		inner
	] = await Promise.all([
		figures.held(db, at, { areas: [area.code] }),
		judgements.held(db, at, { areas: [area.code] }),
		indicators.inUse(db),
		indicators.breaks(db),
		holdings.levels(db, at),
		areas.comparatorSet(db, 'similar'),
		periods.all(db),
		breakdowns.all(db),
		sources.all(db),
		themes.all(db),
		shapesOf(db, drawn),
		around.parts ? shapesOf(db, around.parts) : undefined
	]);
	const partCodes = partsOf(area, around.parts, places);
	const shown = latestOf(own, groups);
	const beside = [WALSALL, ENGLAND, WEST_MIDLANDS, ...similar.map(({ code }) => code)];
	const [others, parts, partTests, peers, localities] = await Promise.all([
		figures.held(db, at, { ...shown, areas: beside }),
		figures.held(db, at, { ...shown, areas: partCodes }),
		judgements.held(db, at, { kind: 'comparison', areas: partCodes }),
		around.peers ? peersOf(db, at, around.peers) : [],
		area.level === 'locality' ? peersOf(db, at, LOCALITIES) : []
	]);
	return shape({
		area,
		places,
		compare: readComparators(url.searchParams),
		held: { catalogue, own, others, judgements: stored, periods: all, breakdowns: groups },
		parts,
		partComparisons: partTests.filter((one) => one.kind === 'comparison'),
		peers,
		localities,
		levels,
		breaks,
		sources: credits,
		themes: allThemes,
		similar: similar.map(({ code }) => code),
		shapes: { outline, inner }
	});
}

function partsOf(area: Area, vintage: string | null, { links, areas: all }: Geography): string[] {
	return links
		.filter((link) => link.parent === area.code && all.get(link.child)?.vintage === vintage)
		.map((link) => link.child);
}
