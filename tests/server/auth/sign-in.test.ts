import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS, mayTry } from '../../../src/lib/server/auth/limit.ts';
import { signIn } from '../../../src/lib/server/auth/sign-in.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as sessions from '../../../src/lib/server/db/sessions.ts';
import * as users from '../../../src/lib/server/db/users.ts';
import { disable } from '../../../src/lib/server/workflow/users.ts';
import * as signInPage from '../../../src/routes/(account)/sign-in/+page.server.ts';
import * as signOutPage from '../../../src/routes/(account)/sign-out/+server.ts';
import { account, configure, PASSWORD } from '../../support/accounts.ts';
import { testDatabase } from '../../support/db.ts';
import { visitor, type Visitor } from '../../support/visitor.ts';

let connection: Connection;
let place = 0;
/** An address nobody has tried from. */
const elsewhere = () => `10.9.${Math.floor(++place / 250)}.${place % 250}`;
const enter = (
	who: Visitor,
	email: string,
	password: string,
	address = elsewhere(),
	to = '/users'
) => who.send(signInPage.actions.default, { email, password, to }, { path: '/sign-in', address });

beforeAll(async () => {
	connection = await testDatabase();
	configure();
	const { db } = connection;
	const administrator = await account(db, 'ada', ['administrator']);
	await account(db, 'ola', ['officer']);
	await account(db, 'invited', ['officer'], { password: false });
	await account(db, 'gone', ['officer']);
	await disable(db, administrator, { user: 'gone', reason: 'left' }, new Date());
});
afterAll(() => connection.close());

describe('signing in with a password', () => {
	test('lets in, keeps a cookie that scripts cannot read, and notes when', async () => {
		const who = visitor(connection.db);
		expect(await enter(who, ' OLA@Example.org ', PASSWORD)).toMatchObject({
			status: 303,
			location: '/users'
		});
		const [[name, cookie]] = [...who.jar] as unknown as [[string, { options: object }]];
		expect(name).toBe('cohesion.session_token');
		expect(cookie.options).toMatchObject({
			httpOnly: true,
			sameSite: 'lax',
			path: '/',
			secure: false
		});
		expect((await who.who())?.person).toMatchObject({ id: 'ola', roles: ['officer'] });
		const [session] = await sessions.of(connection.db, 'ola', new Date());
		expect(session).toMatchObject({ device: expect.stringContaining('Firefox') });
		expect(session?.address).toMatch(/^10\.9\./);
	});

	test('by https the cookie is for https only', async () => {
		const who = visitor(connection.db);
		const made = await who.event({ protocol: 'https:', address: elsewhere() });
		await signIn(made as never, { email: 'ola@example.org', password: PASSWORD }, new Date());
		expect([...who.jar]).toMatchObject([
			['__Secure-cohesion.session_token', { options: { secure: true } }]
		]);
	});

	test.each([
		['a wrong password', 'ola@example.org', 'not the password'],
		['an unknown address', 'nobody@example.org', PASSWORD],
		['a disabled account', 'gone@example.org', PASSWORD],
		['an account without a password', 'invited@example.org', PASSWORD],
		['no address', '', ''],
		['something that is no address', "'; drop table users", 'x']
	])('%s: the same answer, no cookie, no session', async (_, email, password) => {
		const who = visitor(connection.db);
		expect(await enter(who, email, password)).toMatchObject({
			status: 400,
			message: 'The e-mail address or the password is not right. Check both and try again.'
		});
		expect(who.jar.size).toBe(0);
	});

	test('an unknown account takes about as long as a wrong password', async () => {
		const took = async (email: string) => {
			const times = [];
			for (let i = 0; i < 3; i++) {
				const started = performance.now();
				await enter(visitor(connection.db), email, `guess ${i} of the password`);
				times.push(performance.now() - started);
			}
			return Math.min(...times);
		};
		const [known, unknown] = [await took('ada@example.org'), await took('who@example.org')];
		expect(unknown).toBeGreaterThan(known / 3);
		expect(unknown).toBeLessThan(known * 3);
	});

	test.each(['https://elsewhere.example', '//elsewhere.example', '/.//elsewhere.example'])(
		'to=%s: nobody is sent away',
		async (to) => {
			const who = visitor(connection.db);
			expect(await enter(who, 'ola@example.org', PASSWORD, elsewhere(), to)).toMatchObject({
				location: '/'
			});
			const signedIn = await who.look(signInPage.load, { search: `?to=${encodeURIComponent(to)}` });
			expect(signedIn).toMatchObject({ status: 303, location: '/' });
		}
	);
});

