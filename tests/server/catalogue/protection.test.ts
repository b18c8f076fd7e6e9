import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALITIES, WALSALL } from '../../../src/lib/domain/area.ts';
import type { OwnerRule } from '../../../src/lib/domain/disclosure/owner-rule.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import * as areas from '../../../src/lib/server/db/areas.ts';
import * as catalogue from '../../../src/lib/server/db/catalogue.ts';
import { type Connection, transaction } from '../../../src/lib/server/db/client.ts';
import * as editions from '../../../src/lib/server/db/editions.ts';
import { addEdition } from '../../../src/lib/server/db/replacing.ts';
import * as figures from '../../../src/lib/server/figures.ts';
import { act, propose } from '../../../src/lib/server/workflow/catalogue.ts';
import { publish } from '../../../src/lib/server/workflow/publish.ts';
import { testDatabase } from '../../support/db.ts';
import { makeObservation, makePeriod } from '../../support/make.ts';
import { makePerson } from '../../support/people.ts';

// The disclosure rule of a count of people, changed after two years of figures were published. The
// localities have 7, 41, 50 and 60 people, then 3, 42, 51 and 61.

const CODE = 'C11';
const YEARS = ['FY2034', 'FY2035'] as const;
const day = (month: number) => new Date(Date.UTC(2037, month - 1, 10, 9));

let connection: Connection;
let codes: string[];
let ann: Person;
let bob: Person;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { db } = connection;
	ann = await makePerson(db, { id: 'ann', roles: ['performance lead'] });
	bob = await makePerson(db, { id: 'bob', roles: ['performance lead'] });
	codes = (await areas.ofVintage(db, LOCALITIES)).map(({ code }) => code).sort();
	for (const [i, id] of YEARS.entries()) {
		const year = 2034 + i;
		const days = { starts: `${year}-04-01`, ends: `${year + 1}-03-31` };
		await makePeriod(db, { id, kind: 'financial_year', label: id, ...days });
	}
	await returned('FY2034', [7, 41, 50, 60], day(1));
});
afterAll(() => connection.close());

async function returned(period: string, counts: readonly number[], now: Date) {
	const { db } = connection;
	const version = (await rules()).at(-1)?.version ?? 1;
	const total = counts.reduce((a, b) => a + b, 0);
	for (const [i, area] of [...codes, WALSALL].entries()) {
		const value = counts[i] ?? total;
		const row = { indicator: CODE, version, area, value, period, held_from: now };
		await makeObservation(db, row);
	}
	await transaction(db, async (trx) => {
		const label = `Figures of ${period}`;
		await addEdition(trx, { id: `made-${period}`, label, note: null, kind: 'report' }, now);
		await publish(trx, now, [CODE]);
	});
}

const rules = () =>
	connection.db
		.selectFrom('indicator_versions')
		.select(['version', 'threshold', 'round_to'])
		.where('indicator', '=', CODE)
		.orderBy('version')
		.execute();

/** What is shown of a year in the localities, then in the borough; null = hidden. */
async function shown(period: string, now: Date) {
	const held = await figures.held(connection.db, now.toISOString(), {
		...{ indicators: [CODE], periods: [period] }
	});
	return [...codes, WALSALL].map((area) => held.find((one) => one.area === area)?.value);
}

const rule = (given: Partial<OwnerRule>): OwnerRule => ({
	...{ kind: 'people', threshold: 5, hideZero: false, roundTo: null, ...given }
});

async function asked(protection: OwnerRule, basedOn: number, now: Date) {
	const content = { protection, basedOn };
	const given = { kind: 'disclosure', indicator: CODE, content, isSubmitted: true } as const;
	const nothing = { mergedInto: null, decidedFor: null, decidedOn: null };
	return propose(connection.db, ann, { ...given, ...nothing, reason: 'Invented' }, now);
}

async function approved(protection: OwnerRule, now: Date) {
	const basedOn = (await rules()).at(-1)?.version ?? 0;
	const made = await asked(protection, basedOn, now);
	if (!made.ok) throw new Error(made.faults.join());
	const decision = { id: made.id, act: 'approve', note: '' } as const;
	expect(await act(connection.db, ann, decision, now)).toMatchObject({ ok: false });
	expect(await act(connection.db, bob, decision, now)).toEqual({ ok: true, id: made.id });
}

