import { records, rowSchema, table } from '$lib/domain/table.ts';
import * as held from '$lib/server/db/frameworks.ts';
import {
	elementColumns,
	frameworkColumns,
	linkColumns
} from '$lib/server/export/tables/frameworks.ts';
import { Problem } from '$lib/server/web/problem.ts';
import { edition, listOf, object, paged, paging } from '../common.ts';
import { endpoint } from '../endpoint.ts';

const shape = rowSchema(frameworkColumns) as { properties: Record<string, object> };

export const frameworks = endpoint({
	path: '/frameworks',
	id: 'frameworks',
	summary: 'Frameworks, plans and duties that indicators are linked with',
	parameters: { ...paging, edition },
	formats: ['json', 'csv', 'xlsx'],
	isPaged: true,
	shape: listOf(shape),
	async answer({ db, values }) {
		const all = await held.all(db);
		const shown = table(frameworkColumns, paged(all, values), ['framework']);
		return { title: 'Frameworks', table: shown, total: all.length };
	}
});

export const framework = endpoint({
	path: '/frameworks/{framework}',
	id: 'framework',
	summary: 'One framework: every element and link with its dates, as it is now',
	names: { framework: { description: 'Code of a framework', example: 'cpf' } },
	parameters: { edition },
	formats: ['json'],
	shape: object({
		...shape.properties,
		elements: listOf(rowSchema(elementColumns)),
		links: listOf(rowSchema(linkColumns))
	}),
	async answer({ db, named }) {
		const code = (named['framework'] ?? '').toLowerCase();
		const [found, tree] = await Promise.all([held.byCode(db, code), held.tree(db, code)]);
		if (!found)
			throw new Problem(404, `There is no framework "${code}". /api/v1/frameworks lists them.`);
		return {
			title: found.title,
			data: {
				...records(table(frameworkColumns, [found], []))[0],
				elements: records(table(elementColumns, tree.elements, [])),
				links: records(table(linkColumns, tree.links, []))
			}
		};
	}
});
