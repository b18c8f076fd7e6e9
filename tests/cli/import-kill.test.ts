import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { environmentWith, readConfig } from '../../src/lib/server/config.ts';
import { openDatabase, restoreEmbedded } from '../../src/lib/server/database.ts';
import type { Connection } from '../../src/lib/server/db/client.ts';
import { resetInterrupted } from '../../src/lib/server/db/import-steps.ts';
import { read } from '../../src/lib/server/workflow/import-reading.ts';
import { accept } from '../../src/lib/server/workflow/imports.ts';
import { officerOf } from '../server/import/officer.ts';
import type { Stage } from '../support/import-child.ts';

// `kill -9` while a file is read, its figures are written, or it is taken over: after the next start
// nothing of it is half there, and the same import goes on to its end.

const CHILD = join(import.meta.dirname, '../support/import-child.ts');
const NOW = new Date('2026-11-22T09:00:00.000Z');
let folder: string;
const config = () => readConfig({ DATA_DIR: folder });

beforeAll(async () => {
	if (inject('server')) return;
	folder = mkdtempSync(join(tmpdir(), 'import-kill-'));
	await restoreEmbedded(folder, new Blob([readFileSync(inject('archives').loaded)]));
}, 120_000);
afterAll(() => folder && rmSync(folder, { recursive: true }));

async function opened<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
	const connection = await openDatabase(config());
	try {
		return await work(connection);
	} finally {
		await connection.close();
	}
}

const left = async ({ db }: Connection) => ({
	interrupted: await resetInterrupted(db),
	imports: await db.selectFrom('imports').select(['id', 'state']).execute(),
	parts: (await db.selectFrom('import_parts').select('import').execute()).length,
	returns: (await db.selectFrom('submissions').select('id').execute()).length,
	cells: (await db.selectFrom('submission_cells').select('area').execute()).length
});

describe.skipIf(inject('server'))('kill -9 in the middle of an import', () => {
	it('while its figures are written: it waits to be read again, without figures', async () => {
		await killAt('writing', 0);
		expect(await opened(left)).toEqual({
			...{ interrupted: 1, parts: 0, returns: 0, cells: 0 },
			imports: [{ id: expect.any(String), state: 'received' }]
		});
	}, 120_000);

	it('while it is taken over: it is read, no return is there, and taking over works', async () => {
		await killAt('taking over', 60);
		const after = await opened(left);
		expect(after).toMatchObject({ interrupted: 0, returns: 0, cells: 0 });
		expect(after.imports.map(({ state }) => state)).toEqual(['read']);
		const id = after.imports[0]?.id ?? '';
		await opened(async (connection) => {
			const person = await officerOf(connection.db, 'C11');
			await (
				await read(connection.db, person, { id })
			).reading;
			await accept(connection.db, person, { id }, NOW);
			expect(await left(connection)).toMatchObject({ returns: 60, cells: 6000 });
		});
	}, 120_000);
});

/** Starts an import, or goes on with the one that is there, and kills it so long after a stage began. */
function killAt(stage: Stage, ms: number): Promise<void> {
	const env = environmentWith({ DATA_DIR: folder, DATABASE_URL: undefined });
	const child = spawn(process.execPath, [CHILD], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	let said = '';
	child.stdout.on('data', (data: Buffer) => {
		const isDue = said.includes(stage);
		said += data.toString();
		if (!isDue && said.includes(stage)) setTimeout(() => child.kill('SIGKILL'), ms);
	});
	return new Promise((resolve, reject) =>
		child.on('close', (_, signal) =>
			signal === 'SIGKILL' ? resolve() : reject(new Error(`it came to its end: ${said}`))
		)
	);
}
