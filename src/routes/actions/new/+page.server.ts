import { fail, redirect } from '@sveltejs/kit';
import { LOCALITIES, WALSALL } from '$lib/domain/area.ts';
import { normaliseCode } from '$lib/domain/indicator.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import { text } from '$lib/server/web/form.ts';
import { permit, signedInPerson } from '$lib/server/web/permit.ts';
import { mayWrite, promise } from '$lib/server/workflow/actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = permit(event, 'read drafts');
	const { db } = event.locals;
	const [catalogue, places] = await Promise.all([indicators.inUse(db), areas.all(db)]);
	return {
		indicators: catalogue
			.filter((indicator) => mayWrite(person, indicator))
			.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
		areas: places
			.filter(({ code, vintage }) => code === WALSALL || vintage === LOCALITIES)
			.map(({ code, name }) => ({ value: code, label: name })),
		asked: {
			indicator: normaliseCode(event.url.searchParams.get('indicator') ?? ''),
			area: event.url.searchParams.get('area') ?? WALSALL
		}
	};
};

const fields = ['indicator', 'area', 'promise', 'owner', 'dueOn'] as const;

export const actions: Actions = {
	default: async (event) => {
		const person = signedInPerson(event);
		const form = await event.request.formData();
		const given = Object.fromEntries(fields.map((name) => [name, text(form, name)])) as Record<
			(typeof fields)[number],
			string
		>;
		const done = await promise(event.locals.db, person, given, new Date());
		if (!done.ok) return fail(400, { why: done.why, given });
		redirect(303, `/actions/${done.id}`);
	}
};
