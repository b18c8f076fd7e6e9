import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rolesFor } from '../../../src/lib/server/auth/directory.ts';
import { directorySettings } from '../../../src/lib/server/auth/directory-settings.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as events from '../../../src/lib/server/db/audit.ts';
import * as users from '../../../src/lib/server/db/users.ts';
import { disable } from '../../../src/lib/server/workflow/users.ts';
import * as callbackPage from '../../../src/routes/api/auth/callback/directory/+server.ts';
import * as startPage from '../../../src/routes/(account)/sign-in/directory/+server.ts';
import { account, configure, ORIGIN } from '../../support/accounts.ts';
import { testDatabase } from '../../support/db.ts';
import { CLIENT, startDirectory, type Directory } from '../../support/directory.ts';
import { visitor, type Visitor } from '../../support/visitor.ts';

const CALLBACK = `${ORIGIN}/api/auth/callback/directory`;
let connection: Connection;
let directory: Directory;
const ada = { id: 'ada', name: 'Ada', roles: ['administrator' as const], duties: [] };

beforeAll(async () => {
	connection = await testDatabase();
	directory = await startDirectory(CALLBACK);
	configure({
		ORIGIN,
		OIDC_ISSUER: directory.issuer,
		OIDC_CLIENT_ID: CLIENT.id,
		OIDC_CLIENT_SECRET: CLIENT.secret,
		OIDC_ROLE_GROUPS: 'g-officers=officer; g-approvers=approver; g-admins=administrator'
	});
	await account(connection.db, 'ada', ['administrator']);
});
afterAll(async () => {
	await directory.close();
	await connection.close();
});

let count = 0;
function person(groups: string[], more: object = {}) {
	const sub = `subject-${++count}`;
	const made = { sub, email: `${sub}@example.org`, name: `Person ${count}`, groups, ...more };
	directory.people.set(sub, made);
	return made;
}

/** The whole way there and back; where the answer sends the person. */
async function enter(who: Visitor, sub: string, to = '/targets') {
	const search = `?to=${encodeURIComponent(to)}`;
	const start = await who.look(startPage.GET, { path: '/sign-in/directory', search });
	const back = new URL(await directory.signIn(start.location ?? '', sub));
	return answer(who, back);
}

async function answer(who: Visitor, back: URL) {
	const made = await who.event({ path: back.pathname, search: back.search });
	made.url.href = back.href;
	const request = new Request(back, { headers: made.request.headers });
	const response = await callbackPage.GET({ ...made, request } as never);
	for (const line of response.headers.getSetCookie()) {
		const [pair = ''] = line.split(';');
		const [name = '', value = ''] = pair.split('=');
		const decoded = decodeURIComponent(value);
		if (/max-age=0/i.test(line)) who.jar.delete(name);
		else who.jar.set(name, { value: decoded, options: {} });
	}
	return response.headers.get('location') ?? '';
}

const rolesOf = async (email: string) => {
	const found = await users.find(connection.db, { email });
	return found && (await users.rolesOf(connection.db, found.id)).map(({ role }) => role);
};

