import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Content, ProposalKind } from '../../../src/lib/domain/catalogue/change.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import * as audit from '../../../src/lib/server/db/audit.ts';
import * as catalogue from '../../../src/lib/server/db/catalogue.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as indicators from '../../../src/lib/server/db/indicators.ts';
import * as proposals from '../../../src/lib/server/db/proposals.ts';
import {
	act,
	type Asked,
	propose,
	proposeAll,
	writingOf
} from '../../../src/lib/server/workflow/catalogue.ts';
import { testDatabase } from '../../support/db.ts';
import { duty, makePerson } from '../../support/people.ts';

let connection: Connection;
let ann: Person;
let bob: Person;
let officer: Person;
let admin: Person;
const NOW = new Date('2026-11-22T09:00:00Z');

beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { db } = connection;
	ann = await makePerson(db, { id: 'ann', roles: ['performance lead'] });
	bob = await makePerson(db, { id: 'bob', roles: ['performance lead', 'administrator'] });
	officer = await makePerson(db, { id: 'cat', roles: ['officer'], duties: [duty('owner', 'C08')] });
	admin = await makePerson(db, { id: 'dan', roles: ['administrator'] });
});
afterAll(() => connection.close());

const asked = (
	kind: ProposalKind,
	indicator: string | null,
	given: Partial<Asked> = {}
): Asked => ({
	...{ kind, indicator, content: {}, mergedInto: null, decidedOn: null, decidedFor: null },
	...{ reason: 'asked for', isSubmitted: true },
	...given
});
const definitionOf = async (
	code: string,
	change: Record<string, string> = {}
): Promise<Content> => {
	const held = (await catalogue.definitions(connection.db)).get(code);
	return {
		definition: { ...held?.definition, ...change },
		basedOn: held?.version ?? 0,
		from: '2026-11-01'
	};
};
const made = async (person: Person, given: Asked): Promise<string> => {
	const outcome = await propose(connection.db, person, given, NOW);
	if (!outcome.ok) throw new Error(outcome.faults.join(' '));
	return outcome.id;
};
const approve = (person: Person, id: string) =>
	act(connection.db, person, { id, act: 'approve', note: '' }, NOW);
const statusOf = async (code: string) => (await indicators.byCode(connection.db, code))?.status;

describe('a life from proposal to retirement', () => {
	it('adds an indicator, adopts it, changes it, merges it and brings it back', async () => {
		const { db } = connection;
		const content = { ...(await definitionOf('C08', { title: 'Chess clubs' })), code: 'C90' };
		expect((await approve(bob, await made(ann, asked('new', null, { content })))).ok).toBe(true);
		expect(await statusOf('C90')).toBe('proposed');
		expect((await indicators.bySlug(db, 'chess-clubs'))?.code).toBe('C90');

		const decided = { decidedFor: 'Cabinet', decidedOn: '2026-11-20' };
		await approve(bob, await made(ann, asked('adopt', 'C90', decided)));
		expect(await statusOf('C90')).toBe('adopted');

		const change = await definitionOf('C90', { unit: 'clubs', themes: 'P4; P1' });
		const withBreak = { content: { ...change, breakNote: 'Another source' } };
		await approve(bob, await made(ann, asked('change', 'C90', withBreak)));
		const versions = await indicators.versions(db, 'C90');
		expect(
			versions.map(({ version, unit, break_before }) => [version, unit, break_before])
		).toEqual([
			[1, change.definition?.['unit'] === 'clubs' ? versions[0]?.unit : '', false],
			[2, 'clubs', true]
		]);
		expect(versions[0]?.valid_to).toBe('2026-11-01');
		expect((await indicators.byCode(db, 'C90'))?.themes).toEqual(['P4', 'P1']);
		expect(await indicators.breaks(db, 'C90')).toMatchObject([{ starts: '2026-11-01' }]);

		await approve(bob, await made(ann, asked('merge', 'C90', { mergedInto: 'C08' })));
		expect(await statusOf('C90')).toBe('retired');
		expect(await catalogue.successor(db, 'C90')).toBe('C08');

		await approve(bob, await made(ann, asked('reinstate', 'C90')));
		expect(await statusOf('C90')).toBe('adopted');
		expect(await catalogue.successor(db, 'C90')).toBeNull();
	});
});

