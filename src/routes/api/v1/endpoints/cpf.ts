import { LOCALITIES, WALSALL } from '$lib/domain/area.ts';
import { returnColumns } from '$lib/domain/cpf/return-columns.ts';
import { code } from '$lib/domain/parameter-kinds.ts';
import { rowSchema, table } from '$lib/domain/table.ts';
import { returnRows } from '$lib/server/cpf-return.ts';
import { Problem } from '$lib/server/web/problem.ts';
import { shownFor } from '$lib/server/web/shown.ts';
import { edition, listOf, paged, paging } from '../common.ts';
import { endpoint } from '../endpoint.ts';

export const cpf = endpoint({
	path: '/cpf',
	id: 'cpf',
	summary:
		'The performance framework’s return: each figure once, with both judgements and their rule',
	description:
		'Status is one of six words against the planned line, by the rule and version named beside it. A restricted indicator has no row.',
	parameters: {
		area: code('areas', {
			of: 'an area',
			description: 'Whose figures: the borough, or one locality',
			example: 'WLOC01',
			listedAt: '/api/v1/areas'
		}),
		period: code('periods', {
			of: 'a period',
			description: 'Only figures of this period; the latest of each when left out',
			example: '2025',
			listedAt: '/api/v1/periods'
		}),
		...paging,
		edition
	},
	formats: ['json', 'csv', 'xlsx'],
	isPaged: true,
	shape: listOf(rowSchema(returnColumns)),
	async answer({ db, at, edition: shown, reference, values }) {
		const area = reference.areas.get(values.area ?? WALSALL);
		if (!area || (area.code !== WALSALL && area.vintage !== LOCALITIES))
			throw new Problem(400, 'The return is made for the borough or for one locality.');
		const scope = {
			...{ at, shown: await shownFor(db, shown, new Date()) },
			place: { code: area.code, name: area.name },
			period: values.period
		};
		const all = { area: null, owner: null, theme: null };
		const { rows } = await returnRows(db, scope, () => all);
		const sources = rows.map(({ part, measure }) =>
			part ? (part.figure.sourceId ?? measure.indicator.sourceId) : null
		);
		const page = table(returnColumns, paged(rows, values), ['reference', 'measure']);
		return {
			title: 'Return of the performance framework',
			table: page,
			total: rows.length,
			sources
		};
	}
});
