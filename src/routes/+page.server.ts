import { ENGLAND, LOCALITIES, WALSALL, WARDS_NOW, WEST_MIDLANDS } from '$lib/domain/area.ts';
import { carried, readComparators } from '$lib/domain/selection.ts';
import * as actions from '$lib/server/db/actions.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as breakdowns from '$lib/server/db/breakdowns.ts';
import * as changes from '$lib/server/db/changes.ts';
import * as collections from '$lib/server/db/collections.ts';
import * as commentaries from '$lib/server/db/commentaries.ts';
import * as editions from '$lib/server/db/editions.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as themes from '$lib/server/db/themes.ts';
import * as figures from '$lib/server/figures.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import { shapesOf } from './geo/shapes.ts';
import { shape } from './overview/shape.ts';
import { geography } from './places/geography.ts';
import { latestOf } from './places/latest-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, edition } = locals;
	const at = edition.publishedAt;
	const now = shownAt(locals, new Date()).at;
	const places = await geography(db, carried(url.searchParams));
	const localities = [...places.areas.values()].filter(({ vintage }) => vintage === LOCALITIES);
	const parts = localities.map(({ code }) => code);
	const [
		catalogue,
		allThemes,
		breaks,
		own,
		local,
		stored,
		all,
		groups,
		similar,
		arrived,
		shapes,
		accounts
	] = await Promise.all([
		indicators.inUse(db),
		themes.all(db),
		indicators.breaks(db),
		figures.held(db, at, { areas: [WALSALL] }),
		figures.latest(db, at, { areas: parts, breakdowns: ['all'] }),
		judgements.held(db, at, { areas: [WALSALL, ...parts] }),
		periods.all(db),
		breakdowns.all(db),
		areas.comparatorSet(db, 'similar'),
		changes.arrivals(db, at),
		shapesOf(db, WARDS_NOW),
		accountsOf(db, { at, now })
	]);
	const codes = similar.map(({ code }) => code);
	const beside = { ...latestOf(own, groups), areas: [ENGLAND, WEST_MIDLANDS, ...codes] };
	const others = await figures.held(db, at, beside);
	return shape({
		edition,
		places,
		localities,
		compare: readComparators(url.searchParams),
		held: { catalogue, own, others, judgements: stored, periods: all, breakdowns: groups },
		local,
		themes: allThemes,
		breaks,
		similar: codes,
		arrived,
		shapes,
		accounts
	});
};

/** Who answers with what: promises, words, and what is due. */
async function accountsOf(db: App.Locals['db'], { at, now }: { at: string; now: string }) {
	const [promised, said, calendar, reports] = await Promise.all([
		actions.all(db, now),
		commentaries.held(db, now),
		collections.all(db, now),
		editions.reports(db, at)
	]);
	return { now, actions: promised, commentaries: said, collections: calendar, reports };
}
