import { error } from '@sveltejs/kit';
import { hiddenSides, shownSides } from '$lib/domain/audit/shown.ts';
import { isHidden } from '$lib/domain/journey.ts';
import { may } from '$lib/domain/permission.ts';
import { rolesOnly } from '$lib/domain/sentence/absent.ts';
import * as editions from '$lib/server/db/editions.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as journey from '$lib/server/db/journey.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import * as sources from '$lib/server/db/sources.ts';
import * as figures from '$lib/server/figures.ts';
import { originsOf } from '$lib/server/open-origin.ts';
import { asked } from './asked.ts';
import { shape } from './shape.ts';
import type { PageServerLoad } from './$types';

// Readers see where a published figure came from and by which roles it passed; colleagues see the
// people, the drafts and the audit as well. A hidden number is told to nobody.

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, edition, user } = locals;
	const figure = await asked(db, params, url);
	const { indicator, area, period, breakdown } = figure;
	const { code, themes } = indicator;
	const isColleague = may(user, 'read drafts');
	if (indicator.restricted && !may(user, 'read restricted', { indicator: code, themes })) {
		error(403, rolesOnly(indicator).text);
	}
	const at = edition.publishedAt;
	const key = { indicator: code, area: area.code, period: period.id, breakdown: breakdown.id };
	const series = { indicator: code, area: area.code, breakdown: breakdown.id };
	const [versions, returns, events, allEditions, allSources, said, held, defined] =
		await Promise.all([
			figures.history(db, at, { ...key, themes }, user),
			journey.returnsOf(db, key),
			isColleague ? journey.eventsOf(db, key) : [],
			editions.all(db),
			sources.all(db),
			judgements.held(db, at, { indicators: [code], areas: [area.code] }),
			figures.series(db, at, series),
			indicators.versions(db, code)
		]);
	if (versions.length === 0 && !(isColleague && returns.length > 0)) {
		error(404, 'We hold no such figure. The page of the measure lists those that we hold.');
	}
	const { disclosure_rule, threshold, hide_zero } = defined.at(-1) ?? unknownRule;
	const sides = isHidden(versions)
		? hiddenSides
		: (event: (typeof events)[number]) =>
				shownSides({ ...event, disclosure_rule, threshold, hide_zero });
	return shape({
		...figure,
		...{ versions, returns, isColleague },
		...{ editions: allEditions, sources: allSources, held, defined },
		readsAudit: may(user, 'read audit'),
		judgements: said.filter((one) => one.period === period.id && one.breakdown === breakdown.id),
		origins: originsOf(code, { breakdown: breakdown.id, period }),
		events: events.map((event) => ({ ...event, ...sides(event) }))
	});
};

const unknownRule = { disclosure_rule: 'people', threshold: null, hide_zero: null };
