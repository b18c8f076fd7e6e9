import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Action } from '../../../src/lib/domain/action.ts';
import { isOverdue } from '../../../src/lib/domain/action.ts';
import type { Figure } from '../../../src/lib/domain/disclosure/gate.ts';
import type { Edition } from '../../../src/lib/domain/edition.ts';
import { ILLUSTRATIVE } from '../../../src/lib/domain/illustrative.ts';
import type { Judgement } from '../../../src/lib/domain/judgement.ts';
import type { StoredTarget } from '../../../src/lib/domain/judgement/stored-target.ts';
import * as actions from '../../../src/lib/server/db/actions.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as collections from '../../../src/lib/server/db/collections.ts';
import * as commentaries from '../../../src/lib/server/db/commentaries.ts';
import * as editions from '../../../src/lib/server/db/editions.ts';
import * as indicators from '../../../src/lib/server/db/indicators.ts';
import * as judgements from '../../../src/lib/server/db/judgements.ts';
import * as targets from '../../../src/lib/server/db/targets.ts';
import { quarters } from '../../../src/lib/server/demo/calendar.ts';
import { fillDemonstration } from '../../../src/lib/server/demo/fill.ts';
import { inventFigures } from '../../../src/lib/server/demo/figures.ts';
import {
	isDemonstration,
	refuseDemonstration,
	refuseReal
} from '../../../src/lib/server/demo/mark.ts';
import { people } from '../../../src/lib/server/demo/people.ts';
import * as answerable from '../../../src/lib/server/db/answerable.ts';
import * as submissions from '../../../src/lib/server/db/submissions.ts';
import * as figures from '../../../src/lib/server/figures.ts';
import { OPEN_DATA } from '../../../src/lib/server/prepare.ts';
import { ROLES } from '../../../src/lib/domain/permission.ts';
import { testDatabase } from '../../support/db.ts';

// One demonstration for the whole file. The table below is the checklist of experience: each state of
// a judgement, a value and a page, and the address where it is seen.

const BY_QUARTER = 'C08 C09 C10 C11 Y08 W01 W03 W08 L03 L10 T03 T10 T18 T19'.split(' ');
const LOCALITIES = ['WLOC01', 'WLOC02', 'WLOC03', 'WLOC04'];

let demo: Connection;
let held: Figure[];
let told: Judgement[];
let all: Edition[];
let promised: Action[];
let due: collections.Collection[];
let versions: targets.TargetRecord[];
let returned: submissions.Submission[];
let posts: Awaited<ReturnType<typeof answerable.onDay>>;
let at: string;

beforeAll(async () => {
	demo = await testDatabase();
	await fillDemonstration(demo.db, { root: OPEN_DATA });
	all = await editions.all(demo.db);
	at = all.at(-1)?.publishedAt ?? '';
	held = await figures.held(demo.db, at, {});
	told = await judgements.held(demo.db, at, {});
	promised = await actions.all(demo.db, at);
	due = await collections.all(demo.db, at);
	versions = await targets.versions(demo.db);
	returned = await submissions.inState(demo.db, ['scheduled', 'returned']);
	posts = await answerable.onDay(demo.db, at.slice(0, 10));
}, 600_000);
afterAll(() => demo?.close());

const invented = () => held.filter(({ sourceId }) => sourceId === ILLUSTRATIVE);
const words = () => told.filter((one): one is StoredTarget => one.kind === 'target');
const some = (indicator: string, holds: (figure: Figure) => boolean) =>
	invented().some((figure) => figure.indicator === indicator && holds(figure));
const word = (indicator: string, outcome: string, reason?: string) =>
	words().some(
		(one) =>
			one.indicator === indicator &&
			one.outcome === outcome &&
			(reason === undefined || one.reason === reason)
	);

