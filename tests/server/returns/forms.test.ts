import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/lib/domain/permission.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as written from '../../../src/lib/server/db/submission-cells.ts';
import * as submissions from '../../../src/lib/server/db/submissions.ts';
import * as entry from '../../../src/routes/returns/[period]/[code]/+page.server.ts';
import * as cellsRoute from '../../../src/routes/returns/[period]/[code]/cells/+server.ts';
import * as approval from '../../../src/routes/approvals/[id]/+page.server.ts';
import * as feed from '../../../src/routes/returns/calendar/[file]/+server.ts';
import { newFeed } from '../../../src/lib/server/workflow/calendar-feed.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { makePerson } from '../../support/people.ts';
import { CODE, makeRound, PLACES, QUARTER, type Round } from '../../support/returns.ts';

// Forms as they come from browsers, from an old page, from another role, and from nobody.

let connection: Connection;
let round: Round;
const MARKUP = '<script>alert(1)</script> & "quotes"';
const params = { period: QUARTER, code: CODE.toLowerCase() };

beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	round = await makeRound(connection.db);
});
afterAll(() => connection.close());

type Called = (event: never) => unknown;

async function asked(called: unknown, user: Person | undefined, body?: BodyInit, more = {}) {
	const made = await event({
		...{ db: connection.db, path: `/returns/${QUARTER}/${CODE}`, params },
		...(user && { user }),
		...(body !== undefined && { method: 'POST', body }),
		...more
	});
	try {
		return (await (called as Called)(made as never)) as Record<string, unknown>;
	} catch (thrown) {
		if (thrown instanceof Error) throw thrown;
		return thrown as Record<string, unknown>;
	}
}

function form(changes: Record<string, string> = {}): URLSearchParams {
	const fields = new URLSearchParams();
	for (const area of PLACES) {
		fields.append('row', area);
		fields.set(`${area}.numerator`, '10');
		fields.set(`${area}.denominator`, '40');
		fields.set(`${area}.revision`, '0');
	}
	for (const [name, value] of Object.entries(changes)) fields.set(name, value);
	return fields;
}

const stored = async () => {
	const [open] = await submissions.ofPeriod(connection.db, CODE, QUARTER);
	return written.cells(connection.db, open?.id ?? '');
};

