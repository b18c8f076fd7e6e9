import { fail, redirect } from '@sveltejs/kit';
import { differences } from '$lib/domain/framework/difference.ts';
import * as frameworks from '$lib/server/db/frameworks.ts';
import { bytes, text, whole } from '$lib/server/web/form.ts';
import { permit } from '$lib/server/web/permit.ts';
import { change } from '$lib/server/workflow/framework.ts';
import { decoded, LARGEST } from '$lib/server/import/csv-file.ts';
import { found } from '../found.ts';
import { readAs, type Kind } from './read.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	permit(event, 'edit framework');
	return { framework: await found(event.locals.db, event.params.code) };
};

const kindOf = (form: FormData): Kind => (text(form, 'kind') === 'links' ? 'links' : 'elements');

export const actions: Actions = {
	/** Shows what the file would change; nothing is written. */
	show: async (event) => {
		permit(event, 'edit framework');
		const { db } = event.locals;
		const framework = await found(db, event.params.code);
		const form = await event.request.formData();
		const kind = kindOf(form);
		const sent = decoded(await bytes(form, 'file'));
		if ('fault' in sent) return fail(400, { kind, faults: [sent.fault] });
		const tree = await frameworks.tree(db, framework.code);
		const read = (await readAs(db, kind, sent.text))(tree);
		if (!read.ok) return fail(400, { kind, faults: read.faults });
		return { kind, content: sent.text, changes: differences(tree, read.tree) };
	},
	/** Saves all of it or nothing: read once more, on the version that was shown. */
	save: async (event) => {
		const person = permit(event, 'edit framework');
		const { db } = event.locals;
		const framework = await found(db, event.params.code);
		const form = await event.request.formData();
		const kind = kindOf(form);
		const content = text(form, 'content', LARGEST);
		const read = await readAs(db, kind, content);
		const asked = {
			framework: framework.code,
			version: whole(form, 'version'),
			reason: text(form, 'reason', 600),
			next: (tree: Parameters<typeof read>[0]) => {
				const made = read(tree);
				return made.ok
					? made
					: { ok: false as const, faults: made.faults.map(({ wrong }) => wrong) };
			}
		};
		const outcome = await change(db, person, asked, new Date());
		if (!outcome.ok)
			return fail(outcome.isConflict ? 409 : 400, { kind, content, refused: outcome.faults });
		redirect(303, `/frameworks/${framework.code}?saved=${outcome.version}`);
	}
};
