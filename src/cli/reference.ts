// npm run reference -- FOLDER: reference cases with known answers, against the domain's own functions.
// Prints each failure, then "N passed, N failed"; exit code 1 when one failed.
import { resolve } from 'node:path';
import adapter from '../../tests/reference/adapter.ts';
import { casesIn, run } from '../../tests/reference/harness.ts';

const folder = resolve(process.argv[2] ?? 'tests/reference/cases');
const outcomes = casesIn(folder).map((one) => run(one, adapter));
const failed = outcomes.filter(({ problems }) => problems.length > 0);
for (const { id, problems } of failed) console.log(`FAIL ${id} ${problems.slice(0, 3).join('; ')}`);
console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
