import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CollectionRule } from '../../../src/lib/domain/collection/rule.ts';
import { expectedFor } from '../../../src/lib/domain/entry/sheet.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import * as audit from '../../../src/lib/server/db/audit.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as rules from '../../../src/lib/server/db/collection-rules.ts';
import * as collections from '../../../src/lib/server/db/collections.ts';
import * as calendar from '../../../src/lib/server/workflow/collection-calendar.ts';
import * as year from '../../../src/lib/server/workflow/collection-year.ts';
import { setRule } from '../../../src/lib/server/workflow/collection-rules.ts';
import { Refused } from '../../../src/lib/server/workflow/refused.ts';
import { returnOf, usual } from '../../../src/lib/server/workflow/return-sheet.ts';
import { save, start } from '../../../src/lib/server/workflow/submissions.ts';
import { checked } from '../../../src/lib/server/workflow/submission-steps.ts';
import * as indicators from '../../../src/lib/server/db/indicators.ts';
import { testDatabase } from '../../support/db.ts';
import { makeObservation } from '../../support/make.ts';
import { CODE, full, makeRound, QUARTER, type Round, seen, unseen } from '../../support/returns.ts';

const NOW = new Date('2036-07-01T09:00:00Z');
const LATER = new Date('2036-07-02T09:00:00Z');

let connection: Connection;
let round: Round;
let lead: Person;
let base: CollectionRule;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	round = await makeRound(connection.db);
	({ lead } = round);
	const indicator = await indicators.byCode(connection.db, CODE);
	if (!indicator) throw new Error(`no ${CODE}`);
	base = { ...usual(indicator), cadence: 'quarter' };
});
afterAll(() => connection.close());
beforeEach(async () => {
	const { db } = connection;
	await db.deleteFrom('collections').execute();
	await db.deleteFrom('collection_rules').execute();
});

const set = (given: Partial<CollectionRule>, reason = 'Invented', now = NOW) =>
	setRule(connection.db, lead, { indicator: CODE, rule: { ...base, ...given }, reason }, now);
const entries = () => collections.ofIndicator(connection.db, NOW.toISOString(), CODE);
const dates = async () => (await entries()).map(({ period, dueOn }) => [period, dueOn]);
const make = async (number: number, now = NOW) => {
	const { seen: plan } = await year.planYear(connection.db, number);
	return year.makeYear(connection.db, lead, { year: number, seen: plan }, now);
};
const Q = (n: number) => `FY2036-Q${n}`;

describe('a rule', () => {
	it('is set on what was seen; an older form is refused and nothing is lost or half done', async () => {
		await set({});
		await expect(set({ dueDays: 20 })).rejects.toThrow(/changed this while you looked/);
		await set({ dueDays: 20, revision: 1 });
		const outcomes = await Promise.allSettled(
			[10, 11, 12, 13].map((dueDays) => set({ dueDays, revision: 2 }))
		);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect((await rules.of(connection.db, CODE))?.revision).toBe(3);
		await expect(
			set({ dueDays: (await rules.of(connection.db, CODE))?.dueDays ?? 0, revision: 3 })
		).rejects.toThrow(/what is set already/);
		const [event] = await audit.ofSubject(connection.db, 'collection rule', CODE);
		expect(event).toMatchObject({ actor: 'lead', reason: 'Invented', before: { dueDays: '20' } });
	});

	it('moves dates that are to come, and none that a person set', async () => {
		await set({});
		await make(2036);
		const third = (await entries()).find(({ period }) => period === Q(3));
		await calendar.changeDates(
			connection.db,
			lead,
			{
				...{ indicator: CODE, period: Q(3), revision: third?.revision ?? 0 },
				...{ dueOn: '2037-02-09', locksOn: null, reason: 'The source is late' }
			},
			NOW
		);
		await set({ dueDays: 40, lockDays: 50, revision: 1 });
		expect(await dates()).toEqual([
			[Q(1), '2036-08-09'],
			[Q(2), '2036-11-09'],
			[Q(3), '2037-02-09'],
			[Q(4), '2037-05-10']
		]);
	});

	it('that is not collected takes its returns off the lists and starts none', async () => {
		await set({});
		await make(2036);
		await set({ isCollected: false, revision: 1 });
		expect(await entries()).toEqual([]);
		const which = { indicator: CODE, period: Q(2) };
		await expect(start(connection.db, round.writer, which, NOW)).rejects.toThrow(/not collected/);
	});

	it('with another frequency takes out what is to come, and is refused over figures of the old one', async () => {
		const { db } = connection;
		await set({});
		await make(2036);
		await set({ cadence: 'financial_year', revision: 1 });
		expect(await entries()).toEqual([]);
		await makeObservation(db, {
			...{ indicator: CODE, area: 'E08000030', period: QUARTER, value: 50, held_from: NOW }
		});
		await set({ cadence: 'quarter', revision: 2 });
		await expect(set({ cadence: 'financial_year', revision: 3 })).rejects.toThrow(
			/another definition: propose it first/
		);
		await db.deleteFrom('observations').where('period', '=', QUARTER).execute();
	});

	it.each<[string, () => Person]>([
		['an officer with the duty', () => round.writer],
		['an approver', () => round.approver]
	])('is not set by %s', async (_, who) => {
		const asked = { indicator: CODE, rule: base, reason: 'x' };
		await expect(setRule(connection.db, who(), asked, NOW)).rejects.toThrow(Refused);
		expect(await rules.of(connection.db, CODE)).toBeUndefined();
	});
});

