import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../../src/lib/server/config.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as forgottenPage from '../../../src/routes/(account)/sign-in/forgotten/+page.server.ts';
import * as invitePage from '../../../src/routes/(account)/users/invite/+page.server.ts';
import * as signInPage from '../../../src/routes/(account)/sign-in/+page.server.ts';
import { setByLink } from '../../../src/lib/server/workflow/passwords.ts';
import { account, configure, ORIGIN, PASSWORD } from '../../support/accounts.ts';
import { testDatabase } from '../../support/db.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { visitor } from '../../support/visitor.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase();
	await account(connection.db, 'ada', ['administrator']);
});
afterAll(() => connection.close());

const administrator = async () => {
	const who = visitor(connection.db);
	const form = { email: 'ada@example.org', password: PASSWORD, to: '/' };
	await who.send(signInPage.actions.default, form);
	return who;
};
const inviting = (email: string) => ({ name: 'Nia New', email, roles: 'officer' });
const use = (url: string) =>
	configure({ ORIGIN, SMTP_URL: url, MAIL_FROM: 'Cohesion <cohesion@example.org>' });

describe('with a mail server', () => {
	test('an invitation goes by e-mail and is not shown', async () => {
		const server = await startMailServer();
		use(server.url);
		const who = await administrator();
		const { data } = await who.send(invitePage.actions.default, inviting('nia@example.org'));
		expect((data as unknown as { offered: object }).offered).toMatchObject({ url: undefined });
		const [letter = ''] = server.letters;
		expect(letter).toContain('From: Cohesion <cohesion@example.org>');
		expect(letter).toContain('To: nia@example.org');
		const token = linkIn(letter);
		await setByLink(connection.db, token, PASSWORD, new Date());
		await server.close();
	});

	test('whoever forgot a password gets a link; for an unknown address nothing is sent, with the same answer', async () => {
		const server = await startMailServer();
		use(server.url);
		const ask = (email: string) =>
			visitor(connection.db).send(forgottenPage.actions.default, { email }, { address: email });
		const answers = [await ask('ada@example.org'), await ask('nobody@example.org')];
		expect(answers[0]).toEqual(answers[1]);
		await vi.waitFor(() => expect(server.letters).toHaveLength(1));
		// The link leads to the set address, whatever host the request claimed.
		expect(server.letters[0]).toContain(`${ORIGIN}/password/`);
		await server.close();
	});

	test.each(['a server that refuses', 'no server'])(
		'%s: the link is shown instead',
		async (how) => {
			const server = await startMailServer({ refuses: true });
			use(server.url);
			if (how === 'no server') await server.close();
			const who = await administrator();
			const { data } = await who.send(
				invitePage.actions.default,
				inviting(`${how.length}@example.org`)
			);
			expect((data as unknown as { offered: object }).offered).toMatchObject({
				url: expect.stringContaining(`${ORIGIN}/password/`)
			});
			if (how !== 'no server') await server.close();
		}
	);

	test('asking again and again is refused', async () => {
		configure();
		const ask = () =>
			visitor(connection.db).send(
				forgottenPage.actions.default,
				{ email: 'x@y.z' },
				{ address: '10.8.0.1' }
			);
		for (let i = 0; i < 5; i++) expect(await ask()).toMatchObject({ status: 200 });
		expect(await ask()).toMatchObject({ status: 400, message: expect.stringMatching(/Too many/) });
	});
});

test.each([
	[{ SMTP_URL: 'smtp://h', ORIGIN }, /belong together/],
	[{ MAIL_FROM: 'a@b.c', ORIGIN }, /belong together/],
	[{ SMTP_URL: 'smtp://h', MAIL_FROM: 'a@b.c' }, /ORIGIN/],
	[{ SMTP_URL: 'mail.example', MAIL_FROM: 'a@b.c', ORIGIN }, /smtp:/],
	[{ SMTP_URL: 'smtp://h', MAIL_FROM: 'nobody', ORIGIN }, /MAIL_FROM/],
	[{ AUTH_SECRET: 'short' }, /AUTH_SECRET/],
	[{ READERS: 'some' }, /READERS/]
])('%o is refused in a sentence', (settings, said) =>
	expect(() => readConfig(settings)).toThrow(said)
);

// Long lines are broken with "=" in quoted-printable text.
const linkIn = (letter: string): string =>
	/password\/([\w-]{43})/.exec(letter.replace(/=\r\n/g, ''))?.[1] ?? '';
