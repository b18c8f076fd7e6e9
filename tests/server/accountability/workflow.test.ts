import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Duty, Person, Role } from '../../../src/lib/domain/permission.ts';
import * as stored from '../../../src/lib/server/db/actions.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as said from '../../../src/lib/server/db/commentaries.ts';
import { promise, report } from '../../../src/lib/server/workflow/actions.ts';
import { publish } from '../../../src/lib/server/workflow/commentaries.ts';
import { testDatabase } from '../../support/db.ts';

// Promises and words: who may write them, what is refused, and that each act is in the audit.

const NOW = new Date('2037-01-10T09:00:00Z');
const LATER = new Date('2037-02-10T09:00:00Z');
const PERIOD = '2021-03-21';

let connection: Connection;
const db = () => connection.db;

beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	for (const id of ['owner', 'lead', 'other', 'member'])
		await db()
			.insertInto('users')
			.values({ id, name: id, email: `${id}@example.org`, image: null })
			.execute();
});
afterAll(() => connection.close());

const owner = person('owner', 'officer', [{ duty: 'owner', indicator: 'W04', theme: null }]);
const lead = person('lead', 'performance lead');
const other = person('other', 'officer', [{ duty: 'owner', indicator: 'L07', theme: null }]);
const member = person('member', 'member');
const made = { indicator: 'W04', area: WALSALL, promise: 'Open a class', owner: '', dueOn: '' };
const words = {
	...{ indicator: 'W04', area: WALSALL, period: PERIOD },
	...{ what: 'It fell.', soWhat: '', nowWhat: '', cause: '' }
};

describe('who may write', () => {
	it.each<[string, Person, boolean]>([
		['the officer who answers for the indicator', owner, true],
		['the performance lead', lead, true],
		['an officer of another indicator', other, false],
		['a member', member, false]
	])('%s: %s', async (_, who, may) => {
		expect((await promise(db(), who, made, NOW)).ok).toBe(may);
		expect((await publish(db(), who, words, NOW)).ok).toBe(may);
	});

	it('nobody about an indicator for named roles only', async () => {
		expect((await promise(db(), lead, { ...made, indicator: 'L05' }, NOW)).ok).toBe(false);
		expect((await publish(db(), lead, { ...words, indicator: 'L05' }, NOW)).ok).toBe(false);
	});
});

describe('what is refused says what to do', () => {
	it.each<[Partial<typeof made>, string]>([
		[{ promise: ' ' }, 'Say what will be done'],
		[{ promise: 'x'.repeat(301) }, 'at most 300'],
		[{ dueOn: '31 January' }, '2027-01-31'],
		[{ dueOn: '2037-02-30' }, '2027-01-31'],
		[{ area: 'E92000001' }, 'Choose Walsall'],
		[{ area: 'nowhere' }, 'Choose Walsall']
	])('a promise with %o', async (given, why) => {
		expect(await promise(db(), lead, { ...made, ...given }, NOW)).toMatchObject({
			ok: false,
			why: expect.stringContaining(why)
		});
	});

	it.each<[Partial<typeof words>, string]>([
		[{ what: '' }, 'Say what the figure shows'],
		[{ cause: 'x'.repeat(1001) }, 'at most 1000'],
		[{ period: 'never' }, 'Choose the period'],
		[{ area: 'E92000001' }, 'Choose Walsall']
	])('words with %o', async (given, why) => {
		expect(await publish(db(), lead, { ...words, ...given }, NOW)).toMatchObject({
			ok: false,
			why: expect.stringContaining(why)
		});
	});

	it.each([
		['lost', '', 'Choose what'],
		['not done', '', 'Say why'],
		['stopped', ' ', 'Say why'],
		['not started', '', 'said last']
	])('a report "%s" with the outcome "%s"', async (state, outcome, why) => {
		const id = await promisedId();
		expect(await report(db(), lead, { id, state, outcome }, NOW)).toMatchObject({
			ok: false,
			why: expect.stringContaining(why)
		});
	});
});

describe('what was written', () => {
	it('keeps the state of an action in time, and a missing part missing', async () => {
		const id = await promisedId();
		await report(db(), lead, { id, state: 'done', outcome: 'It opened.' }, LATER);
		const [then] = await stored.all(db(), NOW.toISOString(), { ids: [id] });
		const [now] = await stored.all(db(), LATER.toISOString(), { ids: [id] });
		expect(then).toMatchObject({ state: 'not started', owner: null, dueOn: null });
		expect(now).toMatchObject({ state: 'done', outcome: 'It opened.' });
	});

	it('keeps earlier words in their own time', async () => {
		await publish(db(), lead, { ...words, what: 'First.' }, NOW);
		await publish(db(), lead, { ...words, what: 'Second.' }, LATER);
		const at = async (when: Date) =>
			(await said.held(db(), when.toISOString(), { indicators: ['W04'] })).map(({ what }) => what);
		expect(await at(NOW)).toEqual(['First.']);
		expect(await at(LATER)).toEqual(['Second.']);
	});

	it('stands in the audit, with its author', async () => {
		const rows = await db()
			.selectFrom('audit_events')
			.select(['action', 'actor'])
			.where('actor', '=', 'lead')
			.execute();
		const acts = new Set(rows.map(({ action }) => action));
		for (const act of ['action promised', 'action reported', 'commentary replaced'])
			expect(acts).toContain(act);
	});
});

async function promisedId(): Promise<string> {
	const done = await promise(db(), lead, made, NOW);
	return done.ok ? done.id : '';
}

function person(
	id: string,
	role: Role,
	duties: { duty: Duty; indicator: string | null; theme: string | null }[] = []
): Person {
	return { id, name: id, roles: [role], duties };
}
