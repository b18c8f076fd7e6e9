import { error, fail, redirect } from '@sveltejs/kit';
import { FIELDS } from '$lib/domain/catalogue/definition.ts';
import { dayInWalsall } from '$lib/domain/day.ts';
import * as catalogue from '$lib/server/db/catalogue.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as proposals from '$lib/server/db/proposals.ts';
import * as themes from '$lib/server/db/themes.ts';
import { text } from '$lib/server/web/form.ts';
import { permit, signedInPerson } from '$lib/server/web/permit.ts';
import { type Asked, propose } from '$lib/server/workflow/catalogue.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form: for a new indicator, for the change of one, or for an own draft that is written anew. */
export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	signedInPerson(event);
	const id = event.url.searchParams.get('draft');
	const draft = id ? await proposals.byId(db, id) : undefined;
	const code = (draft?.indicator ?? event.url.searchParams.get('indicator') ?? '').toUpperCase();
	const [indicator, held, allThemes] = await Promise.all([
		code ? indicators.byCode(db, code) : undefined,
		catalogue.definitions(db),
		themes.all(db)
	]);
	if (code && !indicator) error(404, `There is no indicator “${code}”.`);
	const own = indicator ? { indicator: code, themes: indicator.themes } : undefined;
	const person = permit(
		event,
		'propose catalogue change',
		own ?? { themes: allThemes.map((one) => one.code) }
	);
	const isOwn = draft?.proposedBy === person.id;
	if (id && !isOwn) error(404, 'There is no such draft of yours.');
	return {
		indicator: indicator ? { code, title: indicator.title, version: indicator.version } : null,
		definition: draft?.content.definition ?? held.get(code)?.definition ?? BLANK,
		draft: draft ? { id: draft.id, reason: draft.reason, content: draft.content } : null,
		themes: allThemes.map((one) => ({ code: one.code, title: one.title })),
		today: dayInWalsall(new Date())
	};
};

const BLANK = { multiplier: '100', decimals: '1', map_allowed: 'yes', evidence: 'inference' };

export const actions: Actions = {
	default: async (event) => {
		const person = signedInPerson(event);
		const form = await event.request.formData();
		const given = read(form);
		const outcome = await propose(event.locals.db, person, given, new Date());
		if (!outcome.ok) return fail(400, { faults: outcome.faults, given });
		redirect(303, `/catalogue/proposals/${outcome.id}`);
	}
};

function read(form: FormData): Asked {
	const indicator = text(form, 'indicator', 6).toUpperCase();
	const breakNote = text(form, 'break_note', 300);
	return {
		id: text(form, 'id', 40) || undefined,
		kind: indicator ? 'change' : 'new',
		indicator: indicator || null,
		content: {
			...(indicator
				? { basedOn: Number(text(form, 'based_on', 6)) }
				: { code: text(form, 'code', 6).toUpperCase() }),
			definition: Object.fromEntries(
				FIELDS.map(({ name }) => [name, text(form, `d-${name}`, 2001)])
			),
			from: text(form, 'from', 10),
			breakNote: indicator && breakNote ? breakNote : null
		},
		...{ mergedInto: null, decidedFor: null, decidedOn: null },
		reason: text(form, 'reason', 600),
		isSubmitted: form.get('send') !== 'draft'
	};
}
