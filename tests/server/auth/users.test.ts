import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Person } from '../../../src/lib/domain/permission.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as events from '../../../src/lib/server/db/audit.ts';
import * as sessions from '../../../src/lib/server/db/sessions.ts';
import * as users from '../../../src/lib/server/db/users.ts';
import * as duties from '../../../src/lib/server/workflow/duties.ts';
import { endOwnSessions, rename } from '../../../src/lib/server/workflow/own-account.ts';
import * as passwords from '../../../src/lib/server/workflow/passwords.ts';
import * as work from '../../../src/lib/server/workflow/users.ts';
import * as accountPage from '../../../src/routes/(account)/account/+page.server.ts';
import * as signInPage from '../../../src/routes/(account)/sign-in/+page.server.ts';
import * as userPage from '../../../src/routes/(account)/users/[id]/+page.server.ts';
import * as invitePage from '../../../src/routes/(account)/users/invite/+page.server.ts';
import * as usersPage from '../../../src/routes/(account)/users/+page.server.ts';
import { account, configure, PASSWORD } from '../../support/accounts.ts';
import { testDatabase } from '../../support/db.ts';
import { visitor } from '../../support/visitor.ts';

const NOW = new Date();
let connection: Connection;
let ada: Person;
let place = 0;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	configure();
	ada = await account(connection.db, 'ada', ['administrator']);
	await account(connection.db, 'ola', ['officer']);
	await account(connection.db, 'second', ['officer', 'approver']);
});
afterAll(() => connection.close());

const enter = async (id: string) => {
	const who = visitor(connection.db);
	const form = { email: `${id}@example.org`, password: PASSWORD, to: '/' };
	await who.send(signInPage.actions.default, form, { address: `10.3.0.${++place}` });
	return who;
};
const invitation = (email: string) => ({ name: 'New', email, roles: ['officer' as const] });

// Every act of an administrator, and what the audit must say of it.
const acts: [string, (actor: Person) => Promise<unknown>, string, string?][] = [
	[
		'invite',
		(actor) => work.invite(connection.db, actor, invitation('a@example.org'), NOW),
		'invite user'
	],
	['make a link', (actor) => work.offerLink(connection.db, actor, 'ola', NOW), 'make link', 'ola'],
	[
		'change roles',
		(actor) =>
			work.setRoles(
				connection.db,
				actor,
				{ user: 'ola', roles: ['officer', 'member'], reason: 'r' },
				NOW
			),
		'change roles',
		'ola'
	],
	[
		'disable',
		(actor) => work.disable(connection.db, actor, { user: 'ola', reason: 'r' }, NOW),
		'disable user',
		'ola'
	],
	[
		'enable',
		(actor) => work.enable(connection.db, actor, { user: 'ola', reason: 'r' }, NOW),
		'enable user',
		'ola'
	],
	[
		'reset a second factor',
		(actor) => work.resetSecondFactor(connection.db, actor, { user: 'ola', reason: 'r' }, NOW),
		'reset second factor',
		'ola'
	],
	[
		'end sessions',
		(actor) => work.endSessions(connection.db, actor, { user: 'ola', reason: 'r' }, NOW),
		'end sessions',
		'ola'
	]
];

