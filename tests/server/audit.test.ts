import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { AuditAction } from '../../src/lib/domain/audit/actions.ts';
import { CHAIN_START } from '../../src/lib/domain/audit.ts';
import { digest, record } from '../../src/lib/server/audit.ts';
import * as events from '../../src/lib/server/db/audit.ts';
import { transaction, type Db } from '../../src/lib/server/db/client.ts';
import { testDatabase } from '../support/db.ts';

const NOW = new Date('2026-11-22T10:00:00Z');

describe('the audit chain', () => {
	test('each event is chained to the one before, as it reads back from the database', async () => {
		const { db } = await testDatabase();
		await write(db, 'first', { b: 1.1, a: ['x', null, { z: 1, y: undefined }] });
		await write(db, 'second', 'text');
		await write(db, 'third', undefined);
		let previous = CHAIN_START;
		const held = await events.after(db, 0, 10);
		expect(held.map((event) => event.action)).toEqual(['first', 'second', 'third']);
		for (const event of held) {
			const entry = {
				at: event.at.toISOString(),
				actor: event.actor,
				actorName: event.actor_name,
				action: event.action,
				subjectKind: event.subject_kind,
				subject: event.subject,
				before: event.before,
				after: event.after,
				reason: event.reason
			};
			expect(event.previous_hash).toBe(previous);
			expect(digest(entry, previous)).toBe(event.hash);
			expect(digest({ ...entry, reason: 'other' }, previous)).not.toBe(event.hash);
			previous = event.hash;
		}
		expect(await events.head(db)).toBe(previous);
	});

	test('a change that fails takes its event with it', async () => {
		const { db } = await testDatabase();
		const failing = transaction(db, async (trx) => {
			await record(trx, null, NOW, { action: 'never' as AuditAction, subject: ['thing', '1'] });
			throw new Error('no');
		});
		await expect(failing).rejects.toThrow('no');
		expect(await events.head(db)).toBe(CHAIN_START);
	});

	test.each([
		['changed', sql`update audit_events set reason = 'x'`],
		['deleted', sql`delete from audit_events`],
		['emptied', sql`truncate audit_events`]
	])('rows cannot be %s', async (_, statement) => {
		const { db } = await testDatabase();
		await write(db, 'kept', 1);
		await expect(statement.execute(db)).rejects.toThrow(/only ever added/);
		expect(await events.after(db, 0, 10)).toHaveLength(1);
	});

	test('writers at the same time wait for each other: one chain, no fork', async () => {
		const { db } = await testDatabase();
		await Promise.all(Array.from({ length: 8 }, (_, i) => write(db, `event ${i}`, i)));
		const held = await events.after(db, 0, 10);
		expect(new Set(held.map((event) => event.previous_hash)).size).toBe(8);
		expect(held.slice(1).map((event) => event.previous_hash)).toEqual(
			held.slice(0, -1).map((event) => event.hash)
		);
	});
});

function write(db: Db, action: string, after: unknown) {
	return transaction(db, (trx) =>
		record(trx, null, NOW, {
			action: action as AuditAction,
			subject: ['thing', '1'],
			after,
			before: { was: 1 }
		})
	);
}
