import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeLink } from '../../../src/lib/server/auth/links.ts';
import { transaction, type Connection } from '../../../src/lib/server/db/client.ts';
import * as events from '../../../src/lib/server/db/audit.ts';
import * as users from '../../../src/lib/server/db/users.ts';
import * as passwords from '../../../src/lib/server/workflow/passwords.ts';
import { printedBefore, setUpLink } from '../../../src/lib/server/workflow/set-up.ts';
import { disable, enable, invite, offerLink } from '../../../src/lib/server/workflow/users.ts';
import * as passwordPage from '../../../src/routes/(account)/password/[token]/+page.server.ts';
import * as setUpPage from '../../../src/routes/(account)/set-up/+page.server.ts';
import { account, configure, PASSWORD } from '../../support/accounts.ts';
import { testDatabase } from '../../support/db.ts';
import { visitor } from '../../support/visitor.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const SPENT = passwords.SPENT;

describe('the set-up link', () => {
	let connection: Connection;
	const given = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
	beforeEach(async () => {
		connection = await testDatabase();
		configure();
		return () => connection.close();
	});
	const setUp = (token: string, at = NOW) =>
		passwords.setUp(connection.db, { ...given, token }, at);

	test('makes the first administrator, once, and is recorded', async () => {
		const { db } = connection;
		expect(await printedBefore(db, NOW)).toBe(false);
		const link = await setUpLink(db, NOW);
		expect(await printedBefore(db, NOW)).toBe(true);
		const { id } = await setUp(link?.token ?? '');
		expect(await users.administrators(db, { lock: false })).toEqual([id]);
		await expect(setUp(link?.token ?? '')).rejects.toThrow(SPENT);
		expect(await setUpLink(db, NOW)).toBeUndefined();
		expect((await events.ofSubject(db, 'user', id)).map(({ action }) => action)).toEqual([
			'set up'
		]);
	});

	test.each([
		['forged', async (): Promise<string> => 'x'.repeat(43), NOW],
		['empty', async (): Promise<string> => '', NOW],
		[
			'too old',
			async (): Promise<string> => (await setUpLink(connection.db, NOW))?.token ?? '',
			hours(24.1)
		],
		[
			'replaced by a newer one',
			async (): Promise<string> => {
				const first = await setUpLink(connection.db, NOW);
				await setUpLink(connection.db, NOW);
				return first?.token ?? '';
			},
			NOW
		],
		[
			'of another kind',
			async (): Promise<string> => {
				await account(connection.db, 'ola', ['officer']);
				const made = await transaction(connection.db, (trx) => makeLink(trx, 'reset', 'ola', NOW));
				return made.token;
			},
			NOW
		]
	] as const)('%s: refused, and nobody is administrator', async (_, make, at) => {
		const token = await make();
		await expect(setUp(token, at)).rejects.toThrow(SPENT);
		expect(await users.administrators(connection.db, { lock: false })).toEqual([]);
	});

	test('of before there was an administrator does not work after', async () => {
		const link = await setUpLink(connection.db, NOW);
		await account(connection.db, 'other', ['administrator']);
		await expect(setUp(link?.token ?? '')).rejects.toThrow(SPENT);
	});

	test('two at once make one administrator', async () => {
		const link = await setUpLink(connection.db, NOW);
		const both = await Promise.allSettled([1, 2].map(() => setUp(link?.token ?? '')));
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	test('the page signs the administrator in and asks for two equal, good passwords', async () => {
		const link = await setUpLink(connection.db, new Date());
		const who = visitor(connection.db);
		const wanted = { path: '/set-up', search: `?link=${link?.token}` };
		const send = (password: string, again: string) =>
			who.send(setUpPage.actions.default, { ...given, password, again }, wanted);
		expect((await who.look(setUpPage.load, wanted)).data).toEqual({ isGood: true });
		expect(await send(PASSWORD, 'other')).toMatchObject({ status: 400, data: { field: 'again' } });
		expect(await send('short', 'short')).toMatchObject({
			status: 400,
			data: { field: 'password' }
		});
		expect(await send(PASSWORD, PASSWORD)).toMatchObject({
			status: 303,
			location: '/account?welcome'
		});
		expect((await who.who())?.person.roles).toEqual(['administrator']);
		expect((await visitor(connection.db).look(setUpPage.load, wanted)).data).toEqual({
			isGood: false
		});
	});
});

describe('links to set a password', () => {
	let connection: Connection;
	let count = 0;
	const fresh = () => `person${++count}`;
	beforeAll(async () => {
		connection = await testDatabase();
		configure();
		await account(connection.db, 'ada', ['administrator']);
	});
	afterAll(() => connection.close());
	const ada = { id: 'ada', name: 'Ada', roles: ['administrator' as const], duties: [] };
	const invited = async () => {
		const email = `${fresh()}@example.org`;
		return invite(connection.db, ada, { name: 'New', email, roles: ['officer'] }, NOW);
	};
	const set = (token: string, at = hours(1)) =>
		passwords.setByLink(connection.db, token, PASSWORD, at);

	test('an invitation sets the first password once', async () => {
		const { token, account: made } = await invited();
		await set(token);
		await expect(set(token)).rejects.toThrow(SPENT);
		expect((await users.find(connection.db, { id: made.id }))?.password).toMatch(/:/);
	});

	test('two at once: one of them', async () => {
		const { token } = await invited();
		const both = await Promise.allSettled([set(token), set(token)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	test.each([
		['an invitation after a week', 7 * 24 + 0.1, 'invite'],
		['a reset after four hours', 4.1, 'reset']
	] as const)('%s is too old', async (_, after, kind) => {
		const id = fresh();
		await account(connection.db, id, ['officer']);
		const { token } = await transaction(connection.db, (trx) => makeLink(trx, kind, id, NOW));
		await expect(set(token, hours(after))).rejects.toThrow(SPENT);
		await expect(set(token, hours(after - 0.2))).resolves.toMatchObject({ id });
	});

	test('a newer link ends the earlier one', async () => {
		const { token, account: made } = await invited();
		const newer = await offerLink(connection.db, ada, made.id, NOW);
		await expect(set(token)).rejects.toThrow(SPENT);
		await set(newer.token);
	});

	test.each([['x'.repeat(43)], [''], ['%'], ["' or 1=1"]])('forged: %o', async (token) => {
		await expect(set(token)).rejects.toThrow(SPENT);
	});

	test('a link of an account that was disabled since does not work, and does not come back', async () => {
		const { token, account: made } = await invited();
		const change = { user: made.id, reason: '' };
		await disable(connection.db, ada, change, NOW);
		await expect(set(token)).rejects.toThrow(SPENT);
		await enable(connection.db, ada, change, NOW);
		await expect(set(token)).rejects.toThrow(SPENT);
	});

	test('the database keeps only hashes of links', async () => {
		const { token } = await invited();
		const kept = await connection.db.selectFrom('verifications').selectAll().execute();
		expect(kept.length).toBeGreaterThan(0);
		expect(JSON.stringify(kept)).not.toContain(token);
		const audit = await connection.db.selectFrom('audit_events').selectAll().execute();
		expect(JSON.stringify(audit)).not.toContain(token);
	});

	test('a bad password keeps the link good', async () => {
		const { token } = await invited();
		await expect(passwords.setByLink(connection.db, token, 'short', NOW)).rejects.toThrow(/12/);
		await set(token);
	});

	test('the page says neither whose link it was nor why it fails', async () => {
		const { data } = await visitor(connection.db).look(passwordPage.load, {
			params: { token: 'x' },
			path: '/password/x'
		});
		expect(data).toEqual({ isGood: false });
	});

	test('whoever forgot a password gets a link only where there is an account to use it', async () => {
		const { db } = connection;
		const id = fresh();
		await account(db, id, ['officer']);
		expect(await passwords.forgotten(db, `${id.toUpperCase()}@example.org`, NOW)).toBeDefined();
		expect(await passwords.forgotten(db, 'nobody@example.org', NOW)).toBeUndefined();
		await disable(db, ada, { user: id, reason: '' }, NOW);
		expect(await passwords.forgotten(db, `${id}@example.org`, NOW)).toBeUndefined();
	});
});