describe('a form', () => {
	it('from nobody leads to sign in, and stores nothing', async () => {
		for (const action of Object.values(entry.actions)) {
			const body = new URLSearchParams({ id: 'none' });
			expect(await asked(action, undefined, body)).toMatchObject({ status: 303 });
		}
		expect(await stored()).toEqual([]);
	});

	it('of a session that has ended is given back whole, and stores nothing', async () => {
		const answer = await asked(entry.actions['save'], undefined, form({ what: MARKUP }));
		expect(answer).toMatchObject({ status: 401, body: { sent: expect.any(Array) } });
		const { sent } = answer['body'] as { sent: [string, string][] };
		expect(new URLSearchParams(sent).toString()).toBe(form({ what: MARKUP }).toString());
		expect(await stored()).toEqual([]);
	});

	it('of another role is refused with what is needed', async () => {
		const answer = await asked(entry.actions['save'], round.approver, form());
		expect(answer).toMatchObject({ status: 400, data: { message: /officer role/ } });
	});

	it('with markup in a note keeps it as text', async () => {
		const sent = form({ 'WLOC01.note': MARKUP, what: MARKUP });
		expect(await asked(entry.actions['save'], round.writer, sent)).toMatchObject({ status: 303 });
		const cells = await stored();
		expect(cells.find(({ area }) => area === 'WLOC01')?.note).toBe(MARKUP);
		const page = await asked(entry.load, round.writer);
		expect(JSON.stringify(page['words'])).toContain('<script>');
	});

	it('that is sent twice is done once', async () => {
		await asked(entry.actions['save'], round.writer, form({ 'WLOC01.note': MARKUP, what: MARKUP }));
		expect((await stored()).every(({ revision }) => revision === 1)).toBe(true);
	});

	it('leaves alone what its sender did not touch', async () => {
		const empty = { numerator: '', denominator: '', value: '', flag: '', note: '', jumpReason: '' };
		const fields = new URLSearchParams();
		for (const area of PLACES) {
			fields.append('row', area);
			fields.set(`${area}.was`, JSON.stringify({ area, breakdown: 'all', ...empty }));
		}
		fields.set('words.was', JSON.stringify({ what: '', soWhat: '', nowWhat: '' }));
		const before = await stored();
		expect(await asked(entry.actions['save'], round.second, fields)).toMatchObject({ status: 303 });
		expect(await stored()).toEqual(before);
	});

	it('of an old page does not overwrite: both figures come back', async () => {
		const sent = form({ 'WLOC02.numerator': '11', what: MARKUP });
		const answer = await asked(entry.actions['save'], round.second, sent);
		expect(answer).toMatchObject({ status: 409, data: { conflicts: expect.any(Array) } });
		expect((await stored()).find(({ area }) => area === 'WLOC02')?.numerator).toBe(10);
	});

	it('with what is no number keeps the rest and says which', async () => {
		const fields = form({ what: MARKUP, 'WLOC01.note': MARKUP });
		for (const area of PLACES) fields.set(`${area}.revision`, '1');
		fields.set('WLOC03.numerator', 'forty');
		fields.set('WLOC04.numerator', '12');
		const answer = await asked(entry.actions['save'], round.writer, fields);
		expect(answer).toMatchObject({ status: 400, data: { message: /East.*forty/ } });
		expect((await stored()).find(({ area }) => area === 'WLOC04')?.numerator).toBe(12);
	});

	it('with rows that the return does not have is refused whole', async () => {
		const fields = new URLSearchParams({ row: 'E12000005', 'E12000005.numerator': '1' });
		expect(await asked(entry.actions['save'], round.writer, fields)).toMatchObject({
			status: 400
		});
	});

	it('that decides on an older state, or decides again, is refused', async () => {
		const [open] = await submissions.ofPeriod(connection.db, CODE, QUARTER);
		const { id = '', revision = 0 } = open ?? {};
		const decided = (seen: number, step: string) =>
			asked(
				approval.actions['decide'],
				round.lead,
				new URLSearchParams({ step, note: 'Again', revision: String(seen) }),
				{ params: { id } }
			);
		for (const [seen, step] of [
			[revision - 1, 'return'],
			[revision, 'publish'],
			[revision, 'return']
		] as const) {
			expect(await decided(seen, step)).toMatchObject({
				...{ status: 400, data: { message: /already moved this return on/ } }
			});
		}
		expect((await submissions.byId(connection.db, id))?.state).toBe('draft');
	});

	it('for a decision on no such return, or of no such kind, is refused', async () => {
		const body = new URLSearchParams({ step: 'approve', revision: '1' });
		const more = { params: { id: 'no-such' } };
		expect(await asked(approval.actions['decide'], round.approver, body, more)).toMatchObject({
			status: 400
		});
		const forged = new URLSearchParams({ step: 'published', revision: '1' });
		expect(await asked(approval.actions['decide'], round.approver, forged, more)).toMatchObject({
			status: 400
		});
	});
});

describe('the addresses of officers', () => {
	it.each(['reader', 'member'] as const)('are closed to a %s, whatever they name', async (role) => {
		const person = await makePerson(connection.db, { id: `a-${role}`, roles: [role] });
		for (const called of [entry.load, approval.load, cellsRoute.GET, cellsRoute.POST]) {
			for (const id of ['w02-fy2036-q1-1', 'no-such']) {
				const more = { params: { ...params, id } };
				expect(await asked(called, person, undefined, more)).toMatchObject({ status: 403 });
			}
		}
	});
});

describe("the page's own script", () => {
	const json = { headers: { 'content-type': 'application/json' } };
	it.each([
		['{', json],
		['{"cells":[{"area":"../x"}]}', json],
		['{"cells":{}}', json],
		['{"cells":[]}', { headers: { 'content-type': 'text/plain' } }]
	])('is refused %s', async (body, more) => {
		const answer = await asked(cellsRoute.POST, round.writer, body, more);
		expect([400, 415]).toContain(answer['status']);
	});
});

describe('a calendar address', () => {
	it('lists due dates for whoever has it, and ends with the next', async () => {
		await connection.db
			.insertInto('user_roles')
			.values({
				user_id: 'writer',
				role: 'officer',
				given_from: 'administrator',
				given_at: new Date()
			})
			.execute();
		const token = await newFeed(connection.db, round.writer, new Date());
		const more = (name: string) => ({ params: { file: `${name}.ics` } });
		const open = (await asked(feed.GET, undefined, undefined, more(token))) as unknown as Response;
		expect(await open.text()).toContain('BEGIN:VCALENDAR');
		await newFeed(connection.db, round.writer, new Date());
		expect(await asked(feed.GET, undefined, undefined, more(token))).toMatchObject({ status: 404 });
		expect(await asked(feed.GET, undefined, undefined, more('x'))).toMatchObject({ status: 404 });
	});
});
