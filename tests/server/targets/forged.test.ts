import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as judgements from '../../../src/lib/server/db/judgements.ts';
import * as targets from '../../../src/lib/server/db/targets.ts';
import type { Entered } from '../../../src/lib/server/workflow/target-draft.ts';
import * as workflow from '../../../src/lib/server/workflow/targets.ts';
import { testDatabase } from '../../support/db.ts';
import { makePerson } from '../../support/people.ts';

// Forms that were forged, and requests that overtake one another.

// Life expectancy, of men and of women: two targets of one indicator.
const CODE = 'T09';
const entered = (changes: Partial<Entered> = {}): Entered => ({
	...{ indicator: CODE, area: WALSALL, breakdown: 'male', baselinePeriod: '2011-2013' },
	...{ shape: 'linear', milestones: [], goal: { ends: '2035-12-31', value: 95 } },
	...{ tolerance: { kind: 'absolute', amount: 1 }, cumulative: false, benchmark: null },
	...{ rationale: 'Invented for a test', ...changes }
});

let connection: Connection;
let lead: Person;
let other: Person;
const START = Date.parse('2037-01-01T09:00:00Z');
const at = (ms: number) => new Date(START + ms);

beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	lead = await makePerson(connection.db, { id: 'lead', roles: ['performance lead'] });
	other = await makePerson(connection.db, { id: 'other', roles: ['performance lead'] });
});
afterAll(() => connection.close());

async function seen(id: string) {
	const [found] = await targets.versions(connection.db, { id });
	if (!found) throw new Error(`no target ${id}`);
	return { id, version: found.version, revision: found.revision, found };
}

describe('a forged form', () => {
	it('cannot bring the baseline of another measure or group into a target', async () => {
		const { db } = connection;
		const made = await workflow.propose(db, lead, entered(), at(0));
		if (made.kind !== 'done') throw new Error(JSON.stringify(made));
		const before = await seen(made.id);
		const foreign = entered({ indicator: 'T01', breakdown: 'all', baselinePeriod: 'FY2021' });
		await workflow.edit(db, other, { ...before, entered: foreign }, at(1000));
		const elsewhere = entered({ breakdown: 'female' });
		await workflow.edit(db, other, { ...(await seen(made.id)), entered: elsewhere }, at(2000));
		expect((await seen(made.id)).found.baseline).toEqual(before.found.baseline);
	});
});

describe('requests that overtake one another', () => {
	it('leave the judgements of both targets', async () => {
		const { db } = connection;
		const ids: string[] = [`t09-${WALSALL.toLowerCase()}-male`];
		const made = await workflow.propose(db, lead, entered({ breakdown: 'female' }), at(3000));
		if (made.kind !== 'done') throw new Error(JSON.stringify(made));
		ids.push(made.id);
		for (const id of ids) await workflow.submit(db, lead, await seen(id), at(4000));
		const approval = { approvedFor: 'Invented committee', confirms: true };
		const third = await makePerson(db, { id: 'third', roles: ['performance lead'] });
		// The second began first and had to wait.
		for (const [id, ms] of [
			[ids[0], 9000],
			[ids[1], 8990]
		] as const) {
			const asked = { ...(await seen(id ?? '')), ...approval };
			expect(await workflow.approve(db, third, asked, at(ms))).toMatchObject({ kind: 'done' });
		}
		const now = at(60_000).toISOString();
		const held = await judgements.held(db, now, { kind: 'target', indicators: [CODE] });
		expect([...new Set(held.map((row) => row.breakdown))].sort()).toEqual(['female', 'male']);
	});
});