describe('every state has its place in the demonstration', () => {
	it.each<[state: string, where: string, holds: () => boolean]>([
		// Against target
		['on track', '/indicators/c08', () => word('C08', 'on track')],
		['watch, a count within its tolerance', '/indicators/c11', () => word('C11', 'watch')],
		[
			'watch, a survey with the line inside its range',
			'/indicators/c05',
			() => word('C05', 'watch')
		],
		['off track, a count', '/indicators/y08', () => word('Y08', 'off track')],
		['off track, a survey', '/indicators/l09', () => word('L09', 'off track')],
		[
			'no judgement: base too small',
			'/indicators/t15',
			() => word('T15', 'no judgement', 'base too small')
		],
		[
			'no judgement: neither direction is better',
			'/indicators/c10',
			() => word('C10', 'no judgement', 'no direction')
		],
		['no judgement: no colour by rule', '/indicators/w03', () => word('W03', 'no judgement')],
		[
			'no judgement: the range includes zero',
			'/indicators/t12',
			() => word('T12', 'no judgement', 'range includes zero')
		],
		['too early to tell', '/indicators/w08', () => word('W08', 'too early to tell')],
		[
			'no new data: nothing new',
			'/indicators/c02',
			() => word('C02', 'no new data', 'nothing new')
		],
		['no new data: late', '/indicators/t18', () => word('T18', 'no new data', 'late')],
		[
			'provisional: the line crosses a change of source',
			'/indicators/c01',
			() => words().some((one) => one.indicator === 'C01' && one.provisional)
		],
		[
			'masked',
			'/',
			() => told.some(({ kind, indicator }) => kind === 'masking' && indicator === 'C08')
		],
		[
			'context takes no colour',
			'/indicators/w07',
			() => !words().some(({ indicator }) => indicator === 'W07')
		],
		// Is the movement real?
		[
			'movement: no clear change',
			'/indicators/l01',
			() => told.some(({ kind, outcome }) => kind === 'movement' && outcome === 'no clear change')
		],
		[
			'movement: a clear one',
			'/indicators/t03',
			() =>
				told.some(
					(one) => one.kind === 'movement' && one.indicator === 'T03' && one.outcome === 'lower'
				)
		],
		[
			'control chart: limits',
			'/indicators/y08',
			() => told.some(({ kind, indicator }) => kind === 'control' && indicator === 'Y08')
		],
		[
			'chance of meeting the goal',
			'/indicators/c09',
			() => told.some(({ kind, indicator }) => kind === 'chance' && indicator === 'C09')
		],
		// Values and flags
		['zero', '/indicators/l03', () => some('L03', ({ value }) => value === 0)],
		[
			'not collected',
			'/indicators/t10',
			() => some('T10', ({ state }) => state === 'not collected')
		],
		[
			'not yet published',
			'/indicators/t19',
			() => some('T19', ({ state }) => state === 'not yet published')
		],
		[
			'not applicable',
			'/indicators/c09',
			() => some('C09', ({ state }) => state === 'not applicable')
		],
		['suppressed', '/indicators/w08', () => some('W08', ({ state }) => state === 'suppressed')],
		['too few to judge', '/indicators/t15', () => some('T15', ({ flags }) => flags.includes('u'))],
		['estimated', '/indicators/w01', () => some('W01', ({ flags }) => flags.includes('e'))],
		['provisional', '/indicators/c08', () => some('C08', ({ flags }) => flags.includes('p'))],
		['revised', '/indicators/c11/history', () => some('C11', ({ flags }) => flags.includes('r'))],
		[
			'illustrative',
			'every page',
			() => invented().every(({ flags, state }) => state !== 'known' || flags.includes('i'))
		],
		// Pages
		[
			'empty: no figure yet',
			'/indicators/t02',
			() => !held.some(({ indicator }) => indicator === 'T02')
		],
		[
			'no target set',
			'/indicators/l01',
			() => !versions.some(({ indicator }) => indicator === 'L01')
		],
		[
			'stale: months late',
			'/indicators/t04',
			() => told.length > 0 && !some('T04', ({ period }) => period > 'FY2023')
		],
		['no permission', '/indicators/l05', () => !held.some(({ indicator }) => indicator === 'L05')],
		['an earlier edition', '/?edition=2025-26-q2', () => all.some(({ id }) => id === '2025-26-q2')],
		['a correction', '/changes', () => all.some(({ id }) => id === '2026-27-q1-correction')],
		[
			'an overdue return',
			'/cpf',
			() => due.some(({ dueOn, hasCome }) => !hasCome && dueOn < at.slice(0, 10))
		],
		[
			'a return under embargo',
			'/approvals',
			() => returned.some(({ state, publishAt }) => state === 'scheduled' && publishAt !== null)
		],
		['a return sent back', '/returns', () => returned.some(({ state }) => state === 'returned')],
		['who answers', '/indicators/c08', () => posts.get('C08')?.owner !== undefined],
		['nobody answers', '/indicators/t19', () => !posts.get('T19')?.owner],
		[
			'a return that is due next',
			'/',
			() => due.some(({ dueOn, hasCome }) => !hasCome && dueOn >= at.slice(0, 10))
		],
		// Targets and promises
		['target: draft', '/targets', () => versions.some(({ state }) => state === 'draft')],
		['target: submitted', '/targets', () => versions.some(({ state }) => state === 'submitted')],
		['target: returned', '/targets', () => versions.some(({ state }) => state === 'returned')],
		[
			'target: replaced',
			'/targets/w01-E08000030',
			() => versions.some(({ version }) => version === 2)
		],
		[
			'target: withdrawn',
			'/targets',
			() => versions.some(({ endedReason }) => endedReason?.startsWith('Withdrawn') ?? false)
		],
		[
			'target: each shape',
			'/targets',
			() => new Set(versions.map(({ shape }) => shape)).size === 3
		],
		['action: done', '/actions?state=done', () => promised.some(({ state }) => state === 'done')],
		[
			'action: not done',
			'/actions?state=not+done',
			() => promised.some(({ state }) => state === 'not done')
		],
		[
			'action: stopped',
			'/actions?state=stopped',
			() => promised.some(({ state }) => state === 'stopped')
		],
		['action: overdue', '/actions?state=overdue', () => promised.some((one) => isOverdue(one, at))],
		[
			'action: no owner given',
			'/actions?owner=Not+given',
			() => promised.some(({ owner }) => owner === null)
		],
		['action: no day given', '/actions', () => promised.some(({ dueOn }) => dueOn === null)]
	])('%s: seen at %s', (_, __, holds) => expect(holds()).toBe(true));
});