describe('attempts are counted', () => {
	const now = new Date('2026-11-22T10:00:00Z');
	const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
	const tryIt = async (email: string, password: string, address: string, at: Date) => {
		const made = await visitor(connection.db).event({ address });
		return signIn(made as never, { email, password }, at).catch((fault: Error) => fault.message);
	};

	test('one account from one place: the right password does not help either, until the time is over', async () => {
		const here = elsewhere();
		for (let i = 0; i < LIMITS.account.max; i++) {
			expect(await tryIt('ola@example.org', 'wrong', here, now)).toMatch(/not right/);
		}
		expect(await tryIt('ola@example.org', PASSWORD, here, later(1))).toMatch(/Too many attempts/);
		expect(await tryIt('OLA@example.org', PASSWORD, here, later(14))).toMatch(/Too many attempts/);
		expect(await tryIt('ola@example.org', PASSWORD, elsewhere(), later(1))).toBe('in');
		expect(await tryIt('ola@example.org', PASSWORD, here, later(16))).toBe('in');
	});

	test('coming in forgives the attempts before', async () => {
		const here = elsewhere();
		for (let round = 0; round < 3; round++) {
			for (let i = 0; i < LIMITS.account.max - 1; i++) {
				await tryIt('ada@example.org', 'wrong', here, now);
			}
			expect(await tryIt('ada@example.org', PASSWORD, here, now)).toBe('in');
		}
	});

	test('many accounts from one place', async () => {
		const here = elsewhere();
		for (let i = 0; i < LIMITS.place.max; i++) {
			expect(await mayTry(connection.db, ['place', here], LIMITS.place, now)).toBe(true);
		}
		expect(await tryIt('ada@example.org', PASSWORD, here, now)).toMatch(/Too many attempts/);
	});

	test('the table of attempts holds no address', async () => {
		const rows = await connection.db.selectFrom('rate_limits').selectAll().execute();
		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toMatch(/example|10\.9/);
	});
});

describe('a session', () => {
	const inside = async (email = 'ola@example.org') => {
		const who = visitor(connection.db);
		await enter(who, email, PASSWORD);
		return who;
	};

	test('ends by signing out, also for who kept the cookie', async () => {
		const who = await inside();
		const kept = new Map(who.jar);
		expect(await who.send(signOutPage.POST, {})).toMatchObject({ status: 303, location: '/' });
		expect(who.jar.size).toBe(0);
		for (const [name, cookie] of kept) who.jar.set(name, cookie);
		expect(await who.who()).toBeNull();
	});

	test.each([
		['forged', 'made.up'],
		['with another signature', 'swap'],
		['empty', '']
	])('%s is nobody', async (_, value) => {
		const who = await inside();
		const [name, cookie] = [...who.jar][0] ?? ['', { value: '', options: {} }];
		const changed = value === 'swap' ? `${cookie.value.split('.')[0]}.AAAA` : value;
		who.jar.set(name, { ...cookie, value: changed });
		expect(await who.who()).toBeNull();
	});

	test('of an account that is disabled ends at once, and the database takes no other', async () => {
		const { db } = connection;
		const person = await account(db, 'soon-gone', ['officer']);
		const who = await inside('soon-gone@example.org');
		expect(await who.who()).not.toBeNull();
		const [administrator] = await users.administrators(db, { lock: false });
		const actor = { ...person, id: administrator ?? '', roles: ['administrator' as const] };
		await disable(db, actor, { user: 'soon-gone', reason: 'left' }, new Date());
		expect(await who.who()).toBeNull();
		const session = { id: 's', token: 't', user_id: 'soon-gone', expires_at: new Date() };
		await expect(db.insertInto('sessions').values(session).execute()).rejects.toThrow(/disabled/);
	});

	test('without a cookie no question is put to the database', async () => {
		const closed = await testDatabase();
		const made = await visitor(closed.db).event();
		await closed.close();
		const { signedIn } = await import('../../../src/lib/server/auth/session.ts');
		expect(await signedIn(made as never, new Date())).toBeNull();
	});
});
