import { error, redirect } from '@sveltejs/kit';
import { WALSALL } from '$lib/domain/area.ts';
import { normaliseCode } from '$lib/domain/indicator.ts';
import { may } from '$lib/domain/permission.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as targets from '$lib/server/db/targets.ts';
import { permit } from '$lib/server/web/permit.ts';
import { propose } from '$lib/server/workflow/targets.ts';
import { formOf, givenOf } from '../form.ts';
import { checked, offeredFor, saved } from '../write.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	const person = permit(event, 'read drafts');
	const { db, edition } = locals;
	const catalogue = await indicators.inUse(db);
	const own = catalogue
		.filter(({ code, themes }) => may(person, 'propose target', { indicator: code, themes }))
		.filter(({ kind, restricted }) => kind === 'catalogue' && !restricted);
	const asked = normaliseCode(url.searchParams.get('indicator') ?? '');
	const indicator = own.find(({ code }) => code === asked);
	if (asked && !indicator) permit(event, 'propose target', { indicator: asked });
	const area = url.searchParams.get('area') || WALSALL;
	const breakdown = url.searchParams.get('group') || 'all';
	const standing = indicator
		? await targets.inForce(db, new Date().toISOString(), [indicator.code])
		: [];
	const before = standing.find((one) => one.area === area && one.breakdown === breakdown);
	return {
		// A new version starts from the one in force; why the goal changes is said anew.
		before: before ? { ...formOf(before), rationale: '' } : null,
		measures: own.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
		indicator: indicator ?? null,
		...{ area, breakdown },
		offered:
			indicator && (await offeredFor(db, edition.publishedAt, { indicator, area, breakdown }))
	};
};

async function sent(event: RequestEvent) {
	const { db } = event.locals;
	const given = givenOf(await event.request.formData());
	const indicator = await indicators.byCode(db, normaliseCode(given['indicator'] ?? ''));
	if (!indicator) error(400, 'Choose the measure first.');
	const { code, themes } = indicator;
	const person = permit(event, 'propose target', { indicator: code, themes });
	return { db, person, indicator, given };
}

export const actions: Actions = {
	check: async (event) => {
		const { db, indicator, given } = await sent(event);
		return checked(db, indicator, given);
	},
	save: async (event) => {
		const { db, person, indicator, given } = await sent(event);
		const made = await saved(db, { indicator, person, given }, (of, now) =>
			propose(db, person, of, now)
		);
		if (made.refused) return made.refused;
		redirect(303, `/targets/${made.id}?version=${made.version}&saved=1`);
	}
};