describe('the invented history', () => {
	it.each(BY_QUARTER)('%s has at least 12 quarters in the borough and its localities', (code) => {
		for (const area of [WALSALL, ...LOCALITIES]) {
			const own = invented().filter((one) => one.indicator === code && one.area === area);
			expect(own.length).toBeGreaterThanOrEqual(12);
		}
	});

	it('hides figures that are small, and others that would give them away', async () => {
		const { rows } = await protections();
		expect(new Set(rows)).toEqual(new Set(['shown', 'primary', 'secondary']));
	});

	it('has an edition for each quarter, and shows what stood then', async () => {
		expect(all.length).toBeGreaterThanOrEqual(12);
		const then = all.find(({ id }) => id === '2025-26-q2')?.publishedAt ?? '';
		const earlier = await figures.held(demo.db, then, { indicators: ['C08'], areas: [WALSALL] });
		expect(
			earlier
				.map(({ period }) => period)
				.sort()
				.at(-1)
		).toBe('FY2025-Q2');
	});

	it('keeps the words before a correction in their own time', async () => {
		const of = { indicators: ['Y08'], periods: ['FY2026-Q1'] };
		const [first] = await commentaries.held(demo.db, '2026-08-21T00:00:00Z', of);
		const [corrected] = await commentaries.held(demo.db, at, of);
		expect(corrected?.what).not.toBe(first?.what);
	});

	it('is the same at every start', async () => {
		const catalogue = await indicators.all(demo.db);
		expect(inventFigures(catalogue).rows).toEqual(inventFigures(catalogue).rows);
	});

	it('counts people without a postcode in the borough and nowhere else', async () => {
		const { rows } = inventFigures(await indicators.all(demo.db));
		const own = rows.filter((one) => one.indicator === 'C11' && one.period === quarters[13]?.id);
		const sum = own
			.filter(({ area }) => area !== WALSALL)
			.reduce((a, one) => a + (one.value ?? 0), 0);
		expect(own.find(({ area }) => area === WALSALL)?.value).toBeGreaterThan(sum);
	});

	it('has an account for each role', () => {
		expect(new Set(people.map(({ role }) => role))).toEqual(new Set(ROLES));
	});

	it('is recorded act by act', async () => {
		const acts = await demo.db.selectFrom('audit_events').select('action').distinct().execute();
		const known = acts.map(({ action }) => action);
		for (const action of [
			'account made',
			'target approved',
			'action promised',
			'edition published'
		])
			expect(known).toContain(action);
	});
});

describe('the two kinds of database stay apart', () => {
	it('npm start refuses a demonstration', async () => {
		await expect(refuseDemonstration(demo.db)).rejects.toThrow('npm run demo');
	});

	it('npm run demo goes on with a demonstration, and fills it once', async () => {
		await expect(refuseReal(demo.db)).resolves.toBeUndefined();
		await expect(fillDemonstration(demo.db, { root: OPEN_DATA })).resolves.toBe(false);
	});

	it('npm run demo refuses a database of the product; that holds no invented figure', async () => {
		const real = await testDatabase({ loaded: true });
		await expect(refuseReal(real.db)).rejects.toThrow('not a demonstration');
		await expect(refuseDemonstration(real.db)).resolves.toBeUndefined();
		expect(await isDemonstration(real.db)).toBe(false);
		const open = await figures.held(real.db, '2099-01-01T00:00:00Z', {});
		expect(open.filter(({ flags }) => flags.includes('i'))).toEqual([]);
		expect(await targets.versions(real.db)).toEqual([]);
		expect(await actions.all(real.db, '2099-01-01T00:00:00Z')).toEqual([]);
		await real.close();
	});

	it('an empty database may become either', async () => {
		const empty = await testDatabase();
		await expect(refuseReal(empty.db)).resolves.toBeUndefined();
		await expect(refuseDemonstration(empty.db)).resolves.toBeUndefined();
		await empty.close();
	});
});

async function protections() {
	const rows = await demo.db
		.selectFrom('observations')
		.select('protection')
		.distinct()
		.where('source_id', '=', ILLUSTRATIVE)
		.where('protection', 'is not', null)
		.execute();
	return { rows: rows.map(({ protection }) => protection) };
}