describe('the calendar of a year', () => {
	it('is made once, whoever else makes it, and never over what is there or was taken out', async () => {
		await set({});
		const { seen: plan } = await year.planYear(connection.db, 2036);
		const asked = { year: 2036, seen: plan };
		const outcomes = await Promise.allSettled(
			[1, 2, 3].map(() => year.makeYear(connection.db, lead, asked, NOW))
		);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await dates()).toHaveLength(4);
		const entry = { indicator: CODE, period: Q(2), revision: 1, reason: 'No course runs' };
		await calendar.takeOut(connection.db, lead, entry, NOW);
		expect((await dates()).map(([period]) => period)).toEqual([Q(1), Q(3), Q(4)]);
		await expect(make(2036)).rejects.toThrow(/in the calendar already/);
		const added = { indicator: CODE, period: Q(2), reason: 'It runs after all' };
		const monthly = { ...added, period: '2036-05' };
		await expect(calendar.addPeriod(connection.db, lead, monthly, LATER)).rejects.toThrow(
			'Choose such a period'
		);
		await calendar.addPeriod(connection.db, lead, added, LATER);
		expect(await dates()).toHaveLength(4);
		await expect(calendar.addPeriod(connection.db, lead, added, LATER)).rejects.toThrow(/already/);
	});

	it('is not made from a plan that another rule has overtaken', async () => {
		await set({});
		const { seen: plan } = await year.planYear(connection.db, 2036);
		await set({ dueDays: 20, revision: 1 });
		const asked = { year: 2036, seen: plan };
		await expect(year.makeYear(connection.db, lead, asked, NOW)).rejects.toThrow(/Somebody/);
		expect(await dates()).toEqual([]);
	});

	it.each<[string, Partial<{ dueOn: string; revision: number; reason: string }>, RegExp]>([
		['before the period ends', { dueOn: '2036-09-29' }, /before its period ends/],
		['without a reason', { reason: '' }, /Say why/],
		['on an older state', { revision: 0 }, /Somebody has changed/],
		['to the day it has', { dueOn: '2036-10-30' }, /already/]
	])('takes no date %s', async (_, given, why) => {
		await set({});
		await make(2036);
		const asked = { indicator: CODE, period: Q(2), revision: 1, locksOn: '2036-11-13' };
		const change = { dueOn: '2036-11-01', reason: 'x', ...asked, ...given };
		await expect(calendar.changeDates(connection.db, lead, change, NOW)).rejects.toThrow(why);
	});
});

it('a return asks about what is outside the range that was set, and no more when it is off', async () => {
	const { db } = connection;
	const whole = { lower: 60, upper: 70 };
	await set({ expected: { from: 'set', whole, part: null, reason: 'A new course' } });
	const which = { indicator: CODE, period: QUARTER };
	const id = await start(db, round.writer, which, NOW);
	const counts = [
		[20, 40],
		[20, 40],
		[20, 40],
		[20, 40]
	] as const;
	await save(db, round.writer, { id, cells: unseen(full(counts)) }, NOW);
	const asksAbout = async () => {
		const made = await returnOf(db, which, NOW);
		if (!made) throw new Error('no return');
		const { problems } = await checked(db, await seen(db, id), made);
		return [expectedFor(made.sheet, 'E08000030'), problems.map(({ code, area }) => [code, area])];
	};
	expect(await asksAbout()).toEqual([whole, [['jump', 'E08000030']]]);
	const off = { from: 'off', whole: null, part: null, reason: 'Too new' } as const;
	await set({ expected: off, revision: 1 });
	expect(await asksAbout()).toEqual([undefined, []]);
});