describe('acts of administrators', () => {
	test.each(acts)('%s: recorded with who, when, what and why', async (_, act, action, of) => {
		const before = await count();
		const done = (await act(ada)) as { account?: { id: string } } | undefined;
		const [latest] = await events.ofSubject(connection.db, 'user', of ?? done?.account?.id ?? '');
		expect(latest).toMatchObject({ action, actor: 'ada', actor_name: 'Name of ada' });
		expect(latest?.at.getTime()).toBe(NOW.getTime());
		expect(await count()).toBe(before + 1);
	});

	const others = ROLES.filter((role) => role !== 'administrator');
	test.each(acts)('%s: for administrators only, and a refusal leaves no trace', async (_, act) => {
		const before = await count();
		for (const role of others) {
			const actor: Person = { id: 'ola', name: 'Ola', roles: [role], duties: [] };
			await expect(act(actor)).rejects.toThrow('This needs the administrator role.');
		}
		await expect(act({ id: 'x', name: 'x', roles: [], duties: [] })).rejects.toThrow(
			/administrator/
		);
		expect(await count()).toBe(before);
	});

	test('what changes nothing is not recorded', async () => {
		const held = (await users.rolesOf(connection.db, 'second')).map(({ role }) => role);
		const before = await count();
		await work.setRoles(connection.db, ada, { user: 'second', roles: held, reason: '' }, NOW);
		await work.enable(connection.db, ada, { user: 'second', reason: '' }, NOW);
		await rename(connection.db, { ...ada, id: 'second', name: 'Same' }, 'Same', NOW);
		expect(await count()).toBe(before);
	});

	test('own acts are recorded too', async () => {
		const { db } = connection;
		const own = await account(db, 'own', ['officer']);
		const who = await enter('own');
		await rename(db, own, 'Another name', NOW);
		const wanted = { current: PASSWORD, wanted: 'another kettle orchard', session: null };
		await passwords.change(db, 'own', wanted, NOW);
		expect(await who.who()).toBeNull();
		const again = visitor(db);
		const form = { email: 'own@example.org', password: wanted.wanted, to: '/' };
		await again.send(signInPage.actions.default, form, { address: '10.3.9.9' });
		await endOwnSessions(db, own, { keep: null }, NOW);
		const said = (await events.ofSubject(db, 'user', 'own')).map(({ action }) => action);
		expect(said).toEqual(['end sessions', 'change password', 'change name']);
	});

	test('the audit holds no password and no hash', async () => {
		const all = JSON.stringify(
			await connection.db.selectFrom('audit_events').selectAll().execute()
		);
		expect(all).not.toContain(PASSWORD);
		const { password } = (await users.find(connection.db, { id: 'ada' })) ?? {};
		expect(all).not.toContain(password);
	});
});

describe('the last administrator', () => {
	const STAYS = /last administrator/i;
	test.each([
		[
			'giving the role away',
			() => work.setRoles(connection.db, ada, { user: 'ada', roles: ['officer'], reason: 'r' }, NOW)
		],
		[
			'disabling the account',
			() => work.disable(connection.db, ada, { user: 'ada', reason: 'r' }, NOW)
		],
		[
			'deleting the row in the database',
			() => connection.db.deleteFrom('user_roles').where('user_id', '=', 'ada').execute()
		],
		[
			'changing the row in the database',
			() =>
				connection.db
					.updateTable('user_roles')
					.set({ role: 'reader' })
					.where('user_id', '=', 'ada')
					.execute()
		],
		[
			'disabling in the database',
			() =>
				connection.db
					.updateTable('users')
					.set({ disabled_at: NOW })
					.where('id', '=', 'ada')
					.execute()
		]
	])('%s is refused', async (_, act) => {
		await expect(act()).rejects.toThrow(STAYS);
		expect(await users.administrators(connection.db, { lock: false })).toEqual(['ada']);
	});

	test('two who take the role from each other at once: one stays', async () => {
		const { db } = connection;
		const bea = await account(db, 'bea', ['administrator']);
		const take = (actor: Person, user: string) =>
			work.setRoles(db, actor, { user, roles: ['reader'], reason: 'r' }, NOW);
		await Promise.allSettled([take(ada, 'bea'), take(bea, 'ada')]);
		const left = await users.administrators(db, { lock: false });
		expect(left).toHaveLength(1);
		// Back to Ada alone.
		if (left[0] === 'bea') {
			await work.setRoles(db, bea, { user: 'ada', roles: ['administrator'], reason: 'r' }, NOW);
			await work.setRoles(db, ada, { user: 'bea', roles: ['reader'], reason: 'r' }, NOW);
		}
	});

	test('nobody changes their own roles without saying why', async () => {
		const roles = ['administrator', 'approver'] as const;
		const change = { user: 'ada', roles };
		await expect(work.setRoles(connection.db, ada, { ...change, reason: '' }, NOW)).rejects.toThrow(
			/why/
		);
		await work.setRoles(connection.db, ada, { ...change, reason: 'Cover in August' }, NOW);
		const [latest] = await events.ofSubject(connection.db, 'user', 'ada');
		expect(latest).toMatchObject({
			reason: 'Cover in August',
			after: ['administrator', 'approver']
		});
	});
});

