import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import * as audit from '../../../src/lib/server/db/audit.ts';
import { setStanding } from '../../../src/lib/server/db/catalogue.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as indicators from '../../../src/lib/server/db/indicators.ts';
import * as influences from '../../../src/lib/server/db/influences.ts';
import * as figures from '../../../src/lib/server/figures.ts';
import { act } from '../../../src/lib/server/workflow/catalogue.ts';
import * as bulk from '../../../src/routes/catalogue/bulk/+page.server.ts';
import { GET as definitions } from '../../../src/routes/catalogue/definitions.csv/+server.ts';
import * as life from '../../../src/routes/catalogue/[code]/+page.server.ts';
import { load as catalogue } from '../../../src/routes/catalogue/+page.server.ts';
import { load as index } from '../../../src/routes/cpf/+page.server.ts';
import { load as area } from '../../../src/routes/cpf/[element=slug]/+page.server.ts';
import { load as returned } from '../../../src/routes/cpf/return/+page.server.ts';
import { GET as file } from '../../../src/routes/cpf/return.[format]/+server.ts';
import * as framework from '../../../src/routes/frameworks/[code]/+page.server.ts';
import * as imported from '../../../src/routes/frameworks/[code]/import/+page.server.ts';
import { load as overview } from '../../../src/routes/+page.server.ts';
import { load as compare } from '../../../src/routes/compare/+page.server.ts';
import { load as list } from '../../../src/routes/indicators/+page.server.ts';
import { load as place } from '../../../src/routes/places/[gss=area]/+page.server.ts';
import { load as theme } from '../../../src/routes/themes/[slug=slug]/+page.server.ts';
import { load as indicatorPage } from '../../../src/routes/indicators/[code]/+page.server.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { makePerson } from '../../support/people.ts';

let connection: Connection;
let lead: Person;
let other: Person;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	lead = await makePerson(connection.db, { id: 'lead', roles: ['performance lead'] });
	other = await makePerson(connection.db, { id: 'other', roles: ['performance lead'] });
});
afterAll(() => connection.close());

interface Ask {
	path?: string;
	params?: Record<string, string>;
	search?: string;
	user?: Person;
	form?: FormData;
}

/** Calls a load, an action or an endpoint; a refusal or a redirect is an answer too. */
async function ask(route: unknown, { form, ...wanted }: Ask = {}): Promise<any> {
	const made = await event({
		db: connection.db,
		...wanted,
		...(form ? { method: 'POST', body: form } : {})
	});
	try {
		const answer = await (route as (made: never) => unknown)(made as never);
		return isActionFailure(answer)
			? { status: answer.status, ...(answer.data as unknown as object) }
			: answer;
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, location: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status, message: thrown.body.message };
		throw thrown;
	}
}

function formOf(fields: Record<string, string | Blob>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return form;
}

describe('/cpf', () => {
	it('has every linked indicator, and one figure wherever it is used', async () => {
		const data = await ask(index);
		expect(data.everything).toHaveLength(60);
		const found = data.groups.flatMap((group: { measures: { indicator: { code: string } }[] }) =>
			group.measures.filter(({ indicator }) => indicator.code === 'W04')
		);
		expect(found).toHaveLength(3);
		expect(new Set(found).size).toBe(1);
		const [published] = await figures.latest(connection.db, new Date().toISOString(), {
			indicators: ['W04'],
			areas: [WALSALL],
			breakdowns: ['all']
		});
		expect(found[0].parts[0].figure.value).toBe(published?.value);
	});

	it('the page of an area shows the same figure as the index', async () => {
		const [whole, one] = [
			await ask(index),
			await ask(area, { params: { element: 'public-health' } })
		];
		const valueIn = (data: { measures: { indicator: { code: string }; parts: unknown[] }[] }) =>
			data.measures.find(({ indicator }) => indicator.code === 'W04')?.parts;
		expect(valueIn(one)).toEqual(valueIn(whole));
	});

	it('without targets there are no exceptions, and it says so', async () => {
		const data = await ask(index);
		expect(data.exceptions).toEqual([]);
		expect(data.headline).toMatch(/^No targets are agreed yet\. \d+ of 60/);
	});

	it('a restricted indicator has no figure here and no row in the return', async () => {
		const data = await ask(index);
		const own = data.everything.find(
			(one: { indicator: { code: string } }) => one.indicator.code === 'L05'
		);
		expect(own.parts).toEqual([]);
		const csv = await (await ask(file, { params: { format: 'csv' } })).text();
		expect(csv).not.toContain('L05');
	});

	it.each([
		['?locality=x', 404],
		['?locality=E08000001', 404],
		['?theme=zz', 400],
		['?by=colour', 400],
		['?owner=nobody-at-all', 400],
		['?area=ZZ', 400]
	])('%s is refused in a sentence', async (search, status) => {
		expect(await ask(index, { search })).toMatchObject({
			status,
			message: expect.stringMatching(/\w{4}/)
		});
	});
});

