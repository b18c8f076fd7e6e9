import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Asked, decide } from '../lib/server/coldspots/decide.ts';
import { readRecipes, recompute, resultPath } from '../lib/server/coldspots/load.ts';
import { forMigration, readConfig } from '../lib/server/config.ts';
import { openDatabase } from '../lib/server/database.ts';
import { reader } from '../lib/server/load/open-data.ts';
import { OPEN_DATA } from '../lib/server/prepare.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { run, say } from './run.ts';

// npm run cold-spots            recomputes every lens and compares with the stored results
// npm run cold-spots -- --write stores what was computed (a changed recipe needs a new version)
// npm run cold-spots -- --sign LENS VERSION "ROLE"    a named role signs a version
// npm run cold-spots -- --hide LENS VERSION           an administrator hides one

const USAGE =
	'Usage: npm run cold-spots -- [--write | --sign LENS VERSION "ROLE" | --hide LENS VERSION]';

await run(async () => {
	const { write, sign, hide, positionals } = given();
	if (!sign && !hide) return recomputeAll(write);
	const [lens, version, role] = positionals;
	if (!lens || !version || (sign && hide)) throw new Refusal(USAGE);
	const asked: Asked = { decision: sign ? 'signed' : 'hidden', lens, version };
	await inDatabase(role === undefined ? asked : { ...asked, role });
});

function given() {
	try {
		const flag = { type: 'boolean', default: false } as const;
		const options = { write: flag, sign: flag, hide: flag };
		const { values, positionals } = parseArgs({ allowPositionals: true, options });
		return { ...values, positionals };
	} catch {
		throw new Refusal(USAGE);
	}
}

async function inDatabase(asked: Asked): Promise<void> {
	const connection = await openDatabase(forMigration(readConfig()));
	try {
		say(await decide(connection.db, asked, new Date()));
	} finally {
		await connection.close();
	}
}

function recomputeAll(write: boolean): void {
	const read = reader(OPEN_DATA);
	for (const recipe of readRecipes(read)) {
		const started = performance.now();
		const computed = `${JSON.stringify(recompute(recipe, read))}\n`;
		const file = join(OPEN_DATA, resultPath(recipe));
		const identical = existsSync(file) && readFileSync(file, 'utf8') === computed;
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		const name = `${recipe.title}, version ${recipe.version}, seed ${recipe.seed}`;
		if (write && !identical) writeFileSync(file, computed);
		else if (!identical) process.exitCode = 1;
		const verdict = identical ? 'identical to the stored results' : write ? 'stored' : 'DIFFERENT';
		say(`${name}: ${verdict} (${seconds} s)`);
	}
}
