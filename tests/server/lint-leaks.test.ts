import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

// Leaks that somebody could write, each linted as the file it would be in.

const eslint = new ESLint();
const lint = async (path: string, code: string) => {
	const [result] = await eslint.lintText(code, { filePath: path });
	return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`);
};

beforeAll(() => lint('src/routes/warm-up.ts', ''), 120_000);

const svelte = (script: string) => `<script lang="ts">\n${script}\n</script>\n`;

describe('is reported', () => {
	it.each([
		[
			'a page that loads sealed rows past the gate',
			'src/routes/leak/+page.server.ts',
			"import * as observations from '$lib/server/db/observations.ts';\nexport const load = ({ locals }) => observations.held(locals.db, '', {});",
			'figures come from server/figures.ts'
		],
		[
			'a page that asks the database itself',
			'src/routes/leak/+page.server.ts',
			"export const load = ({ locals }) => locals.db.selectFrom('observations').selectAll().execute();",
			'queries live in src/lib/server/db'
		],
		[
			'a CSV of one series past the gate',
			'src/lib/server/export/leak.ts',
			"import { series } from '../db/slices.ts';\nexport const csv = series;",
			'figures come from server/figures.ts'
		],
		[
			'JSON of opened rows',
			'src/routes/api/v1/leak/+server.ts',
			"import { unseal } from '$lib/domain/disclosure/seal.ts';\nexport const GET = (rows) => Response.json(rows.map(unseal));",
			'only the gate'
		],
		[
			'JSON of counts on their way to publication',
			'src/routes/api/v1/leak/+server.ts',
			"import { undecided } from '$lib/server/db/protecting.ts';\nexport const GET = undecided;",
			'figures come from server/figures.ts'
		],
		[
			'a map that opens rows',
			'src/lib/map/Leak.svelte',
			svelte(
				"import * as seal from '$lib/domain/disclosure/seal.ts';\nexport const open = seal.unseal;"
			),
			'only the gate'
		],
		[
			'a map in a page that imports rows when it runs',
			'src/routes/map/leak.ts',
			"export const rows = () => import('$lib/server/db/observations.ts');",
			'figures come from server/figures.ts'
		],
		[
			'a pack made of opened rows',
			'src/lib/server/packs/leak.ts',
			"export { unseal as open } from '../../domain/disclosure/seal.ts';",
			'only the gate'
		],
		[
			'another file of the disclosure folder that opens rows',
			'src/lib/domain/disclosure/leak.ts',
			"import { unseal } from './seal.ts';\nexport const open = unseal;",
			'only the gate'
		],
		[
			'a command that prints rows past the gate',
			'src/cli/leak.ts',
			"import { held } from '../lib/server/db/observations.ts';\nexport const print = held;",
			'figures come from server/figures.ts'
		],
		[
			'a query that selects a value without sealing it',
			'src/lib/server/db/leak.ts',
			"export const values = (db) => db.selectFrom('observations').select(['area', 'value']).execute();",
			'figures are selected sealed'
		],
		[
			'a query that selects everything without sealing it',
			'src/lib/server/db/leak.ts',
			"export const rows = (db) => db.selectFrom('observations as o').selectAll().execute();",
			'figures are selected sealed'
		],
		[
			'a query in another table that joins a value in',
			'src/lib/server/db/leak.ts',
			"export const rows = (db) => db.selectFrom('areas').innerJoin('observations', 'observations.area', 'areas.code').select('observations.numerator').execute();",
			'figures are selected sealed'
		],
		[
			'a query that lists its tables',
			'src/lib/server/db/leak.ts',
			"export const rows = (db) => db.selectFrom(['observations', 'areas']).selectAll().execute();",
			'figures are selected sealed'
		],
		[
			'a query in another table that joins a value in by its bare name',
			'src/lib/server/db/leak.ts',
			"export const rows = (db) => db.selectFrom('areas').innerJoin('observations', 'observations.area', 'areas.code').select('numerator').execute();",
			'figures are selected sealed'
		],
		[
			'a change that hands back what it changed',
			'src/lib/server/db/leak.ts',
			"export const close = (trx) => trx.updateTable('observations').set({ held_to: null }).returning('value').execute();",
			'figures are selected sealed'
		],
		[
			'SQL over two lines',
			'src/lib/server/db/leak.ts',
			"import { sql } from 'kysely';\nexport const rows = (db) => sql`select value from\n\tobservations`.execute(db);",
			'figures are selected sealed'
		],
		[
			'SQL that names the table by a function',
			'src/lib/server/db/leak.ts',
			"import { sql } from 'kysely';\nexport const rows = (db) => sql`select value from ${sql.table('observations')}`.execute(db);",
			'figures are selected sealed'
		],
		[
			'SQL as plain text',
			'src/lib/server/db/leak.ts',
			"import { sql } from 'kysely';\nexport const rows = (db) => sql.raw('select value from observations').execute(db);",
			'figures are selected sealed'
		],
		[
			'a page that asks the database by another spelling',
			'src/routes/leak/+page.server.ts',
			"export const load = ({ locals }) => locals.db['selectFrom']('observations').selectAll().execute();",
			'queries live in src/lib/server/db'
		],
		[
			'a page that takes the query out of the database',
			'src/routes/leak/+page.server.ts',
			"export const load = ({ locals }) => { const { selectFrom } = locals.db; return selectFrom('observations'); };",
			'queries live in src/lib/server/db'
		],
		[
			'a page that takes the rows meant for new open data',
			'src/routes/leak/+page.server.ts',
			"import { heldNow } from '$lib/server/db/renewing.ts';\nexport const load = ({ locals }) => heldNow(locals.db);",
			'figures come from server/figures.ts'
		],
		[
			'SQL by hand',
			'src/lib/server/db/leak.ts',
			"import { sql } from 'kysely';\nexport const rows = (db) => sql`select value from observations`.execute(db);",
			'figures are selected sealed'
		]
	])('%s', async (_, path, code, message) => {
		expect((await lint(path, code)).join('\n')).toContain(message);
	});
});

describe('is in order', () => {
	it.each([
		[
			'a page that shows gated figures',
			'src/routes/fine/+page.server.ts',
			"import * as figures from '$lib/server/figures.ts';\nexport const load = ({ locals }) => figures.held(locals.db, '', {});"
		],
		[
			'a page that asks what is held, without figures',
			'src/routes/fine/+page.server.ts',
			"import * as holdings from '$lib/server/db/holdings.ts';\nexport const load = ({ locals }) => holdings.levels(locals.db, '');"
		],
		[
			'an export that names the conditions of a query',
			'src/lib/server/export/fine.ts',
			"import type { Wanted } from '../db/observations.ts';\nexport const all: Wanted = {};"
		]
	])('%s', async (_, path, code) => {
		expect(await lint(path, code)).toEqual([]);
	});
});
