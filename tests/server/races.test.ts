import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../src/lib/domain/area.ts';
import type { Person } from '../../src/lib/domain/permission.ts';
import { verifyChain } from '../../src/lib/server/audit-chain.ts';
import type { Connection } from '../../src/lib/server/db/client.ts';
import * as answerables from '../../src/lib/server/db/answerable.ts';
import * as duties from '../../src/lib/server/db/duties.ts';
import * as targets from '../../src/lib/server/db/targets.ts';
import * as users from '../../src/lib/server/db/users.ts';
import * as answerable from '../../src/lib/server/workflow/answerable.ts';
import { publish } from '../../src/lib/server/workflow/commentaries.ts';
import { assign, handOver } from '../../src/lib/server/workflow/duties.ts';
import * as workflow from '../../src/lib/server/workflow/targets.ts';
import { disable, setRoles } from '../../src/lib/server/workflow/users.ts';
import { account } from '../support/accounts.ts';
import { testDatabase } from '../support/db.ts';

// Two people at the same instant. On the embedded database they wait for its one connection; on a
// server (TEST_DATABASE_URL) they truly meet.

let connection: Connection;
const NOW = new Date();
const person = (id: string, ...roles: Person['roles'][number][]) =>
	account(connection.db, id, roles, { password: false });
let first: Person;
let second: Person;

beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	first = await person('first', 'administrator', 'performance lead');
	second = await person('second', 'administrator', 'performance lead');
});
afterAll(async () => {
	expect((await verifyChain(connection.db)).broken).toBeNull();
	await connection.close();
});

/** What became of all of them: each done, or refused in words; nothing else may happen. */
async function race(...acts: (() => Promise<unknown>)[]): Promise<string[]> {
	const settled = await Promise.allSettled(acts.map((act) => act()));
	return settled.map((one) => {
		if (one.status === 'fulfilled') return JSON.stringify(one.value) ?? 'done';
		const { name, message } = one.reason as Error;
		return `${name === 'error' ? 'FAULT ' : ''}${message}`;
	});
}

const events = async (action: string) =>
	(
		await connection.db
			.selectFrom('audit_events')
			.select('id')
			.where('action', '=', action)
			.execute()
	).length;

describe('two people at once', () => {
	it('hand over the same duties: one person takes them', async () => {
		const { db } = connection;
		for (const id of ['giver', 'one', 'two']) await person(id, 'officer');
		const from = new Date().toISOString().slice(0, 10);
		const of = { indicator: 'C01' };
		await assign(db, first, { user: 'giver', duty: 'owner', of, from }, NOW);
		const over = (to: string) => () => handOver(db, first, { from: 'giver', to, note: 'n' }, NOW);
		const said = await race(over('one'), over('two'));
		expect(said.filter((text) => text === '1')).toHaveLength(1);
		expect(said.join()).toMatch(/no duties to hand over/);
		const held = await Promise.all(['one', 'two'].map((id) => duties.open(db, id)));
		expect(held.flat()).toHaveLength(1);
	});

	it('give the same role: one does it, the other finds it done', async () => {
		const { db } = connection;
		await person('ola', 'officer');
		const change = { user: 'ola', roles: ['officer', 'member'] as const, reason: 'r' };
		const give = (by: Person) => () => setRoles(db, by, change, NOW);
		expect(await race(give(first), give(second))).toEqual(['done', 'done']);
		expect(await events('change roles')).toBe(1);
	});

	it('name an owner: there is one, and both are in the audit', async () => {
		const { db } = connection;
		const named = (by: Person, post: string) => () =>
			answerable.name(
				db,
				by,
				{ indicator: 'C02', part: 'owner', directorate: 'D', post, reason: 'r' },
				NOW
			);
		const said = await race(named(first, 'A'), named(second, 'B'));
		expect(said).toEqual(['{"ok":true}', '{"ok":true}']);
		const on = new Date().toISOString().slice(0, 10);
		expect((await answerables.onDay(db, on)).get('C02')?.owner).toBeTruthy();
		expect(await events('owner named')).toBe(2);
	});

	it('write words for one figure: the later stand, the earlier are kept', async () => {
		const { db } = connection;
		const period = (await db.selectFrom('periods').select('id').executeTakeFirstOrThrow()).id;
		const words = (by: Person, what: string, ms: number) => () =>
			publish(
				db,
				by,
				{ indicator: 'C01', area: WALSALL, period, what, soWhat: '', nowWhat: '', cause: '' },
				new Date(NOW.getTime() + ms)
			);
		const said = await race(words(first, 'A', 0), words(second, 'B', 1));
		expect(said).toEqual(['{"ok":true}', '{"ok":true}']);
	});

	it('approve one target: one does, the other is told', async () => {
		const { db } = connection;
		const writer = await person('writer', 'performance lead');
		const made = await workflow.propose(
			db,
			writer,
			{
				...{ indicator: 'T01', area: WALSALL, breakdown: 'all', baselinePeriod: 'FY2021' },
				...{ shape: 'linear', milestones: [], goal: { ends: '2035-03-31', value: 20 } },
				...{ tolerance: { kind: 'absolute', amount: 1 }, cumulative: false, benchmark: null },
				rationale: 'Invented for a test'
			},
			NOW
		);
		if (made.kind !== 'done') throw new Error(JSON.stringify(made));
		const { id } = made;
		await workflow.submit(db, writer, { id, version: 1, revision: 1 }, NOW);
		const asked = { id, version: 1, revision: 2, approvedFor: 'Body', confirms: true };
		const [one, two, three] = await race(
			() => workflow.approve(db, first, asked, NOW),
			() => workflow.approve(db, second, asked, NOW),
			() => workflow.withdraw(db, second, { ...asked, reason: 'r' }, NOW)
		);
		const kinds = [one, two, three].map((said) => /"kind":"(\w+)"/.exec(said ?? '')?.[1]);
		expect(kinds.sort()).toEqual(['conflict', 'conflict', 'done']);
		expect((await targets.versions(db, { id })).length).toBe(1);
		expect((await events('target approved')) + (await events('target withdrawn'))).toBe(1);
	});

	it('each take the other administrator away: one stays', async () => {
		const { db } = connection;
		const said = await race(
			() => disable(db, first, { user: 'second', reason: 'r' }, NOW),
			() => disable(db, second, { user: 'first', reason: 'r' }, NOW)
		);
		expect(said.filter((text) => text === 'done')).toHaveLength(1);
		expect(said.join()).toMatch(/last administrator/);
		expect(await users.administrators(db, { lock: false })).toHaveLength(1);
	});
});
