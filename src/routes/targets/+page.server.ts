import { dayInWalsall } from '$lib/domain/day.ts';
import { may } from '$lib/domain/permission.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as duties from '$lib/server/db/duties.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as targets from '$lib/server/db/targets.ts';
import * as themes from '$lib/server/db/themes.ts';
import { listed, readFilters, states } from './list.ts';
import { ofOpen } from './open.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, edition, user } = locals;
	const at = edition.publishedAt;
	const mayReadDrafts = may(user, 'read drafts') && !locals.isEarlierEdition;
	const [catalogue, versions, words, places, times, allThemes, owners] = await Promise.all([
		indicators.all(db),
		targets.versions(db),
		judgements.held(db, at, { kind: 'target' }),
		areas.all(db),
		periods.all(db),
		themes.all(db),
		// Names of officers are for those who work with them.
		mayReadDrafts ? duties.inForce(db, dayInWalsall(new Date())) : []
	]);
	const given = {
		versions: ofOpen(versions, catalogue),
		...{ catalogue, judgements: words, at, mayReadDrafts, duties: owners },
		...{ areas: new Map(places.map((area) => [area.code, area])), periods: times }
	};
	const filters = readFilters(url.searchParams);
	const all = listed(given, { theme: '', area: '', owner: '', state: '' });
	const used = new Set(versions.map(({ area }) => area));
	return {
		groups: listed(given, filters),
		counts: all.map(({ state, lines }) => ({ state, count: lines.length })),
		measures: catalogue.filter(({ kind }) => kind === 'catalogue').length,
		filters,
		themes: allThemes.map(({ code, title }) => ({ value: code, label: title })),
		areas: places
			.filter(({ code }) => used.has(code))
			.map(({ code, name }) => ({ value: code, label: name })),
		owners: [
			...new Set(owners.filter(({ duty }) => duty === 'owner').map(({ name }) => name))
		].sort(),
		states: states.filter((state) => all.some((group) => group.state === state)),
		mayPropose: may(user, 'propose target') || (user?.roles.includes('officer') ?? false)
	};
};
