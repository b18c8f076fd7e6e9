import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as judgements from '../../../src/lib/server/db/judgements.ts';
import * as targets from '../../../src/lib/server/db/targets.ts';
import type { Entered } from '../../../src/lib/server/workflow/target-draft.ts';
import * as workflow from '../../../src/lib/server/workflow/targets.ts';
import { testDatabase } from '../../support/db.ts';
import { duty, makePerson } from '../../support/people.ts';

// Children in low-income families: four yearly figures of the borough, 2021/22 to 2024/25.
const CODE = 'T01';
const ID = `t01-${WALSALL.toLowerCase()}`;

export const entered = (changes: Partial<Entered> = {}): Entered => ({
	...{ indicator: CODE, area: WALSALL, breakdown: 'all', baselinePeriod: 'FY2021' },
	...{ shape: 'linear', milestones: [{ ends: '2030-03-31', value: 25 }] },
	goal: { ends: '2035-03-31', value: 20 },
	tolerance: { kind: 'absolute', amount: 1 },
	...{ cumulative: false, benchmark: null, rationale: 'Invented for a test' },
	...changes
});

let clock = Date.parse('2037-01-01T09:00:00Z');
const tick = () => new Date((clock += 60_000));
const APPROVED_FOR = 'Invented committee, 1 January 2037';

let connection: Connection;
let writer: Person;
let approver: Person;
let lead: Person;
let stranger: Person;

beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { db } = connection;
	writer = await makePerson(db, {
		id: 'writer',
		roles: ['officer'],
		duties: [duty('owner', CODE)]
	});
	approver = await makePerson(db, {
		...{ id: 'approver', roles: ['approver'], duties: [duty('approver', CODE)] }
	});
	lead = await makePerson(db, { id: 'lead', roles: ['performance lead'] });
	stranger = await makePerson(db, { id: 'stranger', roles: ['officer'] });
});
afterAll(() => connection.close());

async function newest() {
	const [found] = await targets.versions(connection.db, { id: ID });
	if (!found) throw new Error('no version');
	const { version, revision } = found;
	return { id: ID, version, revision, found };
}

const audit = () =>
	connection.db
		.selectFrom('audit_events')
		.select(['action', 'actor', 'reason'])
		.where('subject_kind', '=', 'target')
		.orderBy('id')
		.execute();

const words = (at: string) =>
	judgements.held(connection.db, at, { kind: 'target', indicators: [CODE], areas: [WALSALL] });

describe('a target on its way', () => {
	it('is refused without a baseline, with every problem at once, and nothing is stored', async () => {
		const wrong = entered({
			baselinePeriod: '',
			rationale: ' ',
			tolerance: { kind: 'absolute', amount: -1 }
		});
		const outcome = await workflow.propose(connection.db, lead, wrong, tick());
		expect(outcome.kind).toBe('problems');
		const codes = outcome.kind === 'problems' ? outcome.problems.map(({ code }) => code) : [];
		expect(codes).toEqual(
			expect.arrayContaining(['no baseline', 'negative tolerance', 'no reason'])
		);
		expect(await targets.versions(connection.db)).toEqual([]);
		expect(await audit()).toEqual([]);
	});

	it('is not for an officer of another indicator', async () => {
		const outcome = await workflow.propose(connection.db, stranger, entered(), tick());
		expect(outcome.kind).toBe('refused');
	});

	it('is drafted from a held figure with its source and definition', async () => {
		const outcome = await workflow.propose(connection.db, writer, entered(), tick());
		expect(outcome).toEqual({ kind: 'done', id: ID, version: 1 });
		const { found } = await newest();
		expect(found.state).toBe('draft');
		expect(found.baseline?.value).toBeGreaterThan(20);
		expect(found.baseline?.version).toBe(1);
		expect(found.baseline?.source).toBeTruthy();
		expect(await audit()).toEqual([{ action: 'target proposed', actor: 'writer', reason: null }]);
	});

	it('is begun by one person at a time', async () => {
		const outcome = await workflow.propose(connection.db, lead, entered(), tick());
		expect(outcome.kind).toBe('conflict');
	});

	it('keeps both writings apart when two people save at once', async () => {
		const seen = await newest();
		const mine = { ...seen, entered: entered({ goal: { ends: '2035-03-31', value: 21 } }) };
		const first = await workflow.edit(connection.db, writer, mine, tick());
		expect(first.kind).toBe('done');
		const second = await workflow.edit(connection.db, lead, { ...mine, ...entered() }, tick());
		expect(second.kind).toBe('conflict');
		expect(second.kind === 'conflict' && second.theirs.goal.value).toBe(21);
		expect((await newest()).found.authors).toEqual(['writer']);
	});

	it('keeps who wrote it: authors are only ever added', () =>
		expect(connection.db.deleteFrom('target_authors').execute()).rejects.toThrow(
			/only ever added/
		));

	it('cannot be approved before it is handed in', async () => {
		const approval = { ...(await newest()), approvedFor: APPROVED_FOR, confirms: false };
		expect((await workflow.approve(connection.db, approver, approval, tick())).kind).toBe(
			'conflict'
		);
	});

	it('goes back with a note, which is needed', async () => {
		await workflow.submit(connection.db, writer, await newest(), tick());
		const bare = { ...(await newest()), note: ' ' };
		expect((await workflow.sendBack(connection.db, approver, bare, tick())).kind).toBe('problems');
		const noted = { ...(await newest()), note: 'Say who was asked.' };
		expect((await workflow.sendBack(connection.db, approver, noted, tick())).kind).toBe('done');
		expect((await newest()).found).toMatchObject({ state: 'returned', returnedNote: noted.note });
	});

	it('is never approved by its writer: the domain refuses', async () => {
		await workflow.submit(connection.db, writer, await newest(), tick());
		const both: Person = {
			...writer,
			roles: ['officer', 'approver', 'administrator', 'performance lead']
		};
		const approval = { ...(await newest()), approvedFor: APPROVED_FOR, confirms: false };
		const outcome = await workflow.approve(connection.db, both, approval, tick());
		expect(outcome.kind).toBe('refused');
	});

	it('is never approved by its writer: the database refuses', async () => {
		const { version } = await newest();
		const forced = connection.db
			.updateTable('target_versions')
			.set({ state: 'approved', approved_by: 'writer', approved_at: tick() })
			.where('target', '=', ID)
			.where('version', '=', version)
			.execute();
		await expect(forced).rejects.toThrow(/own target|check/i);
	});
});