describe('the return', () => {
	it('is the corporate template as CSV, and the same rows as JSON', async () => {
		const csv = await (await ask(file, { params: { format: 'csv' }, search: '?area=PH' })).text();
		const [head, ...rows] = csv.trim().split('\r\n');
		expect(head).toBe(
			'Reference,Measure,Owner,Period,Actual,Target,Tolerance,Status,Direction of travel,Commentary,Data note'
		);
		const json = await (await ask(file, { params: { format: 'json' }, search: '?area=PH' })).json();
		expect(json.data).toHaveLength(rows.length);
		expect(json.data.every((row: { status: string }) => row.status === 'No target set')).toBe(true);
	});

	it('has the columns chosen, in their order, by their names', async () => {
		const search = '?columns=actual:Value,reference:KPI&area=PH';
		const csv = await (await ask(file, { params: { format: 'csv' }, search })).text();
		expect(csv.split('\r\n')[0]).toBe('Value,KPI');
	});

	it('a form becomes one address; a wrong column or format is refused', async () => {
		const search =
			'?use=actual&use=reference&order-actual=2&order-reference=1&title-actual=Value&area=';
		expect(await ask(returned, { path: '/cpf/return', search })).toEqual({
			status: 303,
			location: '/cpf/return?columns=reference,actual%3AValue'
		});
		expect(await ask(file, { params: { format: 'csv' }, search: '?columns=zz' })).toMatchObject({
			status: 400
		});
		expect(await ask(file, { params: { format: 'pdf' } })).toMatchObject({ status: 404 });
		expect(await ask(returned, { search: '?period=nope' })).toMatchObject({ status: 400 });
	});
});

describe('forms', () => {
	const owner = (version: string) =>
		formOf({ code: 'PH', owner: 'Director', version, reason: 'asked for' });
	it('of a framework: sign in first; saved once; an outdated version is told so', async () => {
		const action = framework.actions['own'];
		const params = { code: 'cpf' };
		expect(await ask(action, { params, form: owner('1') })).toMatchObject({ status: 303 });
		expect((await ask(framework.load, { params })).framework.version).toBe(1);
		expect(await ask(action, { params, user: lead, form: owner('1') })).toEqual({
			status: 303,
			location: '/frameworks/cpf?saved=2'
		});
		const late = await ask(action, { params, user: other, form: owner('1') });
		expect(late).toMatchObject({ status: 409, given: { owner: 'Director' } });
		const old = await ask(framework.load, { params, search: '?version=1&beside=2' });
		expect(old.beside.differences).toMatchObject([{ before: 'Director', after: 'none' }]);
	});

	it('of an import: shown first, saved whole, nothing on a fault', async () => {
		const params = { code: 'marmot' };
		const head = 'code,label,parent,description,owner,valid_from,valid_to,source\n';
		const sent = (text: string) => formOf({ kind: 'elements', file: new File([text], 'a.csv') });
		const bad = await ask(imported.actions['show'], {
			params,
			user: lead,
			form: sent(`${head}x,,,,,soon,,`)
		});
		expect(bad).toMatchObject({ status: 400 });
		expect(bad.faults).toHaveLength(3);
		const text = `${head}M1,Best start,,,,2026-11-22,,Council list\n`;
		const shown = await ask(imported.actions['show'], { params, user: lead, form: sent(text) });
		expect(shown.changes).toHaveLength(1);
		expect((await ask(framework.load, { params })).tree).toEqual([]);
		const save = formOf({
			kind: 'elements',
			content: shown.content,
			version: '1',
			reason: 'The council named it'
		});
		expect(await ask(imported.actions['save'], { params, user: lead, form: save })).toMatchObject({
			status: 303
		});
		expect((await ask(framework.load, { params })).tree).toHaveLength(1);
	});

	it('of influence: not set at first, kept with its history, on the indicator’s page, in the audit', async () => {
		const params = { code: 'w04' };
		const page = () => ask(indicatorPage, { path: '/indicators/w04', params });
		expect((await page()).influence).toBeNull();
		const set = (influence: string) =>
			ask(life.actions['influence'], {
				params,
				user: lead,
				form: formOf({ influence, reason: 'census' })
			});
		expect(await set('colour')).toMatchObject({ status: 400 });
		expect(await set('context')).toMatchObject({ status: 303 });
		expect((await page()).influence).toBe('context');
		await set('influence');
		expect(await influences.history(connection.db, 'W04')).toHaveLength(2);
		const events = await audit.ofSubject(connection.db, 'indicator', 'W04');
		expect(events.map(({ action }) => action)).toEqual(['influence set', 'influence set']);
	});

	it('of an owner: one at a time, seen in the return', async () => {
		const params = { code: 'w04' };
		const name = (post: string) =>
			ask(life.actions['post'], {
				params,
				user: lead,
				form: formOf({ part: 'owner', directorate: 'Health', post, reason: 'named' })
			});
		await name('First');
		await name('Second');
		const csv = await (
			await ask(file, { params: { format: 'csv' }, search: '?columns=reference,owner' })
		).text();
		expect(csv).toContain('W04,"Health, Second"');
		expect(csv).not.toContain('First');
	});
});

