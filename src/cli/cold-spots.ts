import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecipes, recompute, resultPath } from '../lib/server/coldspots/load.ts';
import { reader } from '../lib/server/load/open-data.ts';
import { run, say } from './run.ts';

// npm run cold-spots            recomputes every lens and compares with the stored results
// npm run cold-spots -- --write stores what was computed (a changed recipe needs a new version)

await run(async () => {
	const root = join(import.meta.dirname, '../../static/open-data');
	const read = reader(root);
	const write = process.argv.includes('--write');
	for (const recipe of readRecipes(read)) {
		const started = performance.now();
		const computed = `${JSON.stringify(recompute(recipe, read))}\n`;
		const file = join(root, resultPath(recipe));
		const identical = existsSync(file) && readFileSync(file, 'utf8') === computed;
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		const name = `${recipe.title}, version ${recipe.version}, seed ${recipe.seed}`;
		if (write && !identical) writeFileSync(file, computed);
		else if (!identical) process.exitCode = 1;
		const verdict = identical ? 'identical to the stored results' : write ? 'stored' : 'DIFFERENT';
		say(`${name}: ${verdict} (${seconds} s)`);
	}
});
