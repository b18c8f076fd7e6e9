import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChild, type ChildServer } from '../../src/cli/child-server.ts';
import { environmentWith, readConfig } from '../../src/lib/server/config.ts';
import { lockFile, openDatabase } from '../../src/lib/server/database.ts';

// The product as its users start it: twice, side by side, and with wrong settings.

const START = join(import.meta.dirname, '../../src/cli/start.ts');
let dataDir: string;
let server: ChildServer;
beforeAll(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'start-'));
	server = await startChild({ DATA_DIR: dataDir, DATABASE_URL: undefined });
}, 300_000);
afterAll(async () => {
	await server.stop();
	rmSync(dataDir, { recursive: true });
});

describe('npm start', () => {
	it('serves the overview from a new folder, and says where', async () => {
		const answer = await fetch(server.url);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
		expect(server.output()).toContain(`Cohesion Tracker is ready at ${server.url}`);
	});

	it('compresses, and answers 304 to whoever has the page', async () => {
		const headers = { 'accept-encoding': 'br' };
		const answer = await fetch(server.url, { headers });
		expect(answer.status, server.output()).toBe(200);
		expect(answer.headers.get('content-encoding')).toBe('br');
		const tag = answer.headers.get('etag') ?? '';
		const again = await fetch(server.url, { headers: { ...headers, 'if-none-match': tag } });
		expect(again.status).toBe(304);
	});

	it('refuses a second start on the same data in one sentence', async () => {
		const { code, text } = await start({ DATA_DIR: dataDir, PORT: '0' });
		expect(code).toBe(1);
		expect(text.trim().split('\n').at(-1)).toMatch(
			new RegExp(`^The embedded database is already in use by process ${server.pid}: .*\\.$`)
		);
		expect(text).not.toMatch(/^\s+at /m);
	});

	it('refuses a port that is taken in one sentence', async () => {
		const { code, text } = await start({ DATA_DIR: dataDir, PORT: new URL(server.url).port });
		expect(code).toBe(1);
		expect(text).toMatch(/^Port \d+ is already in use: .*\.\n$/);
	});

	it('refuses a wrong setting in one sentence', async () => {
		const { code, text } = await start({ PORT: 'three thousand' });
		expect(code).toBe(1);
		expect(text).toMatch(/^PORT is "three thousand", .*\.\n$/);
	});

	it('ends cleanly, gives the lock back, and starts again quickly with the same data', async () => {
		await mark('kept');
		const started = performance.now();
		server = await startChild({ DATA_DIR: dataDir, DATABASE_URL: undefined });
		const seconds = (performance.now() - started) / 1000;
		expect((await fetch(server.url)).status).toBe(200);
		// Five seconds on an idle machine; a test machine does other things beside.
		expect(seconds).toBeLessThan(15);
		expect(await server.stop()).toBe(0);
		expect(await marked()).toBe('kept');
		server = await startChild({ DATA_DIR: dataDir, DATABASE_URL: undefined });
	});
});

/** Stops the server and writes something into its database that only a kept one still has. */
async function mark(value: string): Promise<void> {
	expect(await server.stop()).toBe(0);
	expect(existsSync(lockFile(dataDir))).toBe(false);
	const { db, close } = await openDatabase(readConfig({ DATA_DIR: dataDir }));
	const changed_at = new Date('2026-01-01');
	await db.insertInto('settings').values({ key: 'mark', value, changed_at }).execute();
	await close();
}

async function marked(): Promise<string | undefined> {
	const { db, close } = await openDatabase(readConfig({ DATA_DIR: dataDir }));
	const query = db.selectFrom('settings').select('value').where('key', '=', 'mark');
	const row = await query.executeTakeFirst();
	await close();
	return row?.value;
}

function start(settings: Record<string, string>): Promise<{ code: number | null; text: string }> {
	const env = environmentWith({ DATABASE_URL: undefined, ...settings });
	const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	let text = '';
	child.stdout.on('data', (data: Buffer) => (text += data.toString()));
	child.stderr.on('data', (data: Buffer) => (text += data.toString()));
	return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })));
}
