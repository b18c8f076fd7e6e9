import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/lib/server/db/client.ts';
import * as reminders from '../../src/lib/server/db/reminders.ts';
import { send } from '../../src/lib/server/mail.ts';
import { choose, type Post, rehearse, remind } from '../../src/lib/server/workflow/reminders.ts';
import { start } from '../../src/lib/server/workflow/submissions.ts';
import { take } from '../../src/lib/server/workflow/submission-steps.ts';
import { testDatabase } from '../support/db.ts';
import { startMailServer } from '../support/mail-server.ts';
import { CODE, makeRound, QUARTER, type Round } from '../support/returns.ts';

// Letters on a real database and a real mail server. The return is due on 30 July 2036.

const ORIGIN = 'https://cohesion.example.org';
const DUE = '2036-07-30';
const at = (day: string, time = '08:00') => new Date(`${day}T${time}:00Z`);

let connection: Connection;
let round: Round;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { db } = connection;
	round = await makeRound(db);
	const held = [
		['writer', 'officer', 'owner'],
		['second', 'officer', 'deputy'],
		['stranger', 'officer', 'contributor'],
		['approver', 'approver', 'approver']
	] as const;
	for (const [user, role, duty] of held) {
		await db
			.insertInto('user_roles')
			.values({ user_id: user, role, given_from: 'administrator' })
			.execute();
		const row = { id: `${user} duty`, user_id: user, duty, indicator: CODE, theme: null };
		await db
			.insertInto('duties')
			.values({ ...row, valid_from: '2025-01-01', valid_to: null })
			.execute();
	}
	await db
		.insertInto('user_roles')
		.values({ user_id: 'lead', role: 'performance lead', given_from: 'administrator' })
		.execute();
});
afterAll(() => connection.close());

beforeEach(async () => {
	const { db } = connection;
	await db.deleteFrom('reminders').execute();
	await db.deleteFrom('reminder_letters').execute();
	await db.deleteFrom('reminder_choices').execute();
	await db.updateTable('users').set({ disabled_at: null }).execute();
	await db.deleteFrom('collections').execute();
	await db
		.insertInto('collections')
		.values({ indicator: CODE, period: QUARTER, due_on: DUE, locks_on: null })
		.execute();
});

/** Collects letters; refuses the people named. */
function box(refused: readonly string[] = []) {
	const letters: { to: string; subject: string; text: string }[] = [];
	const post: Post = {
		origin: ORIGIN,
		send: async (letter) => {
			await new Promise((resolve) => setTimeout(resolve, 5));
			const name = letter.to.split('@')[0] ?? '';
			if (refused.includes(name))
				throw Object.assign(new Error(`no ${letter.to}`), { code: 'EENVELOPE', responseCode: 550 });
			letters.push(letter);
		}
	};
	return { post, letters, to: () => letters.map(({ to }) => to.split('@')[0]).sort() };
}
const BOTH = ['second', 'writer'];
const run = async (day: string, refused: readonly string[] = []) => {
	const { post, to } = box(refused);
	await remind(connection.db, post, at(day));
	return to();
};

describe('who is told when', () => {
	test('owner and deputy, once a stage; a missed day is made up for', async () => {
		const told: [string, (string | undefined)[]][] = [];
		for (const day of [
			...['2036-07-15', '2036-07-18', '2036-07-19', '2036-07-27', '2036-07-28'],
			...['2036-07-30', '2036-07-31', '2036-08-06', '2036-08-07']
		])
			told.push([day, await run(day)]);
		expect(told).toEqual([
			['2036-07-15', []],
			['2036-07-18', BOTH],
			['2036-07-19', []],
			['2036-07-27', BOTH],
			['2036-07-28', []],
			['2036-07-30', BOTH],
			['2036-07-31', BOTH],
			['2036-08-06', []],
			['2036-08-07', BOTH]
		]);
	});
	test('another due day is told again', async () => {
		expect(await run('2036-07-18')).toEqual(BOTH);
		await connection.db.updateTable('collections').set({ due_on: '2036-08-02' }).execute();
		expect(await run('2036-07-19')).toEqual(BOTH);
	});
	test('nobody who left, was disabled or turned the letters off', async () => {
		await connection.db
			.updateTable('users')
			.set({ disabled_at: at('2036-07-01') })
			.where('id', '=', 'second')
			.execute();
		await choose(connection.db, round.writer, true, at('2036-07-01'));
		expect(await run('2036-08-30')).toEqual([]);
		await choose(connection.db, round.writer, false, at('2036-08-30'));
		expect(await run('2036-08-31')).toEqual(['writer']);
	});
	test('nobody, where the indicator is not collected or the period was taken out', async () => {
		await connection.db
			.updateTable('collections')
			.set({ taken_out_at: at('2036-07-01') })
			.execute();
		expect(await run('2036-08-30')).toEqual([]);
	});
});