describe('pages', () => {
	test('without a session: to sign in; without the role: refused before looking', async () => {
		const nobody = visitor(connection.db);
		expect(await nobody.look(usersPage.load, { path: '/users' })).toMatchObject({
			status: 303,
			location: '/sign-in?to=%2Fusers'
		});
		const officer = await enter('second');
		for (const [load, params] of [
			[usersPage.load, {}],
			[invitePage.load, {}],
			[userPage.load, { id: 'ada' }],
			[userPage.load, { id: 'no-such' }]
		] as const) {
			expect(await officer.look(load, { path: '/users', params })).toMatchObject({ status: 403 });
		}
		for (const action of Object.values(userPage.actions)) {
			expect(await officer.send(action, {}, { params: { id: 'ada' } })).toMatchObject({
				status: 403
			});
			expect(await nobody.send(action, {}, { params: { id: 'ada' } })).toMatchObject({
				status: 303
			});
		}
	});

	test('an invitation without a mail server shows its link once', async () => {
		const who = await enter('ada');
		const form = {
			name: 'Nia New',
			email: 'Nia@Example.org',
			roles: ['officer', 'approver', 'king']
		};
		const { data } = await who.send(invitePage.actions.default, form, { path: '/users/invite' });
		const { offered } = data as unknown as { offered: { user: string; url: string } };
		expect(offered.url).toMatch(/^http:\/\/localhost\/password\/[\w-]{43}$/);
		expect((await users.rolesOf(connection.db, offered.user)).map(({ role }) => role)).toEqual([
			'approver',
			'officer'
		]);
		const again = await who.send(invitePage.actions.default, form, { path: '/users/invite' });
		expect(again).toMatchObject({
			status: 400,
			data: { field: 'email', form: { name: 'Nia New' } }
		});
	});

	test.each([
		[{ name: '', email: 'x@example.org', roles: 'officer' }, 'name'],
		[{ name: 'X', email: 'x', roles: 'officer' }, 'email'],
		[{ name: 'X', email: 'x@example.org"><b>', roles: 'officer' }, 'email'],
		[{ name: 'X', email: 'x@example.org' }, 'roles']
	])('%o cannot be invited', async (form, field) => {
		const who = await enter('ada');
		expect(await who.send(invitePage.actions.default, form)).toMatchObject({
			status: 400,
			data: { field }
		});
	});

	test('own sessions: listed with their device, ended one by one or all others', async () => {
		const [first, other, third] = [
			await enter('second'),
			await enter('second'),
			await enter('second')
		];
		const list = async () =>
			(await first.look(accountPage.load)).data as unknown as {
				sessions: { id: string; device: string; isThis: boolean }[];
			};
		const before = (await list()).sessions;
		expect(before.map(({ device }) => device)).toContain('Firefox on Windows');
		expect(before.filter(({ isThis }) => isThis)).toHaveLength(1);
		const foreign = await sessions.of(connection.db, 'ada', new Date());
		await first.send(accountPage.actions.end, { session: foreign[0]?.id ?? '' });
		expect((await sessions.of(connection.db, 'ada', new Date())).length).toBe(foreign.length);
		const session = (await other.who())?.session ?? '';
		await first.send(accountPage.actions.end, { session });
		expect(await other.who()).toBeNull();
		await first.send(accountPage.actions.end, { session: '' });
		expect(await third.who()).toBeNull();
		expect((await list()).sessions).toHaveLength(1);
	});
});