describe('nobody approves their own', () => {
	it('in the workflow, administrators included', async () => {
		const id = await made(bob, asked('retire', 'C11'));
		const outcome = await approve(bob, id);
		expect(outcome.ok ? 'approved' : outcome.faults.join(' ')).toMatch(/their own/);
		expect(await statusOf('C11')).toBe('proposed');
	});
	it('in the database', async () => {
		const id = await made(ann, asked('retire', 'C12'));
		const step = { id, from: 'submitted', to: 'approved', by: 'ann', note: null } as const;
		await expect(
			connection.db.transaction().execute((trx) => proposals.step(trx, step, NOW))
		).rejects.toThrow(/check/);
	});
});

describe('who may', () => {
	it.each<[string, () => Person, ProposalKind, string, RegExp | null]>([
		['an officer, for an own indicator', () => officer, 'retire', 'C08', null],
		['an officer, for another', () => officer, 'retire', 'C09', /role/],
		['an administrator', () => admin, 'retire', 'C09', /role/]
	])('%s proposes', async (_, who, kind, indicator, wanted) => {
		const outcome = await propose(connection.db, who(), asked(kind, indicator), NOW);
		if (wanted) expect(outcome.ok ? '' : outcome.faults.join(' ')).toMatch(wanted);
		else expect(outcome.ok).toBe(true);
	});
	it('an administrator without another role does not approve', async () => {
		const id = await made(ann, asked('retire', 'C10'));
		expect(await approve(admin, id)).toMatchObject({ ok: false });
	});
});

describe('what is refused, with everything left as it was', () => {
	it.each<[string, ProposalKind, string | null, Partial<Asked>, RegExp]>([
		['no reason', 'retire', 'C01', { reason: ' ' }, /why/],
		['an unknown indicator', 'retire', 'C99', {}, /no such/],
		['a code that is there', 'new', null, { content: { code: 'C01' } }, /already/],
		['adoption without a body', 'adopt', 'C01', {}, /which body/],
		[
			'adoption in the future',
			'adopt',
			'C01',
			{ decidedFor: 'x', decidedOn: '2027-01-01' },
			/future/
		],
		[
			'a context measure adopted',
			'adopt',
			'X01',
			{ decidedFor: 'x', decidedOn: '2026-01-01' },
			/context/
		],
		['a merger into itself', 'merge', 'C01', { mergedInto: 'C01' }, /itself/],
		['a merger into nothing', 'merge', 'C01', {}, /takes its place/],
		['what is not retired brought back', 'reinstate', 'C01', {}, /not retired/]
	])('%s', async (_, kind, indicator, given, wanted) => {
		const before = (await proposals.all(connection.db)).length;
		const outcome = await propose(connection.db, ann, asked(kind, indicator, given), NOW);
		expect(outcome.ok ? 'made' : outcome.faults.join(' ')).toMatch(wanted);
		expect(await proposals.all(connection.db)).toHaveLength(before);
	});

	it.each<[Record<string, string>, string, RegExp]>([
		[{ title: '' }, '2026-11-01', /Title.*blank/],
		[{ polarity: 'up' }, '2026-11-01', /no answer here/],
		[{ themes: 'P1; Z9' }, '2026-11-01', /no theme “Z9”/],
		[{ decimals: '1.5' }, '2026-11-01', /whole number/],
		[{}, '2026-11-01', /changes nothing/],
		[{ unit: 'x' }, '2026-12-01', /future/],
		[{ unit: 'x' }, '2020-01-01', /before the version/],
		[{ unit: 'x' }, 'soon', /first day/]
	])('the definition %o from %s', async (change, from, wanted) => {
		const content = { ...(await definitionOf('C02', change)), from };
		const outcome = await propose(connection.db, ann, asked('change', 'C02', { content }), NOW);
		expect(outcome.ok ? 'made' : outcome.faults.join(' ')).toMatch(wanted);
	});
});