describe('/catalogue', () => {
	it('what is not decided is not public', async () => {
		const form = formOf({ kind: 'retire', reason: 'secret plan' });
		const made = await ask(life.actions['propose'], { params: { code: 'c09' }, user: lead, form });
		expect(made.status).toBe(303);
		expect(JSON.stringify(await ask(catalogue))).not.toContain('secret plan');
		expect(JSON.stringify(await ask(catalogue, { user: other }))).toContain('secret plan');
	});

	it('a merged indicator leads to the one that took its place; its history stays', async () => {
		const form = formOf({ kind: 'merge', into: 'C03', reason: 'the same' });
		const made = await ask(life.actions['propose'], { params: { code: 'c04' }, user: lead, form });
		const id = made.location.split('/').at(-1);
		expect((await act(connection.db, other, { id, act: 'approve', note: '' }, new Date())).ok).toBe(
			true
		);
		const params = { code: 'c04' };
		expect(await ask(indicatorPage, { path: '/indicators/c04', params })).toEqual({
			status: 307,
			location: '/indicators/c03'
		});
		expect((await ask(catalogue)).decisions).toHaveLength(1);
		expect((await ask(index)).everything).toHaveLength(59);
	});

	it('a file of definitions comes back as proposals, and unchanged as nothing', async () => {
		const text = await (await ask(definitions)).text();
		const send = (content: string) =>
			ask(bulk.actions['show'], {
				user: lead,
				form: formOf({ file: new File([content], 'a.csv') })
			});
		expect((await send(text)).changed).toEqual([]);
		const edited = text.replace('Active Places of Welcome', 'Places of Welcome that are open');
		const shown = await send(edited);
		expect(shown.changed.map(({ code }: { code: string }) => code)).toEqual(['C08']);
		const form = formOf({ content: shown.content, reason: 'clearer', from: '2026-11-01' });
		expect(await ask(bulk.actions['propose'], { user: lead, form })).toEqual({
			status: 303,
			location: '/catalogue?sent=1'
		});
		expect((await indicators.byCode(connection.db, 'C08'))?.title).toBe('Active Places of Welcome');
		const bad = await send(text.replace(/^C01,/m, 'Q99,').replace(/^C02,/m, 'C03,'));
		expect(bad.faults.map(({ column }: { column: string }) => column)).toEqual(['code', 'code']);
	});
});

it('a retired indicator leaves lists and counts, breaks no page, and keeps its own', async () => {
	await connection.db.transaction().execute(async (trx) => {
		await setStanding(trx, 'W07', { status: 'retired', merged_into: null });
		await setStanding(trx, 'T09', { status: 'retired', merged_into: null });
	});
	const asks: [unknown, Ask][] = [
		[overview, {}],
		[list, { path: '/indicators' }],
		[theme, { params: { slug: 'working' } }],
		[place, { params: { gss: 'E08000030' } }],
		[compare, { path: '/compare', search: '?areas=WLOC01,WLOC03' }],
		[index, {}]
	];
	for (const [load, wanted] of asks) {
		const data = await ask(load, wanted);
		expect(data.status ?? 200).toBe(200);
		expect(JSON.stringify(data)).not.toMatch(/"code":"(W07|T09)"/);
	}
	const own = await ask(indicatorPage, { path: '/indicators/w07', params: { code: 'w07' } });
	expect(own.indicator).toMatchObject({ code: 'W07', status: 'retired' });
});
