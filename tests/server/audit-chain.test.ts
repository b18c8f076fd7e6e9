import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditAction } from '../../src/lib/domain/audit/actions.ts';
import { CHAIN_START } from '../../src/lib/domain/audit.ts';
import { record } from '../../src/lib/server/audit.ts';
import { type Chain, verifyChain } from '../../src/lib/server/audit-chain.ts';
import { type Connection, transaction, transactionIf } from '../../src/lib/server/db/client.ts';
import { testDatabase } from '../support/db.ts';

const EVENTS = 1003;
let connection: Connection;

beforeAll(async () => {
	connection = await testDatabase();
	await transaction(connection.db, async (trx) => {
		for (let i = 1; i <= EVENTS; i++) {
			const now = new Date(Date.parse('2026-11-22T10:00:00.123Z') + i);
			await record(trx, null, now, {
				action: `event ${i}` as AuditAction,
				subject: ['thing', String(i)],
				before: { was: i / 7, none: null, text: '🏳️‍🌈 "\\' },
				after: [1e21, -0, 5e-324, { b: 1, a: undefined }],
				reason: 'because\nof this'
			});
		}
	});
});
afterAll(() => connection.close());

/** What is found after somebody who owns the tables did this; it is taken back. */
const tampered = (statement: string): Promise<Chain> =>
	transactionIf(
		connection.db,
		() => false,
		async (trx) => {
			await sql.raw('alter table audit_events disable trigger all').execute(trx);
			await sql.raw(statement).execute(trx);
			return verifyChain(trx);
		}
	);

describe('the chain of the audit', () => {
	test('is whole over more than one page, and of an empty one nothing is said', async () => {
		const { events, head, broken } = await verifyChain(connection.db);
		expect({ events, broken }).toEqual({ events: EVENTS, broken: null });
		expect(head).toMatch(/^[0-9a-f]{64}$/);
		const empty = { events: 0, head: CHAIN_START, broken: null };
		expect(await tampered('delete from audit_events')).toEqual(empty);
	});

	test.each<[what: string, statement: string, id: number]>([
		['a changed reason', "update audit_events set reason = 'other' where id = 500", 500],
		['a changed person', "update audit_events set actor_name = 'Other' where id = 1002", 1002],
		['a changed instant', "update audit_events set at = at + interval '1 ms' where id = 7", 7],
		['a changed number', 'update audit_events set before = \'{"was": 1}\' where id = 8', 8],
		['a missing first event', 'delete from audit_events where id = 1', 2],
		['a missing event', 'delete from audit_events where id = 1001', 1002],
		[
			'an event changed with its own hash',
			"update audit_events set reason = 'x', hash = repeat('a', 64) where id = 9",
			9
		],
		[
			'an event that was slipped in',
			`insert into audit_events (at, actor_name, action, subject_kind, subject, previous_hash, hash)
				select at, actor_name, 'forged', subject_kind, subject, hash, repeat('b', 64)
				from audit_events where id = ${EVENTS}`,
			EVENTS + 1
		]
	])('is broken by %s', async (_, statement, id) => {
		expect((await tampered(statement)).broken).toMatchObject({ id });
	});

	test('that was cut off at the end has another head', async () => {
		const before = await verifyChain(connection.db);
		const after = await tampered(`delete from audit_events where id > ${EVENTS - 3}`);
		expect(after.broken).toBeNull();
		expect(after.head).not.toBe(before.head);
		expect(after.events).toBe(EVENTS - 3);
	});
});