describe('a target in force', () => {
	let before: string;
	let agreed: string;

	it('is agreed, judged, published and recorded at one instant', async () => {
		before = tick().toISOString();
		const approval = { ...(await newest()), approvedFor: APPROVED_FOR, confirms: true };
		const outcome = await workflow.approve(connection.db, approver, approval, tick());
		expect(outcome.kind).toBe('done');
		agreed = tick().toISOString();
		const rows = await words(agreed);
		expect(rows.map(({ period }) => period)).toEqual(['FY2022', 'FY2023', 'FY2024']);
		expect(
			rows.every((row) => row.kind === 'target' && row.rule && row.detail.planned !== null)
		).toBe(true);
		expect((await audit()).at(-1)).toEqual({
			...{ action: 'target approved', actor: 'approver', reason: APPROVED_FOR }
		});
		const last = await connection.db
			.selectFrom('editions')
			.selectAll()
			.orderBy('published_at', 'desc')
			.executeTakeFirstOrThrow();
		expect(last.kind).toBe('target');
	});

	it('was not known in an earlier edition', async () => {
		expect(await words(before)).toEqual([]);
		expect(await targets.inForce(connection.db, before)).toEqual([]);
		expect((await targets.inForce(connection.db, agreed)).map(({ id }) => id)).toEqual([ID]);
	});

	it('is replaced at the instant of the next approval, and its judgements are closed, not erased', async () => {
		const next = entered({ goal: { ends: '2035-03-31', value: 30 }, milestones: [] });
		await workflow.propose(connection.db, writer, next, tick());
		await workflow.submit(connection.db, writer, await newest(), tick());
		const approval = { ...(await newest()), approvedFor: APPROVED_FOR, confirms: true };
		expect((await workflow.approve(connection.db, lead, approval, tick())).kind).toBe('done');
		const now = tick().toISOString();
		const inForce = await targets.inForce(connection.db, now);
		expect(inForce.map(({ version, goal }) => [version, goal.value])).toEqual([[2, 30]]);
		const [then, since] = [await words(agreed), await words(now)];
		expect(then.map((row) => row.kind === 'target' && row.targetVersion)).toEqual([1, 1, 1]);
		expect(since.map((row) => row.kind === 'target' && row.targetVersion)).toEqual([2, 2, 2]);
	});

	it('is withdrawn by the performance lead alone, with a reason that readers see', async () => {
		const withdrawal = { ...(await newest()), reason: 'Invented reason' };
		expect((await workflow.withdraw(connection.db, writer, withdrawal, tick())).kind).toBe(
			'refused'
		);
		expect((await workflow.withdraw(connection.db, lead, withdrawal, tick())).kind).toBe('done');
		const now = tick().toISOString();
		expect(await targets.inForce(connection.db, now)).toEqual([]);
		expect(await words(now)).toEqual([]);
		expect((await words(agreed)).length).toBe(3);
	});

	it('that crosses a change of source is provisional until its approver confirms it', async () => {
		await connection.db
			.insertInto('series_breaks')
			.values({ indicator: CODE, period_start: '2023-04-01', note: 'Invented change' })
			.execute();
		await workflow.propose(connection.db, writer, entered(), tick());
		await workflow.submit(connection.db, writer, await newest(), tick());
		const approval = { ...(await newest()), approvedFor: APPROVED_FOR, confirms: false };
		await workflow.approve(connection.db, approver, approval, tick());
		const unsure = await words(tick().toISOString());
		expect(unsure.map((row) => row.kind === 'target' && row.provisional)).toContain(true);
		const { found: _, ...seen } = await newest();
		expect(
			(await workflow.confirm(connection.db, writer, { ...seen, reason: 'Mine' }, tick())).kind
		).toBe('refused');
		expect(
			(await workflow.confirm(connection.db, approver, { ...seen, reason: 'Same base' }, tick()))
				.kind
		).toBe('done');
		const sure = await words(tick().toISOString());
		expect(sure.map((row) => row.kind === 'target' && row.provisional)).toEqual([
			false,
			false,
			false
		]);
	});
});
