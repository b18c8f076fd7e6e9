import { isHttpError } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Person, Role } from '../../../src/lib/domain/permission.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { save, start } from '../../../src/lib/server/workflow/submissions.ts';
import { load as approval } from '../../../src/routes/approvals/[id]/+page.server.ts';
import { load as page } from '../../../src/routes/returns/[period]/[code]/+page.server.ts';
import {
	GET as cells,
	POST as write
} from '../../../src/routes/returns/[period]/[code]/cells/+server.ts';
import { officerOf } from '../../server/import/officer.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { makePeriod } from '../../support/make.ts';
import { makePerson } from '../../support/people.ts';

// Restricted figures are for named roles at any level, before they are published too.

const WHICH = { indicator: 'L05', period: '2036-09' };
const NOW = new Date('2036-11-22T09:00:00Z');

let connection: Connection;
let id: string;
const people = new Map<string, Person>();
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { db } = connection;
	await makePeriod(db, {
		...{ id: WHICH.period, kind: 'month', label: 'September 2036' },
		...{ starts: '2036-09-01', ends: '2036-09-30' }
	});
	const owner = await officerOf(db, 'L05');
	people.set('owner', owner);
	people.set('officer of something else', await officerOf(db, 'C11'));
	for (const role of ['executive', 'approver', 'performance lead', 'administrator'] as Role[]) {
		const made = { id: `r-${role.replace(' ', '-')}`, roles: [role] };
		people.set(role, await makePerson(db, made));
	}
	id = await start(db, owner, WHICH, NOW);
	const cell = {
		...{ area: WALSALL, breakdown: 'all', state: 'known' as const, value: 31_337 },
		...{ numerator: null, denominator: null, provisional: false, estimated: false },
		...{ note: null, jumpReason: null, revision: 0 }
	};
	await save(db, owner, { id, cells: [cell] }, NOW);
});
afterAll(() => connection.close());

const params = { period: WHICH.period, code: 'l05' };
const ways = [
	['the return', page, () => ({ path: '/returns', params })],
	['its cells', cells, () => ({ path: '/returns', params })],
	['its approval', approval, () => ({ path: '/approvals', params: { id } })]
] as const;

async function status(call: unknown, user: Person, given: { path: string; params: object }) {
	const made = await event({ db: connection.db, user, ...given } as never);
	try {
		const answer = await (call as (event: unknown) => Promise<unknown>)(made);
		const text = answer instanceof Response ? await answer.text() : JSON.stringify(answer);
		return text.replaceAll(',', '').includes('31337') ? 'shown' : 'empty';
	} catch (thrown) {
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	}
}

describe.each(ways)('a restricted measure that is being entered: %s', (_, call, given) => {
	test.each(['owner', 'executive', 'approver', 'performance lead'])('%s reads it', async (who) => {
		expect(await status(call, people.get(who) as Person, given())).toBe('shown');
	});
	test.each(['officer of something else', 'administrator'])('%s does not', async (who) => {
		expect(await status(call, people.get(who) as Person, given())).toBe(403);
	});
});

test('who may not read it is not told by writing either', async () => {
	const user = people.get('officer of something else') as Person;
	const sent = { path: '/returns', params, method: 'POST', body: '{"cells":[]}' };
	expect(await status(write, user, sent)).toBe(403);
});
