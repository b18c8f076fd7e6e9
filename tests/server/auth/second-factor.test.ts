import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as events from '../../../src/lib/server/db/audit.ts';
import { resetSecondFactor } from '../../../src/lib/server/workflow/users.ts';
import * as factorPage from '../../../src/routes/(account)/account/second-factor/+page.server.ts';
import * as secondPage from '../../../src/routes/(account)/sign-in/second-factor/+page.server.ts';
import * as signInPage from '../../../src/routes/(account)/sign-in/+page.server.ts';
import { account, codeOf, configure, PASSWORD } from '../../support/accounts.ts';
import { testDatabase } from '../../support/db.ts';
import { visitor, type Visitor } from '../../support/visitor.ts';

let connection: Connection;
let count = 0;
beforeAll(async () => {
	connection = await testDatabase();
	configure();
	await account(connection.db, 'ada', ['administrator']);
});
afterAll(() => connection.close());

const { begin, confirm, codes, end } = factorPage.actions;
const address = () => `10.2.0.${count}`;

async function password(who: Visitor, id: string) {
	const form = { email: `${id}@example.org`, password: PASSWORD, to: '/users' };
	return who.send(signInPage.actions.default, form, { path: '/sign-in', address: address() });
}

const code = (who: Visitor, typed: string, kind = 'app') =>
	who.send(secondPage.actions.default, { code: typed, kind, to: '/users' }, { address: address() });

/** A new person with a second factor, set up half a minute ago; their secret and backup codes. */
async function enrolled() {
	const id = `person${++count}`;
	await account(connection.db, id, ['officer']);
	const who = visitor(connection.db);
	await password(who, id);
	const begun = await who.send(begin, { password: PASSWORD });
	const { enrolment } = begun.data as unknown as { enrolment: { address: string; secret: string } };
	const form = { address: enrolment.address, code: codeOf(enrolment.secret, -1) };
	const done = await who.send(confirm, form);
	const backup = (done.data as unknown as { codes: string[] }).codes;
	return { id, who, secret: enrolment.secret, backup };
}

describe('setting a second factor up', () => {
	test('needs the password and a right code; the backup codes are shown once', async () => {
		const id = `person${++count}`;
		await account(connection.db, id, ['officer']);
		const who = visitor(connection.db);
		await password(who, id);
		expect(await who.send(begin, { password: 'wrong' })).toMatchObject({ status: 400 });
		const begun = await who.send(begin, { password: PASSWORD });
		const { enrolment } = begun.data as unknown as {
			enrolment: { address: string; secret: string; qr: { size: number; path: string } };
		};
		expect(enrolment.address).toMatch(/^otpauth:\/\/totp\/Cohesion%20Tracker:/);
		expect(enrolment.qr.path).toMatch(/^M\d/);
		const wrong = await who.send(confirm, { address: enrolment.address, code: '000000' });
		expect(wrong).toMatchObject({ status: 400, message: expect.stringMatching(/not right/) });
		// The picture stays: what was sent comes back.
		expect(wrong.data).toMatchObject({ form: { enrolment: { secret: enrolment.secret } } });
		// Not confirmed: it is not asked for yet.
		expect(await password(visitor(connection.db), id)).toMatchObject({ location: '/users' });
		const right = { address: enrolment.address, code: ` ${codeOf(enrolment.secret)} ` };
		const done = await who.send(confirm, right);
		expect((done.data as unknown as { codes: string[] }).codes).toHaveLength(10);
		expect((await who.who())?.person.id).toBe(id);
		const actions = (await events.ofSubject(connection.db, 'user', id)).map((one) => one.action);
		expect(actions).toEqual(['set up second factor']);
	});

	test('an address that is none draws nothing', async () => {
		const { enrolment } =
			await import('../../../src/routes/(account)/account/second-factor/enrolment.ts');
		for (const text of [
			'',
			'javascript:1',
			'otpauth://totp/x?secret=<b>',
			'otpauth://hotp/a?secret=AA'
		]) {
			expect(enrolment(text)).toBeUndefined();
		}
	});

	test('the secret and the codes are encrypted in the database', async () => {
		const { secret, backup } = await enrolled();
		const kept = JSON.stringify(
			await connection.db.selectFrom('two_factors').selectAll().execute()
		);
		expect(kept).not.toContain(secret.replace(/ /g, ''));
		expect(kept).not.toContain(backup[0]);
	});
});

