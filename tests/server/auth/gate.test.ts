import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loggedPath, mustSignIn, wayIn } from '../../../src/lib/server/auth/gate.ts';
import { authSecret } from '../../../src/lib/server/auth/secret.ts';
import { hasSession, mayAnswer } from '../../../src/lib/server/cache/rules.ts';
import type { Person, Role } from '../../../src/lib/domain/permission.ts';

const person = (...roles: Role[]): Person => ({ id: 'x', name: 'x', roles, duties: [] });
const asked = (path: string, user: Person | null = null, method = 'GET') => ({
	locals: { user },
	request: { method },
	url: new URL(`http://localhost${path}`)
});

describe('READERS=signed-in', () => {
	test.each([
		'/',
		'/indicators/w04',
		'/api/v1/indicators',
		'/data/all.csv',
		'/embed/map/w04',
		'/sign-information',
		'/setup',
		'/healthy',
		'/users'
	])('%s needs a session with a role', (path) => {
		expect(mustSignIn(asked(path), 'signed-in')).toBe(true);
		expect(mustSignIn(asked(path, person()), 'signed-in')).toBe(true);
		expect(mustSignIn(asked(path, person('reader')), 'signed-in')).toBe(false);
		expect(mustSignIn(asked(path), 'public')).toBe(false);
	});

	test.each([
		'/sign-in',
		'/sign-in/second-factor',
		'/sign-in/directory',
		'/sign-out',
		'/set-up',
		'/password/abc',
		'/api/auth/callback/directory',
		'/health'
	])('%s is the way in', (path) => expect(mustSignIn(asked(path), 'signed-in')).toBe(false));

	test('a page sends to sign in and back; a program is refused; nothing of it is kept', () => {
		const page = wayIn(asked('/places?x=1'));
		expect(page.status).toBe(303);
		expect(page.headers.get('location')).toBe('/sign-in?to=%2Fplaces%3Fx%3D1');
		for (const response of [
			page,
			wayIn(asked('/api/v1/areas')),
			wayIn(asked('/x', null, 'POST'))
		]) {
			expect(response.headers.get('cache-control')).toBe('private, no-store');
		}
		expect(wayIn(asked('/api/v1/areas')).status).toBe(401);
		expect(wayIn(asked('/x', null, 'POST')).status).toBe(401);
		expect(wayIn(asked('/', person())).status).toBe(403);
	});
});

test('a link that sets a password is not logged', () => {
	expect(loggedPath('/password/secret-token')).toBe('/password/…');
	expect(loggedPath('/indicators/w04')).toBe('/indicators/w04');
});

test.each([
	['cohesion.session_token=a', true],
	['__Secure-cohesion.session_token=a', true],
	['x=1; cohesion.session_token=a', true],
	['x=session', false],
	['cohesion.two_factor=a', false],
	['', false]
])('cookies %o: a session %s, and so no answer from the page cache', (cookie, is) => {
	const headers = new Headers({ cookie });
	expect(hasSession(headers)).toBe(is);
	expect(mayAnswer({ method: 'GET', headers })).toBe(!is);
});

describe('the secret', () => {
	let dataDir: string;
	beforeEach(() => {
		dataDir = mkdtempSync(join(tmpdir(), 'secret-'));
	});
	afterEach(() => rmSync(dataDir, { recursive: true }));
	const file = () => join(dataDir, 'auth-secret');

	test('is made once, and only its owner may read it', () => {
		const made = authSecret({ dataDir, authSecret: undefined });
		expect(made.length).toBeGreaterThanOrEqual(43);
		expect(authSecret({ dataDir, authSecret: undefined })).toBe(made);
		expect(readFileSync(file(), 'utf8').trim()).toBe(made);
		expect(statSync(file()).mode & 0o777).toBe(0o600);
	});

	test('that is set needs no file', () => {
		expect(authSecret({ dataDir, authSecret: 's'.repeat(32) })).toBe('s'.repeat(32));
		expect(existsSync(file())).toBe(false);
	});

	test('that is damaged is not replaced in silence', () => {
		writeFileSync(file(), '');
		expect(() => authSecret({ dataDir, authSecret: undefined })).toThrow(/damaged/);
	});

	test('that cannot be kept is a sentence', () => {
		writeFileSync(file(), 'a file where a folder should be');
		const inside = { dataDir: join(file(), 'inside'), authSecret: undefined };
		expect(() => authSecret(inside)).toThrow(/AUTH_SECRET/);
	});
});