describe('signing in with a real OpenID provider', () => {
	test('somebody new with a group comes in with its role; no token is kept', async () => {
		const { sub, email } = person(['g-officers', 'g-other']);
		const who = visitor(connection.db);
		expect(await enter(who, sub)).toBe('/targets');
		expect((await who.who())?.person).toMatchObject({
			name: `Person ${count}`,
			roles: ['officer']
		});
		const kept = await users.find(connection.db, { email });
		expect(kept).toMatchObject({ comesFromDirectory: true, password: null });
		const said = await events.ofSubject(connection.db, 'user', kept?.id ?? '');
		expect(said.map(({ action }) => action)).toEqual(['change roles', 'join from directory']);
		const rows = await connection.db
			.selectFrom('accounts')
			.selectAll()
			.where('account_id', '=', sub)
			.execute();
		expect(rows).toMatchObject([{ access_token: null, id_token: null, refresh_token: null }]);
	});

	test('groups are followed at each sign-in: a group that goes takes its role', async () => {
		const someone = person(['g-officers', 'g-approvers']);
		await enter(visitor(connection.db), someone.sub);
		expect(await rolesOf(someone.email)).toEqual(['approver', 'officer']);
		someone.groups = ['g-approvers'];
		await enter(visitor(connection.db), someone.sub);
		expect(await rolesOf(someone.email)).toEqual(['approver']);
		const id = (await users.find(connection.db, { email: someone.email }))?.id ?? '';
		const [latest] = await events.ofSubject(connection.db, 'user', id);
		expect(latest).toMatchObject({ before: ['approver', 'officer'], after: ['approver'] });
		someone.groups = [];
		const who = visitor(connection.db);
		expect(await enter(who, someone.sub)).toMatch(/^\/sign-in\?error=/);
		expect(await who.who()).toBeNull();
		expect(await rolesOf(someone.email)).toEqual([]);
	});

	test('a role that an administrator gave stays without its group', async () => {
		const { sub, email } = person(['g-officers']);
		await account(connection.db, sub, ['member'], { password: false });
		await enter(visitor(connection.db), sub);
		expect(await rolesOf(email)).toEqual(['member', 'officer']);
		(directory.people.get(sub) as { groups: string[] }).groups = [];
		const who = visitor(connection.db);
		expect(await enter(who, sub)).toBe('/targets');
		expect(await rolesOf(email)).toEqual(['member']);
	});

	test('the person is known by the directory’s own name for them when the address changes', async () => {
		const someone = person(['g-officers']);
		await enter(visitor(connection.db), someone.sub);
		const first = await users.find(connection.db, { email: someone.email });
		someone.email = 'new.address@example.org';
		const who = visitor(connection.db);
		await enter(who, someone.sub);
		expect((await who.who())?.person.id).toBe(first?.id);
	});

	test.each([
		['without a group that gives a role', {}, ['g-other']],
		['without any group', {}, []],
		['whose address the directory says is not theirs', { email_verified: false }, ['g-officers']],
		['without an address', { email: undefined }, ['g-officers']]
	])('somebody %s is refused and leaves no account', async (_, more, groups) => {
		const { sub } = person(groups, more);
		const before = await connection.db.selectFrom('users').select('id').execute();
		const who = visitor(connection.db);
		expect(await enter(who, sub)).toMatch(/^\/sign-in\?error=/);
		expect(await who.who()).toBeNull();
		expect(await connection.db.selectFrom('users').select('id').execute()).toEqual(before);
	});

	test('a user name that is an address serves where no e-mail claim comes (Entra ID)', async () => {
		const { sub } = person(['g-officers'], {
			email: undefined,
			preferred_username: 'Entra.User@example.org'
		});
		await enter(visitor(connection.db), sub);
		expect(await rolesOf('entra.user@example.org')).toEqual(['officer']);
	});

	test('a disabled account stays out', async () => {
		const { sub, email } = person(['g-officers']);
		await enter(visitor(connection.db), sub);
		const id = (await users.find(connection.db, { email }))?.id ?? '';
		await disable(connection.db, ada, { user: id, reason: 'left' }, new Date());
		const who = visitor(connection.db);
		expect(await enter(who, sub)).toMatch(/^\/sign-in\?error=/);
		expect(await who.who()).toBeNull();
	});

	test('the answer works once, and only in the browser that asked', async () => {
		const { sub } = person(['g-officers']);
		const who = visitor(connection.db);
		const start = await who.look(startPage.GET, { path: '/sign-in/directory' });
		const back = new URL(await directory.signIn(start.location ?? '', sub));
		const thief = visitor(connection.db);
		expect(await answer(thief, back)).toMatch(/error=/);
		expect(await thief.who()).toBeNull();
		const again = await who.look(startPage.GET, { path: '/sign-in/directory' });
		const good = new URL(await directory.signIn(again.location ?? '', sub));
		expect(await answer(who, good)).toBe('/');
		const second = visitor(connection.db);
		expect(await answer(second, good)).toMatch(/error=/);
		expect(await second.who()).toBeNull();
	});

	test('nobody is sent away from this site afterwards', async () => {
		const { sub } = person(['g-officers']);
		expect(await enter(visitor(connection.db), sub, 'https://elsewhere.example')).toBe('/');
	});

	test('the last administrator keeps the role though the group is gone', async () => {
		const own = await testDatabase();
		const boss = person(['g-admins']);
		const go = async () => {
			const who = visitor(own.db);
			await enter(who, boss.sub);
			return (await who.who())?.person.roles;
		};
		expect(await go()).toEqual(['administrator']);
		boss.groups = ['g-officers'];
		expect(await go()).toEqual(['administrator', 'officer']);
		await own.close();
	});
});

describe('settings', () => {
	const good = {
		ORIGIN,
		OIDC_ISSUER: 'https://login.example/tenant/v2.0',
		OIDC_CLIENT_ID: 'a',
		OIDC_CLIENT_SECRET: 'b'
	};
	const read = (more: Record<string, string | undefined>) => {
		const all: Record<string, string | undefined> = { ...good, ...more };
		return directorySettings((name) => all[name]);
	};
	test.each([
		[{ ORIGIN: undefined }, /ORIGIN/],
		[{ OIDC_CLIENT_SECRET: undefined }, /OIDC_CLIENT_SECRET/],
		[{ OIDC_ISSUER: 'http://login.example' }, /https/],
		[{ OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, /tenant/],
		[{ OIDC_ROLE_GROUPS: 'g=king' }, /king/],
		[{ OIDC_ROLE_GROUPS: 'officer' }, /group=role/]
	])('%o is refused in a sentence', (more, said) => expect(() => read(more)).toThrow(said));

	test('groups give roles; * is everybody', () => {
		const roles = read({ OIDC_ROLE_GROUPS: 'a=officer;a=member; * = reader' })?.roles ?? [];
		expect(rolesFor(['a', 'b'], { roles })).toEqual(['officer', 'member', 'reader']);
		expect(rolesFor([], { roles })).toEqual(['reader']);
		expect(rolesFor(['officer'], { roles: [] })).toEqual([]);
	});
});
