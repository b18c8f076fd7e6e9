import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { environmentWith, readConfig } from '../../src/lib/server/config.ts';
import { openDatabase } from '../../src/lib/server/database.ts';
import type { Db } from '../../src/lib/server/db/client.ts';
import { prepare } from '../../src/lib/server/prepare.ts';
import { testDatabase } from '../support/db.ts';

// `kill -9` at any moment of the first start leaves a database that opens, is empty or whole, and is
// whole after the next start. More moments: KILLS=50 npx vitest run tests/cli/kill.test.ts

const KILLS = Number(process.env['KILLS'] ?? 3);
const SEED = Number(process.env['KILL_SEED'] ?? 20251122);
const PREPARE = join(import.meta.dirname, '../../src/cli/prepare.ts');

let whole: Record<string, number>;
let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'kill-'));
	const { db, close } = await testDatabase({ loaded: true });
	whole = await rowCounts(db);
	await close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(inject('server'))(`kill -9 during the first start (seed ${SEED})`, () => {
	it.each(moments(KILLS))(
		'after $lines lines of progress and $ms ms',
		async ({ lines, ms }) => {
			const config = readConfig({ DATA_DIR: join(folder, `${lines}-${ms}`) });
			await killAfter(config.dataDir, lines, ms);

			const killed = await openDatabase(config);
			const left = await rowCounts(killed.db);
			await killed.close();
			const loaded = left['observations'] ?? 0;
			expect([0, whole['observations']]).toContain(loaded);

			await prepare(config, () => {});
			const completed = await openDatabase(config);
			expect(await rowCounts(completed.db)).toEqual(whole);
			await completed.close();
			rmSync(config.dataDir, { recursive: true });
		},
		300_000
	);
});

interface Moment {
	lines: number;
	ms: number;
}

/** Stages of the work in turn, each at a moment of its own: the same ones for the same seed. */
function moments(count: number): Moment[] {
	const random = generator(SEED);
	return Array.from({ length: count }, (_, i) => ({
		lines: [3, 0, 4, 1, 5, 2][i % 6] ?? 0,
		ms: Math.floor(random() * 3000)
	}));
}

// mulberry32, public domain: small, and the same on every machine.
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Starts the preparation and kills it; resolves when it is dead (or had already finished). */
function killAfter(dataDir: string, lines: number, ms: number): Promise<void> {
	const env = environmentWith({ DATA_DIR: dataDir, DATABASE_URL: undefined });
	const child = spawn(process.execPath, [PREPARE], { env, stdio: ['ignore', 'pipe', 'ignore'] });
	let seen = 0;
	let isDue = false;
	const check = () => {
		if (isDue || seen < lines) return;
		isDue = true;
		setTimeout(() => child.kill('SIGKILL'), ms);
	};
	check();
	child.stdout.on('data', (data: Buffer) => {
		seen += data.toString().split('\n').length - 1;
		check();
	});
	return new Promise((resolve) => child.on('close', () => resolve()));
}

async function rowCounts(db: Db): Promise<Record<string, number>> {
	const tables = (await db.introspection.getTables()).map(({ name }) => name).sort();
	const counts: Record<string, number> = {};
	for (const table of tables) {
		const { rows } = await sql<{
			n: number;
		}>`select count(*) as n from ${sql.table(table)}`.execute(db);
		counts[table] = rows[0]?.n ?? 0;
	}
	return counts;
}
