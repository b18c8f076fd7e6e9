import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Edition } from '../../../src/lib/domain/edition.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as changes from '../../../src/lib/server/db/changes.ts';
import * as editions from '../../../src/lib/server/db/editions.ts';
import * as stored from '../../../src/lib/server/db/judgements.ts';
import { judgements as exported } from '../../../src/lib/server/export/tables/judgements.ts';
import * as workflow from '../../../src/lib/server/workflow/targets.ts';
import { load as indicatorPage } from '../../../src/routes/indicators/[code]/+page.server.ts';
import type { PageServerData as IndicatorData } from '../../../src/routes/indicators/[code]/$types';
import { load as toApprove } from '../../../src/routes/approvals/+page.server.ts';
import type { PageServerData as ApprovalsData } from '../../../src/routes/approvals/$types';
import { load as list } from '../../../src/routes/targets/+page.server.ts';
import type { PageServerData as ListData } from '../../../src/routes/targets/$types';
import { load as one } from '../../../src/routes/targets/[id]/+page.server.ts';
import type { PageServerData as OneData } from '../../../src/routes/targets/[id]/$types';
import { actions, load as form } from '../../../src/routes/targets/new/+page.server.ts';
import type { PageServerData as NewData } from '../../../src/routes/targets/new/$types';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { duty, makePerson } from '../../support/people.ts';

const ID = `t01-${WALSALL.toLowerCase()}`;
let connection: Connection;
let lead: Person;
let approver: Person;
let before: Edition;

beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { db } = connection;
	lead = await makePerson(db, { id: 'lead', roles: ['performance lead'] });
	approver = await makePerson(db, {
		...{ id: 'approver', roles: ['approver'], duties: [duty('approver', 'T01')] }
	});
	before = (await editions.all(db)).at(-1)!;
});
afterAll(() => connection.close());

const filled = {
	...{ indicator: 'T01', area: WALSALL, breakdown: 'all', baseline: 'FY2021', shape: 'linear' },
	...{ goalEnds: '2035-03-31', goalValue: '20', m1Ends: '2030-03-31', m1Value: '27' },
	...{ tolerance: '1', toleranceKind: 'absolute', rationale: 'Invented for a test' }
};

async function send(name: 'check' | 'save', fields: Record<string, string>) {
	const made = await event({
		...{ db: connection.db, path: '/targets/new', method: 'POST', user: lead },
		body: new URLSearchParams(fields)
	});
	return actions[name]!(made as never);
}

const listed = async (user?: Person, edition?: Edition) =>
	(await list(
		(await event({
			...{ db: connection.db, path: '/targets' },
			...(user && { user }),
			...(edition && { edition })
		})) as never
	)) as ListData;

const shown = async (user?: Person, edition?: Edition) =>
	(await one(
		(await event({
			...{ db: connection.db, path: `/targets/${ID}`, params: { id: ID } },
			...(user && { user }),
			...(edition && { edition })
		})) as never
	)) as OneData;

const counts = ({ counts: all }: ListData) =>
	Object.fromEntries(all.map(({ state, count }) => [state, count]));

