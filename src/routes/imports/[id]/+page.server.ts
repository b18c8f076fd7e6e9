import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Person } from '$lib/domain/permission.ts';
import { mayStep } from '$lib/domain/import/import-state.ts';
import * as accepting from '$lib/server/db/import-accept.ts';
import * as differences from '$lib/server/db/import-differences.ts';
import * as imports from '$lib/server/db/imports.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import { attempt } from '$lib/server/web/attempt.ts';
import { text } from '$lib/server/web/form.ts';
import { signedInPerson } from '$lib/server/web/permit.ts';
import { comparable } from '$lib/server/workflow/import-comparison.ts';
import { read } from '$lib/server/workflow/import-reading.ts';
import { accept, discard, keepTemplate, mayHandle, maySee } from '$lib/server/workflow/imports.ts';
import { indicatorsOf } from '../choices.ts';
import { mappingIn } from '../mapping-form.ts';
import { soon } from '../soon.ts';
import { groupShown } from './group.ts';
import { about, grouped, problemList } from './shape.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, found } = await seen(event);
	const { db, edition } = event.locals;
	const isRead = found.state === 'read' || found.state === 'accepted';
	const [problems, groups, returns, catalogue, choices, twins] = await Promise.all([
		imports.problems(db, found.id),
		isRead ? differences.groups(db, found.id) : [],
		accepting.returnsOf(db, found.id),
		indicators.all(db),
		indicatorsOf(db, person),
		imports.acceptedBefore(db, found.sha256, found.id)
	]);
	const { compared, foreign } = comparable(groups, person, found, catalogue);
	const list = grouped(compared, found.periods, catalogue, event.url.searchParams.get('show'));
	return {
		file: about(found),
		...problemList(problems, found),
		groups: list.groups,
		foreign,
		shown: list.shown && (await groupShown(db, edition.publishedAt, found.id, list.shown)),
		returns,
		isTwin: twins.length > 0,
		indicators: choices,
		may: {
			handle: mayHandle(person, found),
			read: mayHandle(person, found) && mayStep(found.state, 'read'),
			accept:
				mayHandle(person, found) &&
				found.state === 'read' &&
				found.errors === 0 &&
				foreign.length === 0,
			discard: mayHandle(person, found) && mayStep(found.state, 'discard')
		}
	};
};

export const actions: Actions = {
	read: async (event) => {
		const { person, found } = await seen(event);
		const form = await event.request.formData();
		const mapping = mappingIn(form, found.mapping);
		const refused = await attempt({}, async () => {
			const { reading } = await read(event.locals.db, person, { id: found.id, mapping });
			await soon(reading, event.locals.log);
		});
		return refused ?? redirect(303, `/imports/${found.id}`);
	},
	accept: async (event) => {
		const { person, found } = await seen(event);
		const form = await event.request.formData();
		const why = { reason: text(form, 'why', 600), publicNote: text(form, 'publicNote', 600) };
		const done = await attempt(why, () =>
			accept(event.locals.db, person, { id: found.id, ...why }, new Date())
		);
		return Array.isArray(done) ? redirect(303, `/imports/${found.id}`) : done;
	},
	discard: async (event) => {
		const { person, found } = await seen(event);
		const reason = text(await event.request.formData(), 'reason', 600);
		const refused = await attempt({}, () =>
			discard(event.locals.db, person, { id: found.id, reason }, new Date())
		);
		return refused ?? redirect(303, '/imports');
	},
	keep: async (event) => {
		const { person, found } = await seen(event);
		const form = await event.request.formData();
		const given = {
			name: text(form, 'name', 100),
			licence: text(form, 'licence', 300) || found.licence || '',
			sourceText: found.sourceText ?? '',
			mapping: found.mapping
		};
		const refused = await attempt({}, () =>
			keepTemplate(event.locals.db, person, given, new Date())
		);
		return refused ?? { kept: given.name };
	}
};

/** Whoever may not see it is told the same as when there is none. */
async function seen(event: RequestEvent): Promise<{ person: Person; found: imports.Import }> {
	const person = signedInPerson(event);
	const found = await imports.byId(event.locals.db, event.params['id'] ?? '');
	if (!found || !maySee(person, found)) error(404, 'There is no such import among yours.');
	return { person, found };
}
