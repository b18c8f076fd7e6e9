import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditAction } from '../../src/lib/domain/audit/actions.ts';
import { record } from '../../src/lib/server/audit.ts';
import * as audit from '../../src/lib/server/db/audit.ts';
import { type Connection, transaction } from '../../src/lib/server/db/client.ts';
import * as editions from '../../src/lib/server/db/editions.ts';
import { addEdition } from '../../src/lib/server/db/replacing.ts';
import { heading, notes } from '../../src/lib/server/export/about.ts';
import { startHeadLog } from '../../src/lib/server/head-log.ts';
import type { Log } from '../../src/lib/server/log.ts';
import { forget } from '../../src/lib/server/publication.ts';
import { testDatabase } from '../support/db.ts';
import { makeEdition } from '../support/make.ts';

// The head of the audit chain outside the database: in the log and in the files of each edition.

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase();
	await makeEdition(connection.db);
	await write('first');
});
afterAll(() => connection.close());

const NOW = new Date('2026-11-22T10:00:00Z');
const write = (action: string) =>
	transaction(connection.db, (trx) =>
		record(trx, null, NOW, { action: action as AuditAction, subject: ['thing', '1'] })
	);
const newest = async () => (await editions.all(connection.db)).at(-1);

describe('the head of the chain', () => {
	it('is logged at the start and after each publication', async () => {
		const { db } = connection;
		const said: unknown[] = [];
		const log = { info: (_: string, more: object) => said.push(more) } as unknown as Log;
		const stop = await startHeadLog(db, log, 20);
		expect(said).toEqual([{ events: 1, head: await audit.head(db) }]);
		await transaction(db, (trx) =>
			addEdition(trx, { id: 'second', label: 'Second', note: null }, NOW)
		);
		forget(db);
		await expect.poll(() => said.length).toBe(2);
		stop();
		expect(said[1]).toMatchObject({ edition: 'second', head: await audit.head(db) });
	});

	it('is in the files of an edition as it was when that was made', async () => {
		const { db } = connection;
		const then = await audit.head(db);
		const edition = await newest();
		await write('later');
		expect(edition?.auditHead).toBe(then);
		expect((await newest())?.auditHead).toBe(then);
		expect(await audit.head(db)).not.toBe(then);
		const about = {
			title: '',
			description: '',
			name: 'x',
			edition: edition!,
			sources: [],
			facts: []
		};
		expect(heading(about).edition.audit_head).toBe(then);
		expect(notes(about)).toContainEqual({ term: 'Head of the audit chain', text: then });
	});

	it('of an edition from before the first event is left out', async () => {
		const [first] = await editions.all(connection.db);
		const about = {
			title: '',
			description: '',
			name: 'x',
			edition: first!,
			sources: [],
			facts: []
		};
		expect(heading(about).edition.audit_head).toBeNull();
		expect(notes(about).map(({ term }) => term)).not.toContain('Head of the audit chain');
	});
});