describe('duties', () => {
	const { assign, end, handOver, addAbsence, removeAbsence } = duties;
	const today = NOW.toISOString().slice(0, 10);
	const theme = { theme: 'P1' };

	test('need their role; are recorded; cannot be given twice', async () => {
		const { db } = connection;
		const give = (user: string, duty: 'owner' | 'approver') =>
			assign(db, ada, { user, duty, of: theme, from: today }, NOW);
		await expect(give('ola', 'approver')).rejects.toThrow(/approver role/);
		await give('ola', 'owner');
		await expect(give('ola', 'owner')).rejects.toThrow(/already/);
		const [latest] = await events.ofSubject(db, 'user', 'ola');
		expect(latest).toMatchObject({ action: 'assign duty', after: { duty: 'owner', theme: 'P1' } });
		const officer: Person = { id: 'ola', name: 'Ola', roles: ['officer'], duties: [] };
		const wanted = { user: 'ola', duty: 'deputy', of: theme, from: today } as const;
		await expect(assign(db, officer, wanted, NOW)).rejects.toThrow(
			/performance lead or administrator/
		);
	});

	test('everything of one person goes to another in one step, both recorded', async () => {
		const { db } = connection;
		await assign(
			db,
			ada,
			{ user: 'ola', duty: 'deputy', of: { indicator: 'C01' }, from: today },
			NOW
		);
		const over = { from: 'ola', to: 'second', note: 'On leave until June' };
		await expect(handOver(db, ada, { ...over, note: '' }, NOW)).rejects.toThrow(/note/);
		await expect(handOver(db, ada, { ...over, to: 'ola' }, NOW)).rejects.toThrow(/somebody else/);
		const stranger: Person = {
			id: 'x',
			name: 'x',
			roles: ['officer'],
			duties: [{ duty: 'owner', indicator: 'C02', theme: null }]
		};
		await expect(handOver(db, stranger, over, NOW)).rejects.toThrow(/administrator/);
		expect(await handOver(db, ada, over, NOW)).toBe(2);
		const held = await import('../../../src/lib/server/db/duties.ts');
		expect(await held.inForce(db, today, 'ola')).toEqual([]);
		expect((await held.inForce(db, today, 'second')).map(({ duty }) => duty).sort()).toEqual([
			'deputy',
			'owner'
		]);
		for (const [user, action] of [
			['ola', 'hand over duties'],
			['second', 'take over duties']
		] as const) {
			const [latest] = await events.ofSubject(db, 'user', user);
			expect(latest).toMatchObject({ action, reason: 'On leave until June' });
		}
		await expect(handOver(db, ada, over, NOW)).rejects.toThrow(/no duties/);
	});

	test('the one who takes over must be able to do it all: else nothing moves', async () => {
		const { db } = connection;
		await account(db, 'reader', ['reader']);
		const before = await count();
		const over = { from: 'second', to: 'reader', note: 'n' };
		await expect(handOver(db, ada, over, NOW)).rejects.toThrow(/officer role/);
		expect(await count()).toBe(before);
	});

	test('end today, with a record; an unknown one does not', async () => {
		const { db } = connection;
		const held = await import('../../../src/lib/server/db/duties.ts');
		const [first] = await held.inForce(db, today, 'second');
		await end(db, ada, { user: 'second', duty: first?.id ?? '', reason: 'r' }, NOW);
		expect((await held.inForce(db, today, 'second')).length).toBe(1);
		await expect(end(db, ada, { user: 'second', duty: 'x', reason: 'r' }, NOW)).rejects.toThrow(
			/ended/
		);
	});

	test('absences: one’s own or by who assigns; both ways recorded', async () => {
		const { db } = connection;
		const held = await import('../../../src/lib/server/db/duties.ts');
		const officer: Person = { id: 'ola', name: 'Ola', roles: ['officer'], duties: [] };
		const days = { user: 'ola', starts: '2099-01-01', ends: '2099-01-05' };
		await addAbsence(db, officer, days, NOW);
		await expect(addAbsence(db, officer, { ...days, user: 'second' }, NOW)).rejects.toThrow();
		await expect(addAbsence(db, officer, { ...days, ends: '2098-01-01' }, NOW)).rejects.toThrow(
			/before/
		);
		const [noted] = await held.absences(db, today);
		const stranger: Person = { id: 'second', name: 's', roles: ['officer'], duties: [] };
		await expect(removeAbsence(db, stranger, noted?.id ?? '', NOW)).rejects.toThrow();
		await removeAbsence(db, officer, noted?.id ?? '', NOW);
		expect(await held.absences(db, today)).toEqual([]);
		const said = (await events.ofSubject(db, 'user', 'ola'))
			.slice(0, 2)
			.map(({ action }) => action);
		expect(said).toEqual(['remove absence', 'note absence']);
	});
});

async function count(): Promise<number> {
	return (await events.after(connection.db, 0, 10_000)).length;
}
