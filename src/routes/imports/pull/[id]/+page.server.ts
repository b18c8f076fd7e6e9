import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { may, type Person } from '$lib/domain/permission.ts';
import * as imports from '$lib/server/db/imports.ts';
import * as pulls from '$lib/server/db/pulls.ts';
import { attempt } from '$lib/server/web/attempt.ts';
import { signedInPerson } from '$lib/server/web/permit.ts';
import { importsSomething } from '$lib/server/workflow/imports.ts';
import { repeat, stop } from '$lib/server/workflow/pulls.ts';
import { soon } from '../../soon.ts';
import { shown } from './shape.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, found } = await seen(event);
	const { db } = event.locals;
	const [asked, made] = await Promise.all([
		pulls.addresses(db, found.id),
		found.import === null ? undefined : imports.byId(db, found.import)
	]);
	return { ...shown(found, asked, made), mayPull: importsSomething(person) };
};

export const actions: Actions = {
	repeat: async (event) => {
		const { person, found } = await seen(event);
		const again = (await event.request.formData()).get('again') === 'on';
		const { db, log } = event.locals;
		const id = await attempt({}, async () => {
			const begun = await repeat(db, person, { id: found.id, again }, new Date());
			await soon(begun.pulling, log);
			return begun.id;
		});
		return typeof id === 'string' ? redirect(303, `/imports/pull/${id}`) : id;
	},
	stop: async (event) => {
		const { person, found } = await seen(event);
		const refused = await attempt({}, () => stop(event.locals.db, person, found.id, new Date()));
		return refused ?? redirect(303, `/imports/pull/${found.id}`);
	}
};

/** Whoever may not see it is told the same as when there is none. */
async function seen(event: RequestEvent): Promise<{ person: Person; found: pulls.Pull }> {
	const person = signedInPerson(event);
	const maySee = importsSomething(person) || may(person, 'read restricted');
	const found = maySee ? await pulls.byId(event.locals.db, event.params['id'] ?? '') : undefined;
	if (!found) error(404, 'There is no such pull.');
	return { person, found };
}
