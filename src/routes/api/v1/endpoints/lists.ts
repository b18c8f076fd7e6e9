import type { Parameters, Values } from '$lib/domain/parameters.ts';
import { type Column, rowSchema, table } from '$lib/domain/table.ts';
import * as allEditions from '$lib/server/db/editions.ts';
import * as allFacts from '$lib/server/db/facts.ts';
import {
	breakdownColumns,
	editionColumns,
	factColumns,
	periodColumns,
	sourceColumns,
	themeColumns
} from '$lib/server/export/tables/lists.ts';
import { edition, listOf, paged, paging } from '../common.ts';
import { type Asked, type Endpoint, endpoint } from '../endpoint.ts';

// The lists that give codes their meaning, each whole unless paged.

interface List<Row> {
	id: string;
	title: string;
	summary: string;
	columns: readonly Column<Row>[];
	rows(asked: Asked<Values<Parameters>>): Iterable<Row> | Promise<Iterable<Row>>;
}

function list<Row>({ id, title, summary, columns, rows }: List<Row>): Endpoint {
	return endpoint({
		path: `/${id}`,
		id,
		summary,
		parameters: { ...paging, edition },
		formats: ['json', 'csv', 'xlsx'],
		isPaged: true,
		shape: listOf(rowSchema(columns)),
		async answer(asked) {
			const found = [...(await rows(asked))];
			const key = columns.slice(0, 1).map(({ name }) => name);
			const shown = table(columns, paged(found, asked.values), key);
			return { title, table: shown, total: found.length };
		}
	});
}

export const lists: Endpoint[] = [
	list({
		id: 'themes',
		title: 'Themes',
		summary: 'The strategy’s priority areas and emerging themes',
		columns: themeColumns,
		rows: ({ reference }) => reference.themes.values()
	}),
	list({
		id: 'periods',
		title: 'Periods',
		summary: 'Every period that a figure describes',
		columns: periodColumns,
		rows: ({ reference }) => reference.periods.values()
	}),
	list({
		id: 'breakdowns',
		title: 'Groups',
		summary: 'Every group that figures are given for',
		columns: breakdownColumns,
		rows: ({ reference }) => reference.breakdowns.values()
	}),
	list({
		id: 'sources',
		title: 'Sources',
		summary: 'Where figures, boundaries and lookups come from, with licence and credit',
		columns: sourceColumns,
		rows: ({ reference }) => reference.sources.values()
	}),
	list({
		id: 'editions',
		title: 'Editions',
		summary: 'Every publication, oldest first',
		columns: editionColumns,
		rows: ({ db }) => allEditions.all(db)
	}),
	list({
		id: 'facts',
		title: 'Dated facts',
		summary: 'Figures of documents that are no series, with source, date and caveat',
		columns: factColumns,
		rows: ({ db }) => allFacts.all(db)
	})
];
