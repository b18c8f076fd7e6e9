import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, takeLock } from '../../../src/lib/server/lock.ts';
import { startOf } from '../../../src/lib/server/process-age.ts';

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lock-'));
	file = join(folder, 'pglite.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the lock of the embedded database', () => {
	it('is a file beside it, gone after release', async () => {
		const lock = await takeLock(file);
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
		lock.release();
		expect(existsSync(file)).toBe(false);
	});

	it('is refused to a second opener, naming the first', async () => {
		const lock = await takeLock(file);
		await expect(takeLock(file)).rejects.toThrow(`already in use by process ${process.pid}`);
		lock.release();
		(await takeLock(file)).release();
	});

	it('released twice does not free the next holder', async () => {
		const first = await takeLock(file);
		first.release();
		await takeLock(file);
		first.release();
		expect(existsSync(file)).toBe(true);
	});

	it('is taken over from a process that is gone', async () => {
		writeFileSync(file, `${JSON.stringify({ pid: await deadPid(), host: hostname() })}\n`);
		const lock = await takeLock(file);
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
		lock.release();
	});

	it('is taken over when another process has been given the number', async () => {
		const reused = { pid: process.ppid, started: 'another start', host: hostname() };
		expect(isAlive(reused)).toBe(startOf(process.ppid) === undefined);
		expect(isAlive({ ...reused, started: startOf(process.ppid) })).toBe(true);
	});

	it('is taken over when its writer was killed before the first byte', async () => {
		writeFileSync(file, '');
		(await takeLock(file)).release();
	});

	it('of another machine is respected, and says what to delete', async () => {
		writeFileSync(file, `${JSON.stringify({ pid: 1, host: 'elsewhere' })}\n`);
		await expect(takeLock(file)).rejects.toThrow(/on the machine elsewhere.*delete .*pglite\.lock/);
	});

	it('goes to exactly one of several that find it stale together', async () => {
		writeFileSync(file, `${JSON.stringify({ pid: await deadPid(), host: hostname() })}\n`);
		const module = join(import.meta.dirname, '../../../src/lib/server/lock.ts');
		const outcomes = await Promise.all([0, 1, 2, 3].map(() => contend(module)));
		expect(outcomes.sort()).toEqual(['refused', 'refused', 'refused', 'taken']);
	});
});

// The winner keeps the lock until every other has had its answer.
function contend(module: string): Promise<string> {
	const program = `
		const { takeLock } = await import(${JSON.stringify(module)});
		await takeLock(${JSON.stringify(file)}).then(() => 'taken', () => 'refused').then((word) => process.stdout.write(word));
		setTimeout(() => {}, 1500);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
	return new Promise((resolve) => {
		let text = '';
		child.stdout.on('data', (data: Buffer) => (text += data.toString()));
		child.on('close', () => resolve(text));
	});
}

function deadPid(): Promise<number> {
	const child = spawn(process.execPath, ['-e', '']);
	return new Promise((resolve) => child.on('close', () => resolve(child.pid ?? 0)));
}