describe('nothing is sent twice, and nothing is lost', () => {
	test('a second run on the day sends nothing, nor a letter of something new', async () => {
		expect(await run('2036-07-18')).toEqual(BOTH);
		await connection.db.updateTable('collections').set({ due_on: '2036-07-20' }).execute();
		expect(await run('2036-07-18')).toEqual([]);
		expect(await run('2036-07-19')).toEqual(BOTH);
	});
	test('of runs at the same time one sends each letter', async () => {
		const boxes = Array.from({ length: 5 }, () => box());
		await Promise.all(boxes.map(({ post }) => remind(connection.db, post, at('2036-07-18'))));
		expect(boxes.flatMap(({ to }) => to()).sort()).toEqual(BOTH);
	});
	test('what failed goes with the next run, in the one letter of that day', async () => {
		expect(await run('2036-07-18', ['writer'])).toEqual(['second']);
		const { rows } = { rows: await reminders.log(connection.db, '2036-07-18') };
		expect(rows.map(({ name, state, fault }) => [name, state, fault])).toEqual([
			['Person second', 'sent', null],
			['Person writer', 'failed', 'EENVELOPE 550']
		]);
		expect(await run('2036-07-18')).toEqual(['writer']);
		expect(await run('2036-07-27', BOTH)).toEqual([]);
		expect(await run('2036-07-30')).toEqual(BOTH);
		const log = await reminders.log(connection.db, '2036-07-18');
		expect(log.filter(({ state }) => state === 'carried over')).toHaveLength(2);
	});
	test('a letter whose process ended while sending is left alone and shown', async () => {
		await run('2036-07-18', BOTH);
		await connection.db
			.updateTable('reminder_letters')
			.set({ state: 'sending', claimed_at: at('2036-07-18', '07:00') })
			.where('user_id', '=', 'writer')
			.execute();
		expect(await run('2036-07-18')).toEqual(['second']);
		const log = await reminders.log(connection.db, '2036-07-18');
		expect(log.find(({ name }) => name === 'Person writer')?.state).toBe('unclear');
	});
	test('what is no longer open is not told when the mail server is back', async () => {
		expect(await run('2036-07-18', BOTH)).toEqual([]);
		await connection.db.deleteFrom('collections').execute();
		expect(await run('2036-07-19')).toEqual([]);
		const log = await reminders.log(connection.db, '2036-07-18');
		expect(log.map(({ state }) => state)).toEqual(['not needed', 'not needed']);
	});
	test('a rehearsal shows the same letters and writes nothing', async () => {
		const shown = await rehearse(connection.db, ORIGIN, at('2036-07-18'));
		expect(await reminders.log(connection.db, '2036-01-01')).toEqual([]);
		const { post, letters } = box();
		await remind(connection.db, post, at('2036-07-18'));
		expect(letters).toEqual(shown);
		expect(await rehearse(connection.db, ORIGIN, at('2036-07-18'))).toEqual([]);
	});
});

test('through a real mail server: both forms, links below the set address, and no figure', async () => {
	const server = await startMailServer();
	const mail = { url: server.url, from: 'Cohesion <cohesion@example.org>' };
	const post: Post = { origin: ORIGIN, send: (letter) => send(mail, letter) };
	const { db } = connection;
	const id = await start(db, round.writer, { indicator: CODE, period: QUARTER }, at('2036-07-01'));
	const planted = 7_770_007;
	await db
		.insertInto('submission_cells')
		.values({
			...{ submission: id, area: 'WLOC01', numerator: planted, denominator: planted, value: null },
			...{ lower: null, upper: null, state: 'known', note: `${planted}`, jump_reason: null },
			...{ import_row: null, edited_by: 'writer', edited_at: at('2036-07-01') }
		})
		.execute();
	await db
		.updateTable('submissions')
		.set({ state: 'submitted', submitted_by: 'writer', submitted_at: at('2036-07-14') })
		.where('id', '=', id)
		.execute();
	const patient = await remind(db, post, at('2036-07-17'));
	expect(patient).toEqual({ sent: 0, failed: 0 });
	// Handed in: it waits for whoever may check it, not for who wrote it.
	await remind(db, post, at('2036-07-18'));
	expect(server.letters.map((one) => /^To: (\w+)@/m.exec(one)?.[1]).sort()).toEqual([
		...['approver', 'second', 'stranger']
	]);
	expect(server.letters[0]).toContain('Content-Type: multipart/alternative');
	expect(server.letters[0]).toContain(`/approvals/${id}`);
	await take(
		db,
		round.approver,
		{ id, revision: 0, step: 'return', note: `${planted} is wrong` },
		at('2036-07-18', '09:00')
	);
	await remind(db, post, at('2036-07-19'));
	await server.close();
	expect(server.letters).toHaveLength(5);
	expect(server.letters.join()).toContain('Sent back to you');
	expect(server.letters.join()).not.toContain(String(planted));
});
