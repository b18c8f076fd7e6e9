import { may } from '$lib/domain/permission.ts';
import * as versions from '$lib/server/db/framework-versions.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import { changes } from './changes.ts';
import { found } from './found.ts';
import { nodes, otherTimes } from './shape.ts';
import { viewOf } from './view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, user } = locals;
	const { on } = shownAt(locals, new Date());
	const framework = await found(db, params.code);
	const [view, kept, catalogue] = await Promise.all([
		viewOf(db, framework, url.searchParams),
		versions.all(db, framework.code),
		indicators.all(db)
	]);
	const mayEdit = may(user, 'edit framework') && view.version === null;
	const edit = url.searchParams.get('edit');
	return {
		...{ framework, on, mayEdit },
		tree: nodes(view.tree, on, catalogue),
		others: otherTimes(view.tree, on),
		shown: view.version,
		beside: view.beside,
		versions: kept,
		saved: url.searchParams.get('saved'),
		editing:
			(mayEdit && view.tree.elements.find((one) => one.code === edit && !one.validTo)) || null,
		elements: mayEdit
			? view.tree.elements
					.filter(({ validTo }) => validTo === null)
					.map(({ code, label }) => ({ code, label }))
			: [],
		catalogue: mayEdit ? catalogue.map(({ code, title }) => ({ code, title })) : []
	};
};

export const actions: Actions = changes;