describe('signing in with a second factor', () => {
	test('the password alone lets nobody in', async () => {
		const { id } = await enrolled();
		const who = visitor(connection.db);
		expect(await password(who, id)).toMatchObject({
			status: 303,
			location: '/sign-in/second-factor?to=%2Fusers'
		});
		expect([...who.jar.keys()]).toEqual(['cohesion.two_factor']);
		expect(await who.who()).toBeNull();
	});

	test('the code lets in, once: a second use is refused, also by the same person', async () => {
		const { id, secret } = await enrolled();
		const now = codeOf(secret);
		const [first, second] = [visitor(connection.db), visitor(connection.db)];
		await password(first, id);
		await password(second, id);
		expect(await code(first, now)).toMatchObject({ status: 303, location: '/users' });
		expect((await first.who())?.person.id).toBe(id);
		expect(await code(second, now)).toMatchObject({ status: 400 });
		expect(await second.who()).toBeNull();
		expect(await code(second, codeOf(secret, 1))).toMatchObject({ status: 303 });
	});

	test.each([['000000'], [''], ['12345'], ['abcdef'], ['1234567']])(
		'%o is wrong',
		async (typed) => {
			const { id } = await enrolled();
			const who = visitor(connection.db);
			await password(who, id);
			expect(await code(who, typed)).toMatchObject({ status: 400 });
			expect(await who.who()).toBeNull();
		}
	);

	test('after five wrong codes the right one needs a new start', async () => {
		const { id, secret } = await enrolled();
		const who = visitor(connection.db);
		await password(who, id);
		for (let i = 0; i < 5; i++) await code(who, `00000${i}`);
		expect(await code(who, codeOf(secret))).toMatchObject({ status: 400 });
	});

	test('a backup code lets in once', async () => {
		const { id, backup } = await enrolled();
		const [first, second] = [visitor(connection.db), visitor(connection.db)];
		await password(first, id);
		expect(await code(first, backup[3] ?? '', 'backup')).toMatchObject({ status: 303 });
		await password(second, id);
		expect(await code(second, backup[3] ?? '', 'backup')).toMatchObject({ status: 400 });
		expect(await code(second, backup[4] ?? '', 'backup')).toMatchObject({ status: 303 });
	});

	test('without the step before, a code is worth nothing', async () => {
		const { secret } = await enrolled();
		expect(await code(visitor(connection.db), codeOf(secret))).toMatchObject({ status: 400 });
	});

	test('new backup codes replace the old ones; taking it away asks for the password', async () => {
		const { id, who, backup } = await enrolled();
		expect(await who.send(codes, { password: 'wrong' })).toMatchObject({ status: 400 });
		const renewed = await who.send(codes, { password: PASSWORD });
		expect((renewed.data as unknown as { codes: string[] }).codes).not.toContain(backup[0]);
		expect(await who.send(end, { password: 'wrong' })).toMatchObject({ status: 400 });
		expect(await who.send(end, { password: PASSWORD })).toMatchObject({ status: 303 });
		expect(await password(visitor(connection.db), id)).toMatchObject({ location: '/users' });
	});

	test('a lost one is taken away by an administrator, with a reason, and every session ends', async () => {
		const { id, who } = await enrolled();
		const ada = { id: 'ada', name: 'Ada', roles: ['administrator' as const], duties: [] };
		const reset = (reason: string) =>
			resetSecondFactor(connection.db, ada, { user: id, reason }, new Date());
		await expect(reset('')).rejects.toThrow(/how you know/);
		await reset('Seen in person');
		expect(await who.who()).toBeNull();
		expect(await password(visitor(connection.db), id)).toMatchObject({ location: '/users' });
		const [latest] = await events.ofSubject(connection.db, 'user', id);
		expect(latest).toMatchObject({
			action: 'reset second factor',
			actor: 'ada',
			reason: 'Seen in person'
		});
	});
});
