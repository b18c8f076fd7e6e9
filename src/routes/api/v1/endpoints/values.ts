import { rowSchema } from '$lib/domain/table.ts';
import { filters, wanted } from '$lib/server/export/filters.ts';
import { indicatorNotes } from '$lib/server/export/indicator-notes.ts';
import { nothing } from '$lib/server/export/reference.ts';
import { figureColumns, figures } from '$lib/server/export/tables/figures.ts';
import * as published from '$lib/server/figures.ts';
import {
	codeName,
	edition,
	listOf,
	openIndicator,
	paged,
	paging,
	shortIndicator,
	shortIndicatorSchema
} from '../common.ts';
import { endpoint } from '../endpoint.ts';

export const values = endpoint({
	path: '/indicators/{code}/values',
	id: 'values',
	summary: 'Figures of one indicator, one a row',
	description:
		'Every area, period and group unless filters choose. Missing values are null, with the kind of missing in words and as a code.',
	names: { code: codeName },
	parameters: { ...filters, ...paging, edition },
	formats: ['json', 'csv', 'xlsx'],
	isPaged: true,
	beside: { indicator: shortIndicatorSchema },
	shape: listOf(rowSchema(figureColumns(nothing))),
	async answer({ db, at, reference, named, values }) {
		const indicator = openIndicator(reference, named['code']);
		const found = await published.held(db, at, await wanted(db, indicator.code, values, reference));
		const rows = paged(found, values);
		return {
			title: indicator.title,
			beside: { indicator: shortIndicator(indicator) },
			table: figures(rows, reference),
			total: found.length,
			sources: [indicator.sourceId, ...rows.map((row) => row.sourceId)],
			notes: indicatorNotes(indicator)
		};
	}
});
