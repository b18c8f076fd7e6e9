import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Person, type Role } from '../../../src/lib/domain/permission.ts';
import { checkFile } from '../../../src/lib/server/audit-check.ts';
import { record } from '../../../src/lib/server/audit.ts';
import * as audit from '../../../src/lib/server/db/audit.ts';
import { transaction } from '../../../src/lib/server/db/client.ts';
import { GET } from '../../../src/routes/audit.[format]/+server.ts';
import { actions, load } from '../../../src/routes/audit/+page.server.ts';
import { CODE } from '../../support/returns.ts';
import { journeys } from './journey.ts';
import {
	addEvents,
	ask,
	COUNTS,
	CORRECTED,
	makeSite,
	PLANTED,
	RESTRICTED,
	type Site
} from './site.ts';

let site: Site;
let lead: Person;
const folder = mkdtempSync(join(tmpdir(), 'audit-'));

beforeAll(async () => {
	site = await makeSite();
	lead = site.round.lead;
}, 60_000);
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await site.connection.close();
});

interface Page {
	rows: {
		id: number;
		who: string;
		did: string;
		thing: string;
		href: string | null;
		changes: object[];
	}[];
	newer: string | null;
	older: string | null;
	verified: { isBroken: boolean; text: string };
	fault?: string;
}

async function page(search = '', user: Person = lead): Promise<Page> {
	return (await ask(site, load, user, { search })).data as Page;
}
const queryOf = (address: string | null) => address?.slice(address.indexOf('?')) ?? '';
const ids = ({ rows }: Page) => rows.map(({ id }) => id);

async function csv(search = '', user: Person = lead): Promise<string> {
	const { data } = await ask(site, GET, user, { params: { format: 'csv' }, search });
	return (data as Response).text();
}
const linesOf = (text: string) =>
	Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

describe('who reads the audit', () => {
	const MAY: readonly Role[] = ['approver', 'performance lead', 'administrator'];

	it.each(ROLES)('%s', async (role) => {
		const status = MAY.includes(role) ? 200 : 403;
		const person = site.people.get(role);
		expect((await ask(site, load, person)).status).toBe(status);
		const file = await ask(site, GET, person, { params: { format: 'csv' } });
		expect(file.status).toBe(status);
		if (file.data) await (file.data as Response).text();
	});

	it('a public reader is shown the way in', async () => {
		for (const call of [load, GET, actions['verify']]) {
			expect((await ask(site, call, undefined)).to).toMatch(/^\/sign-in/);
		}
	});
});

describe('what must not be told', () => {
	const people = COUNTS.flat().filter((one) => one > 100);

	it.each<Role>(['approver', 'performance lead', 'administrator'])(
		'counts of people below the borough, in page and file for %s',
		async (role) => {
			const person = site.people.get(role) as Person;
			const text = JSON.stringify(await page('', person)) + (await csv('', person));
			for (const one of [...people, CORRECTED]) expect(text).not.toContain(String(one));
			expect(text).toContain('not shown: counts of people');
			expect(text).toContain('16011'); // the borough's own count
		}
	);

	it.each<[Role, boolean]>([
		['approver', true],
		['performance lead', true],
		['administrator', false]
	])('what a restricted measure holds: %s sees it: %s', async (role, is) => {
		const person = site.people.get(role) as Person;
		for (const search of ['', `?indicator=${RESTRICTED}`]) {
			const text = JSON.stringify(await page(search, person)) + (await csv(search, person));
			expect(text.includes(String(PLANTED))).toBe(is);
			expect(text.includes('restricted-return')).toBe(is);
		}
	});
});

describe('filters', () => {
	it.each<[search: string, of: RegExp]>([
		['?what=publication', /correction|published/],
		['?what=returns&who=WRITER', /return|figure/],
		[`?indicator=${CODE.toLowerCase()}`, /return|figure|correction/],
		['?kind=return&text=list+twice', /correction/]
	])('%s', async (search, of) => {
		const { rows } = await page(search);
		expect(rows.length).toBeGreaterThan(0);
		for (const { did } of rows) expect(did).toMatch(of);
		expect(rows.length).toBeLessThan((await page('')).rows.length);
	});

	it('an indicator: its rule of collection and what was pulled for it belong to it', async () => {
		const { db } = site.connection;
		const pull = { id: 'a-pull', source: 'csv', preset: null, asked: '{}', state: 'failed' };
		await db
			.insertInto('pulls')
			.values({
				...{ ...pull, mapping: JSON.stringify({ indicator: CODE }), request: 'none' },
				...{ message: null, import: null, ended_at: null },
				...{ is_live: false, started_by: lead.id, started_at: new Date() }
			})
			.execute();
		await transaction(db, async (trx) => {
			const rule = { action: 'collection rule set', subject: ['collection rule', CODE] } as const;
			await record(trx, lead, new Date(), rule);
			await record(trx, lead, new Date(), { action: 'pull failed', subject: ['pull', 'a-pull'] });
		});
		const told = (await page(`?indicator=${CODE}`)).rows.slice(0, 2).map(({ thing }) => thing);
		expect(told).toEqual(['Pull a-pull', `Collection rule ${CODE}`]);
	});

	it.each([
		['?from=2037-02-01&to=2037-02-01&kind=return', true],
		['?from=2037-02-02&kind=return', false],
		['?to=2037-01-31&kind=return', false],
		['?subject=no-such-thing', false],
		['?who=%25', false],
		['?text=%00', true]
	])('%s finds something: %s', async (search, is) => {
		expect((await page(search)).rows.length > 0).toBe(is);
	});

	it.each([
		'?from=yesterday',
		'?to=2037-02-30',
		'?what=everything',
		'?kind=x',
		'?from=2037-02-02&to=2037-02-01'
	])('%s is answered with what to do', async (search) => {
		expect((await page(search)).fault).toMatch(/\.$/);
		const file = await ask(site, GET, lead, { params: { format: 'csv' }, search });
		expect(file.status).toBe(400);
	});
});

