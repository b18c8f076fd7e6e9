// npm run reference -- FOLDER: reference cases with known answers, against the domain's own functions.
// Prints each failure, then "N passed, N failed"; exit code 1 when one failed or there was none.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import adapter from '../../tests/reference/adapter.ts';
import { casesIn, run } from '../../tests/reference/harness.ts';

const given = resolve(process.argv[2] ?? 'tests/reference');
// The folder of the cases itself, or the one around it.
const folder = existsSync(join(given, 'cases')) ? join(given, 'cases') : given;
const outcomes = casesIn(folder).map((one) => run(one, adapter));
const failed = outcomes.filter(({ problems }) => problems.length > 0);
for (const { id, problems } of failed) console.log(`FAIL ${id} ${problems.slice(0, 3).join('; ')}`);
if (outcomes.length === 0) console.log(`There is no case in ${folder}.`);
console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 || outcomes.length === 0 ? 1 : 0;
