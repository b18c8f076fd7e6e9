import { fail, redirect } from '@sveltejs/kit';
import { branches, flat, indicatorsOf, type Tree } from '$lib/domain/framework/tree.ts';
import { may } from '$lib/domain/permission.ts';
import * as frameworks from '$lib/server/db/frameworks.ts';
import type { Framework } from '$lib/server/db/frameworks.ts';
import { text } from '$lib/server/web/form.ts';
import { permit } from '$lib/server/web/permit.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import { add } from '$lib/server/workflow/framework.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { on } = shownAt(locals, new Date());
	const [all, trees] = await Promise.all([frameworks.all(locals.db), frameworks.trees(locals.db)]);
	const listed = all.map((framework) => summary(framework, trees.get(framework.code), on));
	return {
		performance: listed.filter(({ kind }) => kind === 'performance'),
		tags: listed.filter(({ kind }) => kind === 'tag'),
		mayEdit: may(locals.user, 'edit framework')
	};
};

function summary(framework: Framework, tree: Tree | undefined, on: string) {
	const top = branches(tree ?? { elements: [], links: [] }, on);
	return {
		...framework,
		elements: flat(top).length,
		indicators: new Set(top.flatMap(indicatorsOf)).size
	};
}

export const actions: Actions = {
	add: async (event) => {
		const person = permit(event, 'edit framework');
		const form = await event.request.formData();
		const given = {
			code: text(form, 'code', 30),
			title: text(form, 'title', 150),
			kind: text(form, 'kind', 20),
			note: text(form, 'note', 600),
			reason: text(form, 'reason', 600)
		};
		const outcome = await add(event.locals.db, person, given, new Date());
		if (!outcome.ok) return fail(400, { faults: outcome.faults, given });
		redirect(303, `/frameworks/${given.code}`);
	}
};