describe('pages', () => {
	it('follow one another without a gap or a repeat while events arrive', async () => {
		await addEvents(site, 120, lead);
		const first = await page('?what=people+and+duties');
		expect(first.rows).toHaveLength(50);
		expect(first.newer).toBeNull();
		await addEvents(site, 3, lead);
		const second = await page(queryOf(first.older));
		const third = await page(queryOf(second.older));
		const all = [first, second, third].flatMap(ids);
		expect(all).toEqual([...new Set(all)].sort((a, b) => b - a));
		expect(all).toHaveLength(120);
		expect(third.older).toBeNull();
		expect(ids(await page(queryOf(second.newer)))).toEqual(ids(first));
		const newest = await page(
			queryOf(first.rows[0] ? `?after=${first.rows[0].id}&what=people+and+duties` : '')
		);
		expect(newest.rows).toHaveLength(3);
		expect(newest.newer).toBeNull();
	});

	it('keep the names of people who are gone', async () => {
		const gone = site.people.get('member') as Person;
		await addEvents(site, 1, gone);
		await sql`update users set disabled_at = now(), name = 'Other' where id = ${gone.id}`.execute(
			site.connection.db
		);
		expect((await page(`?who=${encodeURIComponent(gone.name)}`)).rows[0]?.who).toBe(gone.name);
	});
});

describe('a file', () => {
	const search = '?what=people+and+duties';

	it('holds what the filters find, in the order of the chain, and ends with the head', async () => {
		const before = await audit.count(site.connection.db);
		const found = linesOf(await csv(search));
		const [end, ...rest] = found.reverse();
		const shown: number[] = [];
		for (let next: string | null = search; next !== null;) {
			const one: Page = await page(queryOf(next));
			shown.push(...ids(one));
			next = one.older;
		}
		expect(rest.map(({ Event }) => Number(Event))).toEqual(shown);
		expect(end).toMatchObject({
			Action: 'end of file',
			Hash: await audit.head(site.connection.db)
		});
		expect(JSON.parse(end?.['After'] ?? '')).toEqual({
			...{ eventsInChain: before + 1, eventsInFile: shown.length }
		});
	});

	it('is recorded, with who took it and by which filters', async () => {
		await csv(search);
		const [row] = (await page('?what=audit')).rows;
		expect(row).toMatchObject({ who: lead.name, did: 'exported the audit' });
		expect(JSON.stringify(row?.changes)).toContain('people and duties');
	});

	it('comes as a spreadsheet too', async () => {
		const { data } = await ask(site, GET, lead, { params: { format: 'xlsx' }, search });
		const book = await readXlsx(new Uint8Array(await (data as Response).arrayBuffer()));
		expect(JSON.stringify(book.sheets)).toContain(await audit.head(site.connection.db));
		expect((await ask(site, GET, lead, { params: { format: 'pdf' } })).status).toBe(404);
	});

	it('is checked against the chain: changed, forged and cut off lines show', async () => {
		const text = await csv();
		const kept = async (changed: string) => {
			const path = join(folder, 'audit.csv');
			writeFileSync(path, changed);
			return (await checkFile(site.connection.db, path)).faults;
		};
		expect(await kept(text)).toEqual([]);
		expect(await kept(text.replace('A college sent', 'Nobody sent'))).toEqual([
			expect.stringMatching(/^Event \d+: "Why" is another/)
		]);
		expect((await kept(text.replace(/^(\d+),/m, '999999999,')))[0]).toMatch(/not in the chain/);
		const cut = text.trimEnd().split('\r\n').slice(0, -1).join('\r\n');
		expect((await kept(cut))[0]).toMatch(/cut off/);
		const last = text.trimEnd().split('\r\n');
		expect((await kept([...last.slice(0, 5), ...last.slice(6)].join('\r\n'))).join()).toMatch(
			/file says/
		);
		await expect(kept('a,b\r\n1,2\r\n')).rejects.toThrow(/no file of the audit/);
	});
});

journeys(() => site);

// Last: it breaks the chain.
describe('verifying', () => {
	const verify = () => ask(site, actions['verify'], lead, { post: true });

	it('says that the chain is whole, by whom and when', async () => {
		expect((await verify()).status).toBe(303);
		const { verified } = await page();
		expect(verified).toMatchObject({ isBroken: false });
		expect(verified.text).toMatch(/by Person lead: [\d,]+ events follow one another unbroken/);
	});

	it('finds the first event that somebody with the tables altered', async () => {
		const { rows } = await page('?text=Change+7+of');
		const id = rows.at(-1)?.id ?? 0;
		await site.connection.db.connection().execute(async (one) => {
			await sql.raw('alter table audit_events disable trigger all').execute(one);
			await sql`update audit_events set reason = 'other' where id = ${id}`.execute(one);
			await sql.raw('alter table audit_events enable trigger all').execute(one);
		});
		await verify();
		const { verified } = await page();
		expect(verified.isBroken).toBe(true);
		expect(verified.text).toContain(`broken at event ${id}`);
	});
});
