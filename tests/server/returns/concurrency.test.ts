import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/lib/domain/permission.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as written from '../../../src/lib/server/db/submission-cells.ts';
import * as submissions from '../../../src/lib/server/db/submissions.ts';
import * as publication from '../../../src/lib/server/workflow/publication.ts';
import * as workflow from '../../../src/lib/server/workflow/submissions.ts';
import { returnOf } from '../../../src/lib/server/workflow/return-sheet.ts';
import { testDatabase } from '../../support/db.ts';
import { makePeriod } from '../../support/make.ts';
import { duty, makePerson } from '../../support/people.ts';
import {
	approved,
	cell,
	CODE,
	full,
	makeRound,
	PLACES,
	QUARTER,
	type Round,
	seen,
	unseen
} from '../../support/returns.ts';

// Twenty officers at one return at the same time: each gets the right answer, nothing is lost, and
// nothing is half done. On PostgreSQL they are ten connections at once.

const WHICH = { indicator: CODE, period: QUARTER };
const OFFICERS = 20;
let clock = Date.parse('2037-02-01T09:00:00Z');
const tick = () => new Date((clock += 60_000));

let connection: Connection;
let round: Round;
let officers: Person[];

beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	round = await makeRound(connection.db);
	officers = [];
	for (let i = 0; i < OFFICERS; i++) {
		officers.push(
			await makePerson(connection.db, {
				...{ id: `officer-${i}`, roles: ['officer'], duties: [duty('contributor', CODE)] }
			})
		);
	}
});
afterAll(() => connection.close());

describe('twenty officers', () => {
	it('who start one return at once start one', async () => {
		const ids = await Promise.all(
			officers.map((person) => workflow.start(connection.db, person, WHICH, tick()))
		);
		expect(new Set(ids).size).toBe(1);
		expect(await submissions.ofPeriod(connection.db, CODE, QUARTER)).toHaveLength(1);
	});

	it('who write one cell at once: one is kept, the others are shown it', async () => {
		const id = await workflow.start(connection.db, round.writer, WHICH, tick());
		const answers = await Promise.all(
			officers.map((person, i) => {
				const mine = cell('WLOC01', { numerator: i + 10, denominator: 80 });
				return workflow.save(connection.db, person, { id, cells: unseen([mine]) }, tick());
			})
		);
		const refused = answers.flatMap(({ conflicts }) => conflicts);
		expect(refused).toHaveLength(OFFICERS - 1);
		const [kept] = await written.cells(connection.db, id);
		expect(kept?.revision).toBe(1);
		for (const { theirs } of refused) expect(theirs.numerator).toBe(kept?.numerator);
	});

	it('who write different cells at once: all are kept', async () => {
		const id = await workflow.start(connection.db, round.writer, WHICH, tick());
		const cells = full([
			[10, 80],
			[61, 90],
			[30, 50],
			[44, 70]
		]).slice(1);
		const answers = await Promise.all(
			cells.map((one, i) => {
				const person = officers[i] as Person;
				return workflow.save(connection.db, person, { id, cells: unseen([one]) }, tick());
			})
		);
		expect(answers.flatMap(({ conflicts }) => conflicts)).toEqual([]);
		const stored = await written.cells(connection.db, id);
		expect(stored.map(({ area }) => area).sort()).toEqual([...PLACES].sort());
		const entered = await connection.db
			.selectFrom('audit_events')
			.select('id')
			.where('subject', '=', id)
			.where('action', '=', 'cell entered')
			.execute();
		expect(entered).toHaveLength(PLACES.length);
	});
});

describe('publication', () => {
	it('that fails leaves nothing behind, and sent twice is done once', async () => {
		const open = await submissions.ofPeriod(connection.db, CODE, QUARTER);
		for (const { id } of open) await withdraw(id);
		const id = await approved({ db: connection.db, tick }, round, [
			[55, 80],
			[61, 90],
			[30, 50],
			[44, 70]
		]);
		const { revision } = await seen(connection.db, id);
		const before = await counts();
		const broken = { returns: [{ id, revision }] };
		// The edition's instant exists already: the last statement but one fails.
		const taken = new Date('2037-03-01T09:00:00Z');
		await connection.db
			.insertInto('editions')
			.values({ id: 'taken', published_at: taken, label: 'Taken', note: null })
			.execute();
		await expect(publication.publish(connection.db, round.lead, broken, taken)).rejects.toThrow();
		expect(await counts()).toEqual({ ...before, editions: before.editions + 1 });
		const twice = await Promise.allSettled(
			[1, 2].map(() => publication.publish(connection.db, round.lead, broken, tick()))
		);
		expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((await counts()).editions).toBe(before.editions + 2);
	});
});

async function withdraw(id: string) {
	await connection.db
		.updateTable('submissions')
		.set({ state: 'withdrawn' })
		.where('id', '=', id)
		.execute();
}

async function counts() {
	const of = async (table: 'editions' | 'judgements' | 'audit_events') => {
		const row = await connection.db
			.selectFrom(table)
			.select(({ fn }) => fn.countAll<number>().as('n'))
			.executeTakeFirst();
		return row?.n ?? 0;
	};
	return {
		...{ editions: await of('editions'), judgements: await of('judgements') },
		audit: await of('audit_events')
	};
}

describe('twenty officers of a return by ward', () => {
	it('write a ward each at once: every figure and every record of it is kept', async () => {
		const { db } = connection;
		const period = 'FY2036-Q2';
		await makePeriod(db, {
			...{ id: period, kind: 'quarter', label: '2036/37 Q2' },
			...{ starts: '2036-07-01', ends: '2036-09-30' }
		});
		await db.insertInto('collection_rules').values(BY_WARD).execute();
		const made = await returnOf(db, { indicator: CODE, period }, tick());
		const wards = (made?.sheet.places ?? []).filter(({ role }) => role === 'part');
		expect(wards).toHaveLength(OFFICERS);
		const answers = await Promise.all(
			wards.map(async ({ code }, i) => {
				const person = officers[i] as Person;
				const id = await workflow.start(db, person, { indicator: CODE, period }, tick());
				const mine = cell(code, { numerator: i, denominator: 40 });
				const saved = await workflow.save(db, person, { id, cells: unseen([mine]) }, tick());
				return { id, conflicts: saved.conflicts };
			})
		);
		expect(answers.flatMap(({ conflicts }) => conflicts)).toEqual([]);
		const [id = ''] = new Set(answers.map((one) => one.id));
		const stored = await written.cells(db, id);
		expect(new Map(stored.map((one) => [one.area, `${one.numerator} ${one.by.id}`]))).toEqual(
			new Map(wards.map(({ code }, i) => [code, `${i} officer-${i}`]))
		);
		const [submission] = await submissions.ofPeriod(db, CODE, period);
		expect(submission?.authors.map((author) => author.id).sort()).toEqual(
			officers.map((officer) => officer.id).sort()
		);
		const entered = await db
			.selectFrom('audit_events')
			.select('actor')
			.where('subject', '=', id)
			.where('action', '=', 'cell entered')
			.execute();
		expect(new Set(entered.map(({ actor }) => actor)).size).toBe(OFFICERS);
	});
});

const BY_WARD = {
	...{ indicator: CODE, period_kind: 'quarter', cadence: 'quarter', due_days: 30, lock_days: 44 },
	...{ areas: 'wards', is_additive: true, changed_at: new Date('2037-01-01T00:00:00Z') }
};