describe('a disclosure rule', { timeout: 60_000 }, () => {
	it('hides nothing until somebody else has approved it, then at once and in every edition', async () => {
		const before = await shown('FY2034', day(2));
		expect(before).toEqual([7, 41, 50, 60, 158]);
		const made = await asked(rule({ threshold: 10 }), 1, day(2));
		expect(await shown('FY2034', day(2))).toEqual(before);
		if (made.ok) await act(connection.db, ann, { id: made.id, act: 'withdraw', note: '' }, day(2));
		await approved(rule({ threshold: 10 }), day(2));
		// 7 is small now, and 41 would give it away.
		expect(await shown('FY2034', day(3))).toEqual([null, null, 50, 60, 158]);
		expect(await shown('FY2034', day(1))).toEqual([null, null, 50, 60, 158]);
		const latest = (await editions.all(connection.db)).at(-1);
		expect(latest).toMatchObject({ publishedAt: day(2).toISOString() });
		expect(latest?.note).toContain('Counts from 1 to 9 are hidden');
	});

	it('leaves nothing judged of what is hidden now', async () => {
		const about = await connection.db
			.selectFrom('judgements')
			.select(['area'])
			.where('indicator', '=', CODE)
			.where('area', 'in', codes.slice(0, 2))
			.where('period', '=', 'FY2034')
			.execute();
		expect(about).toEqual([]);
	});

	it('that is looser shows nothing that was hidden, and holds for figures published after it', async () => {
		const held = (await editions.all(connection.db)).length;
		await approved(rule({ threshold: 3 }), day(4));
		expect(await shown('FY2034', day(5))).toEqual([null, null, 50, 60, 158]);
		expect(await editions.all(connection.db)).toHaveLength(held);
		await returned('FY2035', [3, 42, 51, 61], day(6));
		expect(await shown('FY2035', day(6))).toEqual([3, 42, 51, 61, 157]);
		expect(await shown('FY2034', day(6))).toEqual([null, null, 50, 60, 158]);
	});

	it('that rounds does so at once; one that rounds no longer leaves earlier figures rounded', async () => {
		await approved(rule({ threshold: 3, roundTo: 5 }), day(7));
		expect(await shown('FY2035', day(8))).toEqual([5, 40, 50, 60, 155]);
		await approved(rule({ threshold: 3 }), day(8));
		expect(await shown('FY2035', day(9))).toEqual([5, 40, 50, 60, 155]);
		expect((await rules()).map(({ threshold, round_to }) => [threshold, round_to])).toEqual([
			[10, 5],
			[10, 5],
			[3, 5],
			[3, 5],
			[3, null]
		]);
	});

	it('never ends while figures are hidden: a correction would show them', async () => {
		const why = [expect.stringMatching(/stays a count of people/)];
		for (const kind of ['open', 'none'] as const) {
			const outcome = await asked(rule({ threshold: 3, kind }), 5, day(9));
			expect(outcome).toMatchObject({ ok: false, faults: why });
		}
		const { db } = connection;
		const held = (await catalogue.definitions(db)).get(CODE);
		const definition = { ...held?.definition, disclosure_rule: 'none' };
		const content = { definition, basedOn: 5, from: '2037-09-01', breakNote: 'Counted anew' };
		const given = { kind: 'change', indicator: CODE, content, isSubmitted: true } as const;
		const nothing = { mergedInto: null, decidedFor: null, decidedOn: null };
		const outcome = await propose(db, ann, { ...given, ...nothing, reason: 'Invented' }, day(9));
		expect(outcome).toMatchObject({ ok: false, faults: why });
	});

	it.each<[string, Partial<OwnerRule>, number, RegExp]>([
		['the same again', { threshold: 3 }, 5, /changes nothing/],
		['a threshold of 1', { threshold: 1 }, 5, /how people are/],
		['on an older version', { threshold: 6 }, 4, /has changed since/]
	])('is refused: %s', async (_, given, basedOn, why) => {
		const outcome = await asked(rule(given), basedOn, day(9));
		expect(outcome).toMatchObject({ ok: false, faults: [expect.stringMatching(why)] });
	});
});

it('a series is rebased by two people, and an edition says so', async () => {
	const { db } = connection;
	const given = { kind: 'rebase', indicator: CODE, isSubmitted: true } as const;
	const nothing = { mergedInto: null, decidedFor: null, decidedOn: null };
	const ask = (from: string) =>
		propose(db, ann, { ...given, ...nothing, content: { from }, reason: 'A new offer' }, day(10));
	expect(await ask('2038-01-01')).toMatchObject({ ok: false });
	const made = await ask('2035-04-01');
	if (!made.ok) throw new Error(made.faults.join());
	await act(db, bob, { id: made.id, act: 'approve', note: '' }, day(10));
	const rows = await db.selectFrom('rebasings').selectAll().execute();
	expect(rows).toMatchObject([
		{ indicator: CODE, reason: 'A new offer', decided_by: 'Person bob' }
	]);
	expect((await editions.all(db)).at(-1)?.note).toContain('counted anew from 1 April 2035');
	expect(await ask('2035-04-01')).toMatchObject({ ok: false });
});

it('figures that were no counts of people are protected as such from the approval on', async () => {
	const { db } = connection;
	const code = 'C08';
	for (const [i, area] of [...codes, WALSALL].entries()) {
		const value = [3, 41, 50, 60][i] ?? 154;
		await makeObservation(db, {
			indicator: code,
			area,
			value,
			period: 'FY2034',
			held_from: day(1)
		});
	}
	const values = async () => {
		const wanted = { indicators: [code], periods: ['FY2034'] };
		const held = await figures.held(db, day(12).toISOString(), wanted);
		return [...codes, WALSALL].map((area) => held.find((one) => one.area === area)?.value);
	};
	expect(await values()).toEqual([3, 41, 50, 60, 154]);
	const content = { protection: rule({}), basedOn: 1 };
	const given = { kind: 'disclosure', indicator: code, content, isSubmitted: true } as const;
	const nothing = { mergedInto: null, decidedFor: null, decidedOn: null };
	const made = await propose(db, ann, { ...given, ...nothing, reason: 'Invented' }, day(11));
	if (!made.ok) throw new Error(made.faults.join());
	await act(db, bob, { id: made.id, act: 'approve', note: '' }, day(11));
	expect(await values()).toEqual([null, null, 50, 60, 154]);
});
