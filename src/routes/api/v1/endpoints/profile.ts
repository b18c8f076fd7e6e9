import { rowSchema } from '$lib/domain/table.ts';
import { compareWith } from '$lib/server/export/filters.ts';
import { profileFigures } from '$lib/server/export/profile.ts';
import { nothing } from '$lib/server/export/reference.ts';
import { figureColumns, figures } from '$lib/server/export/tables/figures.ts';
import { areaName, edition, listOf, namedArea, shortArea, shortAreaSchema } from '../common.ts';
import { endpoint } from '../endpoint.ts';

export const profile = endpoint({
	path: '/areas/{code}/profile',
	id: 'profile',
	summary: 'The latest figure of every indicator that reaches an area',
	description:
		'With `compare`, the comparators’ figures for the same periods follow. A figure of the borough is never spread over its parts: an indicator that stops above this area is not listed.',
	names: { code: areaName },
	parameters: { ...compareWith, edition },
	formats: ['json', 'csv', 'xlsx'],
	beside: { area: shortAreaSchema },
	shape: listOf(rowSchema(figureColumns(nothing))),
	async answer({ db, at, reference, named, values }) {
		const area = namedArea(reference, named['code']);
		const rows = await profileFigures(db, at, area.code, values.compare);
		return {
			title: `Latest figures for ${area.name}`,
			beside: { area: shortArea(area) },
			table: figures(rows, reference),
			sources: rows.map((row) => row.sourceId)
		};
	}
});
