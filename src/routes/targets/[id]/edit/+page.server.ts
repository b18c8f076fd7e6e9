import { error, redirect } from '@sveltejs/kit';
import * as indicators from '$lib/server/db/indicators.ts';
import * as targets from '$lib/server/db/targets.ts';
import { whole } from '$lib/server/web/form.ts';
import { permit } from '$lib/server/web/permit.ts';
import { edit } from '$lib/server/workflow/targets.ts';
import { formOf, givenOf } from '../../form.ts';
import { checked, offeredFor, saved } from '../../write.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The open version and its measure, for somebody who may write it. */
async function asked(event: Pick<RequestEvent, 'locals' | 'url' | 'params'>) {
	permit(event, 'read drafts');
	const { db } = event.locals;
	const all = await targets.versions(db, { id: event.params.id });
	const target = all.find(({ state }) => ['draft', 'returned'].includes(state));
	const indicator = all[0] && (await indicators.byCode(db, all[0].indicator));
	if (!indicator) error(404, 'We hold no target at this address.');
	const person = permit(event, 'propose target', {
		...{ indicator: indicator.code, themes: indicator.themes }
	});
	return { db, person, indicator, target, newest: all[0] };
}

export const load: PageServerLoad = async (event) => {
	const { db, indicator, target } = await asked(event);
	if (!target) redirect(303, `/targets/${event.params.id}`);
	const { area, breakdown } = target;
	const at = event.locals.edition.publishedAt;
	return {
		...{ indicator, area, breakdown, given: formOf(target) },
		seen: { version: target.version, revision: target.revision },
		returnedNote: target.state === 'returned' ? target.returnedNote : null,
		offered: await offeredFor(db, at, { indicator, area, breakdown })
	};
};

export const actions: Actions = {
	check: async (event) => {
		const { db, indicator } = await asked(event);
		return checked(db, indicator, givenOf(await event.request.formData()));
	},
	save: async (event) => {
		const { db, person, indicator } = await asked(event);
		const form = await event.request.formData();
		const seen = {
			id: event.params.id,
			...{ version: whole(form, 'version'), revision: whole(form, 'revision') }
		};
		const given = givenOf(form);
		const made = await saved(db, { indicator, person, given }, (of, now) =>
			edit(db, person, { ...seen, entered: of }, now)
		);
		if (made.refused) return made.refused;
		redirect(303, `/targets/${made.id}?version=${made.version}&saved=1`);
	}
};
