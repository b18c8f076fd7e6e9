import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { forMigration, readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import { replaceLocalities } from '../lib/server/load/replace-localities.ts';
import { OPEN_DATA } from '../lib/server/prepare.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { run, say } from './run.ts';

// npm run localities -- FILE.csv    columns: ward, locality, valid_from, evidence

await run(async () => {
	const { positionals } = parseArgs({ allowPositionals: true });
	const [file] = positionals;
	if (!file) {
		throw new Refusal(
			'Usage: npm run localities -- FILE.csv (columns: ward, locality, valid_from, evidence)'
		);
	}
	const text = read(file);
	const connection = await openDatabase(forMigration(readConfig()));
	try {
		const wanted = { text, root: OPEN_DATA, now: new Date() };
		const { members, from } = await replaceLocalities(connection.db, wanted);
		say(`${members.length} wards are placed in localities from ${from}. The list before is kept.`);
	} finally {
		await connection.close();
	}
});

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new Refusal(`${file} cannot be read: ${(error as Error).message}`);
	}
}
