import { FIELDS } from '$lib/domain/catalogue/definition.ts';
import { type Column, table } from '$lib/domain/table.ts';
import * as catalogue from '$lib/server/db/catalogue.ts';
import { csvFile } from '../../data/saved-file.ts';
import type { RequestHandler } from './$types';

// Every definition in force, a field a column: the template of the bulk change.

type Row = [code: string, definition: Readonly<Record<string, string>>];

const column = (name: string, of: Column<Row>['of']): Column<Row> => ({
	...{ name, title: name, description: name, of },
	datatype: 'string'
});

const columns: Column<Row>[] = [
	column('code', ([code]) => code),
	...FIELDS.map(({ name }) => column(name, ([, definition]) => definition[name] ?? ''))
];

export const GET: RequestHandler = async ({ locals }) => {
	const held = await catalogue.definitions(locals.db);
	const rows = [...held].map(([code, { definition }]): Row => [code, definition]);
	return csvFile(table(columns, rows, ['code']), 'definitions');
};
