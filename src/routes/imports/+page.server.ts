import { error, redirect } from '@sveltejs/kit';
import { dateTime } from '$lib/domain/format.ts';
import { may, refusal } from '$lib/domain/permission.ts';
import * as templates from '$lib/server/db/import-templates.ts';
import * as imports from '$lib/server/db/imports.ts';
import { attempt } from '$lib/server/web/attempt.ts';
import { bytes, text } from '$lib/server/web/form.ts';
import { signedInPerson } from '$lib/server/web/permit.ts';
import { read } from '$lib/server/workflow/import-reading.ts';
import { importsSomething, receive } from '$lib/server/workflow/imports.ts';
import { indicatorsOf } from './choices.ts';
import { mappingIn } from './mapping-form.ts';
import { soon } from './soon.ts';
import { STATE_WORDS } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = signedInPerson(event);
	const mayImport = importsSomething(person);
	const seesAll = may(person, 'read restricted');
	if (!mayImport && !seesAll) error(403, refusal('import values'));
	const { db } = event.locals;
	const [files, kept, choices] = await Promise.all([
		imports.latest(db, seesAll ? undefined : person.id),
		templates.all(db),
		indicatorsOf(db, person)
	]);
	return {
		mayImport,
		indicators: choices,
		templates: kept.map(({ id, name, sourceText, licence, mapping }) => ({
			...{ id, name, sourceText, licence },
			indicator: mapping.indicator ?? null
		})),
		files: files.map((one) => ({
			id: one.id,
			name: one.name,
			from: one.sourceText ?? '',
			by: one.madeByName,
			at: dateTime(one.madeAt),
			state: STATE_WORDS[one.state],
			figures: one.figures,
			errors: one.errors
		}))
	};
};

export const actions: Actions = {
	send: async (event) => {
		const person = signedInPerson(event);
		const { db } = event.locals;
		const form = await event.request.formData();
		const kept = (await templates.all(db)).find(({ id }) => id === text(form, 'template', 50));
		const file = form.get('file');
		const day = text(form, 'extracted', 10);
		const sent = {
			name: file instanceof File ? file.name : '',
			bytes: await bytes(form, 'file'),
			sourceText: text(form, 'source', 300) || kept?.sourceText || '',
			licence: text(form, 'licence', 300) || kept?.licence || '',
			extractedOn: /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null,
			mapping: { ...kept?.mapping, ...mappingIn(form, kept?.mapping) }
		};
		const { sourceText, licence } = sent;
		const id = await attempt({ source: sourceText, licence }, async () => {
			const made = await receive(db, person, sent, new Date());
			const { reading } = await read(db, person, { id: made });
			await soon(reading, event.locals.log);
			return made;
		});
		if (typeof id !== 'string') return id;
		redirect(303, `/imports/${id}`);
	}
};
