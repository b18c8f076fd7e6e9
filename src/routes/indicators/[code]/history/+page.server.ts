import { WALSALL } from '$lib/domain/area.ts';
import * as editions from '$lib/server/db/editions.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as proposals from '$lib/server/db/proposals.ts';
import * as targets from '$lib/server/db/targets.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as figures from '$lib/server/figures.ts';
import { decisions } from '../../../catalogue/shape.ts';
import { found } from '../find.ts';
import { definitionChanges, figureChanges, journeys } from './shape.ts';
import { targetChanges } from './targets.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, edition } = locals;
	const [indicator, allEditions] = await Promise.all([
		found(db, params.code, url),
		editions.all(db)
	]);
	const published = allEditions.filter(({ publishedAt }) => publishedAt <= edition.publishedAt);
	const before = published.at(-2);
	const wanted = { indicators: [indicator.code], areas: [WALSALL] };
	const [versions, breaks, decided, catalogue, allPeriods, now, then, agreed] = await Promise.all([
		indicators.versions(db, indicator.code),
		indicators.breaks(db, indicator.code),
		proposals.all(db, { indicator: indicator.code, states: ['approved'] }),
		indicators.all(db),
		periods.all(db),
		figures.held(db, edition.publishedAt, wanted),
		before ? figures.held(db, before.publishedAt, wanted) : [],
		targets.versions(db, { indicators: [indicator.code], area: WALSALL })
	]);
	return {
		...{ indicator, breaks },
		editions: published.reverse(),
		before,
		versions: definitionChanges(versions),
		decisions: decisions(decided, catalogue),
		targets: indicator.restricted ? [] : targetChanges(agreed, edition.publishedAt, indicator),
		journeys: journeys(now, allPeriods),
		changes: figureChanges(now, then, { periods: allPeriods, unit: indicator })
	};
};
