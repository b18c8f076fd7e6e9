import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWith } from '../lib/server/config.ts';
import { findChromium, temporaryFolder } from './chromium.ts';
import { run, say } from './run.ts';

// `npm test`: unit, database and route tests, then the browser journeys where a browser is found.
// Arguments go to the first part: npm test -- tests/domain

interface Count {
	passed: number;
	failed: number;
}

interface Report {
	numPassedTests: number;
	numFailedTests: number;
	numFailedTestSuites: number;
	testResults: { status: string; assertionResults: unknown[] }[];
}

const root = join(import.meta.dirname, '../..');

await run(async () => {
	const counts = [await vitest(process.argv.slice(2))];
	if (findChromium()) {
		counts.push(await vitest(['--config', 'vitest.browser.config.ts']));
	} else {
		say('No Chromium was found, so the browser journeys were not run.');
		say('Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.');
	}
	const passed = counts.reduce((sum, count) => sum + count.passed, 0);
	const failed = counts.reduce((sum, count) => sum + count.failed, 0);
	say(`\n${passed} passed, ${failed} failed`);
	process.exit(failed > 0 ? 1 : 0);
});

async function vitest(args: string[]): Promise<Count> {
	const folder = temporaryFolder('report');
	const file = join(folder.path, 'report.json');
	const program = join(root, 'node_modules/vitest/vitest.mjs');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const code = await exitCode([program, 'run', ...reporters, ...args]);
	const count = countIn(file);
	folder.remove();
	// Something failed outside any test: an unhandled rejection, or vitest itself.
	return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function exitCode(args: string[]): Promise<number> {
	// Dates are written for Walsall; one test sets another time zone itself.
	const env = environmentWith({ TZ: 'Europe/London' });
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}

function countIn(file: string): Count {
	try {
		const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
		// A file that could not even be read holds no test that could fail: it counts as one.
		const unread = report.testResults.filter(
			({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
		);
		return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length };
	} catch {
		return { passed: 0, failed: 1 };
	}
}
