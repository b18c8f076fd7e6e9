import { fail, redirect } from '@sveltejs/kit';
import { dayInWalsall } from '$lib/domain/day.ts';
import * as themes from '$lib/server/db/themes.ts';
import { decoded, LARGEST } from '$lib/server/import/csv-file.ts';
import { bytes, text } from '$lib/server/web/form.ts';
import { permit, signedInPerson } from '$lib/server/web/permit.ts';
import { proposeAll } from '$lib/server/workflow/catalogue.ts';
import { readBulk } from './read.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	await asking(event);
	return { today: dayInWalsall(new Date()) };
};

/** Somebody who may change at least one theme's indicators; each line of the file is asked for anew. */
async function asking(event: Pick<RequestEvent, 'locals' | 'url'>) {
	signedInPerson(event);
	const all = await themes.all(event.locals.db);
	return permit(event, 'propose catalogue change', { themes: all.map(({ code }) => code) });
}

export const actions: Actions = {
	/** Shows what the file would change; nothing is written. */
	show: async (event) => {
		await asking(event);
		const form = await event.request.formData();
		const sent = decoded(await bytes(form, 'file'));
		if ('fault' in sent) return fail(400, { faults: [sent.fault] });
		const read = await readBulk(event.locals.db, sent.text);
		if (!read.ok) return fail(400, { faults: read.faults });
		return { content: sent.text, changed: read.changed };
	},
	/** Every difference becomes a proposal, or none does. */
	propose: async (event) => {
		const person = await asking(event);
		const form = await event.request.formData();
		const read = await readBulk(event.locals.db, text(form, 'content', LARGEST));
		if (!read.ok) return fail(400, { faults: read.faults });
		const [reason, from] = [text(form, 'reason', 600), text(form, 'from', 10)];
		const asked = read.changed.map(({ code, version, definition }) => ({
			...{ kind: 'change' as const, indicator: code, reason, isSubmitted: true },
			content: { definition, from, basedOn: version, breakNote: null },
			...{ mergedInto: null, decidedFor: null, decidedOn: null }
		}));
		const outcomes = await proposeAll(event.locals.db, person, asked, new Date());
		const refused = outcomes.flatMap((outcome, i) =>
			outcome.ok ? [] : outcome.faults.map((fault) => `${asked[i]?.indicator ?? ''}: ${fault}`)
		);
		if (refused.length > 0) return fail(400, { refused });
		redirect(303, `/catalogue?sent=${outcomes.length}`);
	}
};
