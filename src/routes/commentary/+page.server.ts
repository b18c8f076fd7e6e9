import { fail, redirect } from '@sveltejs/kit';
import { LOCALITIES, WALSALL } from '$lib/domain/area.ts';
import { normaliseCode } from '$lib/domain/indicator.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as commentaries from '$lib/server/db/commentaries.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as figures from '$lib/server/figures.ts';
import { text } from '$lib/server/web/form.ts';
import { permit, signedInPerson } from '$lib/server/web/permit.ts';
import { mayWrite } from '$lib/server/workflow/actions.ts';
import { publish } from '$lib/server/workflow/commentaries.ts';
import type { Actions, PageServerLoad } from './$types';

/** First the indicator and the place, then the words, with those of before beside them. */
export const load: PageServerLoad = async (event) => {
	const person = permit(event, 'read drafts');
	const { db, edition } = event.locals;
	const { searchParams } = event.url;
	const [catalogue, places, times] = await Promise.all([
		indicators.inUse(db),
		areas.all(db),
		periods.all(db)
	]);
	const own = catalogue.filter((indicator) => mayWrite(person, indicator));
	const asked = normaliseCode(searchParams.get('indicator') ?? '');
	const indicator = own.find(({ code }) => code === asked);
	const area = searchParams.get('area') ?? WALSALL;
	const of = { indicators: [indicator?.code ?? ''], areas: [area] };
	const [latest, said] = await Promise.all([
		figures.latest(db, edition.publishedAt, of),
		commentaries.held(db, new Date().toISOString(), of)
	]);
	const ids = [...new Set([...latest, ...said].map(({ period }) => period))];
	return {
		indicators: own.map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
		areas: places
			.filter(({ code, vintage }) => code === WALSALL || vintage === LOCALITIES)
			.map(({ code, name }) => ({ value: code, label: name })),
		asked: { indicator: indicator?.code ?? '', area },
		periods: ids.map((id) => ({ value: id, label: times.get(id)?.label ?? id })),
		before: said
			.slice(0, 1)
			.map((one) => ({ ...one, label: times.get(one.period)?.label ?? one.period }))
	};
};

const fields = ['indicator', 'area', 'period', 'what', 'soWhat', 'nowWhat', 'cause'] as const;

export const actions: Actions = {
	default: async (event) => {
		const person = signedInPerson(event);
		const form = await event.request.formData();
		const given = Object.fromEntries(fields.map((name) => [name, text(form, name)])) as Record<
			(typeof fields)[number],
			string
		>;
		const done = await publish(event.locals.db, person, given, new Date());
		if (!done.ok) return fail(400, { why: done.why, given });
		redirect(303, `/indicators/${given.indicator.toLowerCase()}#answer`);
	}
};
