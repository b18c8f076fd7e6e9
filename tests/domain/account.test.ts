import { describe, expect, test } from 'vitest';
import { isStanding, stands, type AccountFacts } from '../../src/lib/domain/account.ts';
import { deviceOf } from '../../src/lib/domain/device.ts';
import { dayInWalsall } from '../../src/lib/domain/day.ts';
import { localPath } from '../../src/lib/domain/local-path.ts';
import { passwordProblem } from '../../src/lib/domain/password.ts';

describe('localPath: after signing in nobody leaves this site', () => {
	test.each([
		['/targets?edition=a#b', '/targets?edition=a#b'],
		['/', '/'],
		['/a/../users', '/users'],
		['https://elsewhere.example/', '/'],
		['//elsewhere.example/', '/'],
		['/\\elsewhere.example', '/'],
		['\\\\elsewhere.example', '/'],
		['/.//elsewhere.example', '/'],
		['/a/..//elsewhere.example', '/'],
		['/\t/elsewhere.example', '/'],
		['javascript:alert(1)', '/'],
		[' /users', '/'],
		['users', '/'],
		['', '/'],
		[null, '/'],
		[undefined, '/']
	])('%o goes to %o', (wanted, path) => expect(localPath(wanted)).toBe(path));
});

describe('passwordProblem', () => {
	const owner = { name: 'Ola Officer', email: 'ola.officer@example.org' };
	test.each([
		['elevenchars', 'too short'],
		['password1234', 'common'],
		['P@55w0rd!!!!', 'common, look-alikes'],
		['Walsall2026!', 'the town and a year'],
		['aaaaaaaaaaaa', 'too few different'],
		['123456789012', 'a run'],
		['abcdefghijklm', 'a run'],
		['olaofficer12', 'the own name'],
		['ola.officer@example.org', 'the own address'],
		['x'.repeat(60) + 'abcdefgh'.repeat(9), 'too long']
	])('%s is refused: %s', (password) => expect(passwordProblem(password, owner)).toBeTruthy());

	test.each([
		'twelve chars',
		'green kettle moon',
		'ßtraße müde 12',
		'    a b c d e    ',
		'aB3$aB3$cD5%'
	])('%o may be used: nothing is asked about its composition', (password) =>
		expect(passwordProblem(password, owner)).toBeUndefined()
	);
});

describe('stands', () => {
	const now = new Date('2026-11-22T12:00:00Z');
	const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
	const facts: AccountFacts = {
		disabledAt: null,
		lastSignIn: daysAgo(1),
		createdAt: daysAgo(400),
		hasSecondFactor: true,
		comesFromDirectory: false,
		roles: []
	};
	test.each([
		['inactive', { lastSignIn: daysAgo(90) }, false],
		['inactive', { lastSignIn: daysAgo(91) }, true],
		['inactive', { lastSignIn: null, createdAt: daysAgo(91) }, true],
		['inactive', { lastSignIn: null, createdAt: daysAgo(3) }, false],
		['inactive', { lastSignIn: daysAgo(91), disabledAt: daysAgo(2) }, false],
		['never', { lastSignIn: null }, true],
		['never', {}, false],
		['no-second-factor', { hasSecondFactor: false }, true],
		['no-second-factor', { hasSecondFactor: false, comesFromDirectory: true }, false],
		['no-second-factor', {}, false],
		['disabled', { disabledAt: daysAgo(2) }, true],
		['disabled', {}, false],
		['all', { disabledAt: daysAgo(2) }, true]
	] as const)('%s: %o is %s', (standing, more, is) =>
		expect(stands({ ...facts, ...more }, standing, now)).toBe(is)
	);

	test.each(['inactive', 'toString', 'constructor', null])('isStanding(%o)', (text) =>
		expect(isStanding(text)).toBe(text === 'inactive')
	);
});

test.each([
	['2026-11-21T23:59:00Z', '2026-11-21'],
	['2026-06-30T23:30:00Z', '2026-07-01'],
	['2026-01-01T00:00:00Z', '2026-01-01']
])('the day in Walsall at %s is %s', (instant, day) =>
	expect(dayInWalsall(new Date(instant))).toBe(day)
);

test.each([
	[
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36 Edg/130.0',
		'Edge on Windows'
	],
	[
		'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
		'Safari on iPad'
	],
	['Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari/537.36', 'Chrome on Android'],
	['curl/8', 'Unknown device'],
	[null, 'Unknown device']
])('deviceOf(%o) is %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));
