import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const asked = (folder: string) =>
	spawnSync(process.execPath, ['src/cli/reference.ts', folder], { cwd: ROOT, encoding: 'utf8' });

describe('npm run reference', () => {
	it('finds the cases in a folder, or in its folder "cases": the same ones', () => {
		const [around, itself] = [asked('tests/reference'), asked('tests/reference/cases')];
		expect(around.stdout).toMatch(/^[1-9]\d* passed, 0 failed\n$/);
		expect(itself.stdout).toBe(around.stdout);
	}, 120_000);

	it('does not pass a folder without cases', () => {
		const none = asked(mkdtempSync(join(tmpdir(), 'no-cases-')));
		expect([none.status, none.stdout.trim().split('\n').at(-1)]).toEqual([1, '0 passed, 0 failed']);
	});
});