describe('/targets', () => {
	it('names what has none: every measure of the catalogue before the first target', async () => {
		const data = await listed();
		expect(counts(data)).toEqual({ 'Not yet set': data.measures });
		expect(data.measures).toBe(60);
	});

	it('is written by nobody who has not signed in', async () => {
		const made = await event({ db: connection.db, path: '/targets/new' });
		await expect(async () => form(made as never)).rejects.toMatchObject({ status: 303 });
	});

	it('brings the filled form back with every problem at once', async () => {
		const wrong = { ...filled, baseline: '', goalEnds: 'soon', tolerance: 'some' };
		const answer = (await send('save', wrong)) as { status: number; data: { faults: string[] } };
		expect(answer.status).toBe(400);
		expect(answer.data).toMatchObject({ given: wrong });
		expect(answer.data.faults.join(' ')).toMatch(/Goal.*Tolerance.*no baseline/s);
	});

	it('checks without storing, and says how realistic it is', async () => {
		const answer = await send('check', filled);
		expect(answer).toMatchObject({ faults: [], isChecked: true });
		expect((answer as { realism: string }).realism).toMatch(
			/asks for a fall of 0\.9 percentage points a year/
		);
		expect(counts(await listed(lead))).toEqual({ 'Not yet set': 60 });
	});

	it('keeps a draft from the public, which learns nothing of it', async () => {
		await expect(send('save', filled)).rejects.toMatchObject({ status: 303 });
		expect(counts(await listed())).toEqual({ 'Not yet set': 60 });
		await expect(shown()).rejects.toMatchObject({ status: 404 });
		expect(counts(await listed(lead))).toMatchObject({ Draft: 1, 'Not yet set': 59 });
		expect((await shown(lead)).acts).toEqual(['edit', 'submit', 'withdraw']);
	});

	it('shows the approver their buttons and the writer none of them', async () => {
		await workflow.submit(connection.db, lead, { id: ID, version: 1, revision: 1 }, new Date());
		expect((await shown(approver)).acts).toEqual(['return', 'approve']);
		const own = await shown(lead);
		expect([own.acts, own.isOwn]).toEqual([['withdraw'], true]);
	});

	it('waits under “To approve” for who may decide it, and for nobody else', async () => {
		const waiting = async (user: Person) => {
			const made = await event({ db: connection.db, path: '/approvals', user });
			return ((await toApprove(made as never)) as ApprovalsData).decisions;
		};
		expect(await waiting(approver)).toMatchObject([
			{ what: 'Target', href: `/targets/${ID}?version=1` }
		]);
		expect(await waiting(lead)).toEqual([]);
	});

	it('is public once agreed: plan, judgement, approver, and the same on the indicator page', async () => {
		const approval = {
			id: ID,
			version: 1,
			revision: 2,
			approvedFor: 'Invented board',
			confirms: true
		};
		await workflow.approve(connection.db, approver, approval, new Date());
		const data = await shown();
		expect(data.facts).toContainEqual({ term: 'Approved for', fact: 'Invented board' });
		expect(data.figure.table.rows.at(-1)?.cells[2]).toBe('20.0%');
		expect(data.figure.drawings?.wide).not.toMatch(/style=|<style/);
		expect(data.word?.outcome).toBe('off track');
		const page = await event({
			db: connection.db,
			path: '/indicators/t01',
			params: { code: 't01' }
		});
		const { box, figures } = (await indicatorPage(page as never)) as IndicatorData;
		expect(box.against).toMatchObject({ word: 'off track', agreed: { id: ID } });
		expect(box.against.sentences[0]?.judgements).toHaveLength(1);
		const columns = figures[0]?.table.columns.map(({ label }) => label);
		expect(columns).toContain('Planned');
	});

	it('takes no news away: what the last round brought is still new', async () => {
		const { db } = connection;
		const newest = (await editions.all(db)).at(-1)!;
		expect(newest.publishedAt > before.publishedAt).toBe(true);
		const brought = await changes.arrivals(db, before.publishedAt);
		expect(brought.length).toBeGreaterThan(0);
		expect(await changes.arrivals(db, newest.publishedAt)).toEqual(brought);
	});

	it('is where a new version starts from; the reason is asked again', async () => {
		const path = `/targets/new?indicator=t01&area=${WALSALL}&group=all`;
		const made = await event({ db: connection.db, path, user: lead });
		const { before: start } = (await form(made as never)) as NewData;
		expect(start).toMatchObject({ goalValue: '20', m1Value: '27', tolerance: '1', rationale: '' });
	});

	it('did not exist in the edition before', async () => {
		expect(counts(await listed(lead, before))).toEqual({ 'Not yet set': 60 });
		await expect(shown(lead, before)).rejects.toMatchObject({ status: 404 });
	});

	it('leaves in files with its rule and version', async () => {
		const at = (await editions.all(connection.db)).at(-1)!.publishedAt;
		const rows = await stored.held(connection.db, at, { kind: 'target', indicators: ['T01'] });
		const table = exported(rows);
		const column = (name: string) => table.columns.findIndex((each) => each.name === name);
		for (const name of ['rule', 'method_version', 'target', 'target_version', 'planned']) {
			expect(
				table.rows.every((row) => row[column(name)] !== null),
				name
			).toBe(true);
		}
	});
});