describe('two at once', () => {
	it('a change written on an older version is not applied over a newer one', async () => {
		const first = await made(
			ann,
			asked('change', 'C03', { content: await definitionOf('C03', { unit: 'a' }) })
		);
		const second = await made(
			ann,
			asked('change', 'C03', { content: await definitionOf('C03', { unit: 'b' }) })
		);
		expect((await approve(bob, first)).ok).toBe(true);
		expect(await approve(bob, second)).toMatchObject({ ok: false });
		expect((await proposals.byId(connection.db, second))?.state).toBe('submitted');
		expect((await indicators.byCode(connection.db, 'C03'))?.unit).toBe('a');
	});
	it('what was written anew since it was read is not approved unseen', async () => {
		const id = await made(ann, asked('retire', 'C10'));
		const read = (await proposals.byId(connection.db, id))!;
		await act(connection.db, bob, { id, act: 'return', note: 'Say more' }, NOW);
		await propose(connection.db, ann, asked('retire', 'C10', { id, reason: 'another' }), NOW);
		const approval = { id, act: 'approve' as const, note: '' };
		const old = await act(connection.db, bob, { ...approval, seen: writingOf(read) }, NOW);
		expect(old).toMatchObject({ ok: false, isConflict: true });
		const fresh = writingOf((await proposals.byId(connection.db, id))!);
		expect(await act(connection.db, bob, { ...approval, seen: fresh }, NOW)).toMatchObject({
			ok: true
		});
	});
	it.each(['2026-02-30', 'yesterday', ''])('the day of a decision “%s” is none', async (day) => {
		const retire = asked('retire', 'C11', { decidedFor: 'Cabinet', decidedOn: day });
		const outcome = await propose(connection.db, ann, retire, NOW);
		expect(outcome.ok ? 'made' : outcome.faults.join(' ')).toMatch(/day of the decision/);
	});
	it('one of two approvals of one proposal counts', async () => {
		const id = await made(
			ann,
			asked('change', 'C04', { content: await definitionOf('C04', { unit: 'a' }) })
		);
		const outcomes = await Promise.all([approve(bob, id), approve(bob, id)]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await indicators.versions(connection.db, 'C04')).toHaveLength(2);
	});
});

it('several from a file are proposed together or not at all', async () => {
	const before = (await proposals.all(connection.db)).length;
	const good = asked('change', 'C05', { content: await definitionOf('C05', { unit: 'a' }) });
	const bad = asked('change', 'C06', { content: await definitionOf('C06', { title: '' }) });
	expect((await proposeAll(connection.db, ann, [good, bad], NOW)).map(({ ok }) => ok)).toEqual([
		true,
		false
	]);
	expect(await proposals.all(connection.db)).toHaveLength(before);
	await proposeAll(connection.db, ann, [good], NOW);
	expect(await proposals.all(connection.db)).toHaveLength(before + 1);
});

it('a draft is amended by its maker alone, and every step is in the audit', async () => {
	const id = await made(ann, asked('retire', 'C07', { isSubmitted: false }));
	const again = (person: Person) =>
		propose(
			connection.db,
			person,
			asked('retire', 'C07', { id, reason: 'better', isSubmitted: true }),
			NOW
		);
	expect(await again(bob)).toMatchObject({ ok: false });
	expect(await again(ann)).toMatchObject({ ok: true });
	await act(connection.db, bob, { id, act: 'return', note: 'Say more' }, NOW);
	expect(await act(connection.db, bob, { id, act: 'withdraw', note: '' }, NOW)).toMatchObject({
		ok: false
	});
	await act(connection.db, ann, { id, act: 'withdraw', note: '' }, NOW);
	expect((await proposals.byId(connection.db, id))?.state).toBe('withdrawn');
	const events = await audit.ofSubject(connection.db, 'catalogue proposal', id);
	expect(events.map(({ action, actor }) => `${actor} ${action}`).reverse()).toEqual([
		'ann catalogue change drafted',
		'ann catalogue change submitted',
		'bob catalogue change: return',
		'ann catalogue change: withdraw'
	]);
});
