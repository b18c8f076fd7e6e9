import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import type { Person } from '../../../src/lib/domain/permission.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { mayCompare } from '../../../src/lib/server/workflow/import-comparison.ts';
import { actions as listActions, load as list } from '../../../src/routes/imports/+page.server.ts';
import { GET as fileBack } from '../../../src/routes/imports/[id]/[file]/+server.ts';
import { actions, load } from '../../../src/routes/imports/[id]/+page.server.ts';
import { GET as template } from '../../../src/routes/imports/template/[file]/+server.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { officerOf } from '../../server/import/officer.ts';

let connection: Connection;
let olive: Person;
let other: Person;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	olive = await officerOf(connection.db, 'C11');
	other = await officerOf(connection.db, 'C08');
});
afterAll(() => connection.close());

type Form = Record<string, string | readonly string[] | File>;

async function ask(
	call: unknown,
	user: Person | undefined,
	given: { id?: string; file?: string; search?: string; form?: Form } = {}
) {
	const body = new FormData();
	for (const [name, values] of Object.entries(given.form ?? {})) {
		for (const value of [values].flat()) body.append(name, value as string | File);
	}
	const made = await event({
		db: connection.db,
		path: '/imports',
		params: { id: given.id ?? '', file: given.file ?? '' },
		search: given.search ?? '',
		...(user && { user }),
		...(given.form && { method: 'POST', body })
	});
	try {
		const answer = await (call as (event: unknown) => Promise<unknown>)(made);
		return isActionFailure(answer)
			? { status: answer.status, data: answer.data as unknown as Record<string, unknown> }
			: { status: 200, data: answer as Record<string, unknown> };
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, to: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status, message: thrown.body.message };
		throw thrown;
	}
}

const upload = (text: string, more: Form = {}, name = 'return.csv') =>
	ask(listActions['send'], olive, {
		form: { file: new File([text], name), source: 'A partner', licence: 'OGL v3.0', ...more }
	});

async function read(text: string, more: Form = {}) {
	const { to = '' } = (await upload(text, more)) as { to: string };
	const id = to.replace('/imports/', '');
	return { id, data: await settled(id) };
}

/** The page once its file has been read, however busy the machine is. */
async function settled(id: string): Promise<Page> {
	for (;;) {
		const { data } = (await ask(load, olive, { id })) as { data: Page };
		if (data.file.state !== 'reading') return data;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

interface Page {
	file: { state: string; errors: number; figures: number; message: string | null };
	problems: { code: string; row: number | null; message: string }[];
	groups: { indicator: string; fresh: number; changed: number; same: number }[];
	foreign: string[];
	shown?: { rows: { area: string; held: string; comes: string; change: string }[]; map?: object };
	may: { accept: boolean };
	returns: { indicator: string }[];
}

const WARDS = 'Area code,Period,Number\nE05016433,2026/27 Q2,12\nE05016434,2026/27 Q2,30\n';

describe('a file on the page: sent, checked, compared, taken over', () => {
	test('the difference is a table and a map before anything is saved', async () => {
		const { id, data } = await read(WARDS, { indicator: 'C11' });
		expect(data.file).toMatchObject({ state: 'read', errors: 0, figures: 2 });
		expect(data.groups).toMatchObject([{ fresh: 2, changed: 0, same: 0 }]);
		expect(data.shown?.rows[0]).toMatchObject({ held: 'Nothing held', comes: '12', change: 'New' });
		expect(data.shown?.map).toBeDefined();
		expect(data.may.accept).toBe(true);
		const taken = await ask(actions['accept'], olive, { id, form: {} });
		expect(taken).toMatchObject({ status: 303 });
		const after = (await ask(load, olive, { id })) as { data: Page };
		expect(after.data.returns).toMatchObject([{ indicator: 'C11' }]);
		const again = await ask(actions['accept'], olive, { id, form: {} });
		expect(again).toMatchObject({ status: 400 });
	});

	test('what is held is compared with for nobody without a duty: guesses tell nothing', async () => {
		const { id, data } = await read(
			'Indicator,Area code,Period,Number\nC08,WLOC01,2026/27 Q2,4\nC11,E05016433,2026/27 Q2,4\n'
		);
		expect(data.groups.map(({ indicator }) => indicator)).toEqual(['C11']);
		expect(data.foreign).toEqual(['C08']);
		expect(data.may.accept).toBe(false);
		const asked = await ask(load, olive, { id, search: '?show=C08%20FY2026-Q2' });
		expect((asked.data as never as Page).shown).toMatchObject({ code: 'C11' });
	});

	test.each([
		['who answers for it', ['officer'], 'me', 'C11', true],
		['who sent it and may read restricted figures', ['approver'], 'me', 'C08', false],
		['who may read restricted figures, in a file of others', ['approver'], 'other', 'C08', true],
		['an officer of something else, in a file of others', ['officer'], 'other', 'C08', false]
	] as const)('%s', (_, roles, madeBy, indicator, expected) => {
		const me = { ...olive, id: 'me', roles };
		expect(mayCompare(me, { madeBy }, { indicator, themes: [] })).toBe(expected);
	});

	test('columns and marks are said, and the file is read anew', async () => {
		const text = 'Area code;Wert\nWLOC01;-\nWLOC02;4\n';
		const { id, data } = await read(text, { indicator: 'C11', period: '2025/26 Q1' });
		expect(data.problems.map(({ code }) => code)).toContain('no column');
		const form = {
			...{ indicator: 'C11', period: '2025/26 Q1' },
			...{ header: ['Area code', 'Wert'], role: ['area code', 'numerator'] },
			...{ mark: ['-'], 'mark-state': ['suppressed'] }
		};
		await ask(actions['read'], olive, { id, form });
		expect(await settled(id)).toMatchObject({ file: { state: 'read', errors: 0, figures: 2 } });
	});

	test('markup in names, headers and notes stays text', async () => {
		const { data } = await read(
			'Area code,Period,Number,Note\n<script>alert(1)</script>,2026/27 Q3,1,x\n',
			{ indicator: 'C11' }
		);
		expect(data.problems.map(({ code, row }) => [code, row])).toEqual([['unknown area', 2]]);
	});

	test('the file comes back with a column that says what is wrong', async () => {
		const { id } = await read('Area code,Period,Number\nWLOC01,2026/27 Q3,many\n', {
			indicator: 'C11'
		});
		const csv = (await ask(fileBack, olive, { id, file: 'problems.csv' })) as { data: unknown };
		expect(await (csv.data as Response).text()).toMatch(
			/Error in “Number”: “many” is not a number/
		);
		const xlsx = (await ask(fileBack, olive, { id, file: 'problems.xlsx' })) as { data: unknown };
		const book = await readXlsx(new Uint8Array(await (xlsx.data as Response).arrayBuffer()));
		expect(book.sheets[0]?.rows[2]?.[0]).toMatch(/is not a number/);
	});
});

describe('who may', () => {
	test.each<[string, () => Promise<unknown>, number]>([
		['nobody signed in: the list', () => ask(list, undefined), 303],
		['nobody signed in: an import', () => ask(load, undefined, { id: 'x' }), 303],
		['no duty: the list', () => ask(list, { ...olive, duties: [] }), 403],
		[
			'no duty: sending',
			() =>
				ask(
					listActions['send'],
					{ ...olive, duties: [] },
					{
						form: { file: new File([WARDS], 'a.csv'), source: 'x' }
					}
				),
			400
		],
		['an import that is none', () => ask(load, olive, { id: 'nothing' }), 404],
		['an empty file', () => upload(''), 400],
		['no source', () => upload(WARDS, { source: '' }), 400],
		['a template of nothing', () => ask(template, olive, { file: 'zz99.csv' }), 404]
	])('%s', async (_, call, status) => {
		expect(await call()).toMatchObject({ status });
	});

	test('an import of somebody else is as one that is not there', async () => {
		const { id } = await read(WARDS.replaceAll('Q2', 'Q1'), { indicator: 'C11' });
		for (const act of [load, actions['accept'], actions['discard'], actions['read']]) {
			expect(await ask(act, other, { id, form: {} })).toMatchObject({ status: 404 });
		}
	});
});

test('a template that is filled in is read without a question', async () => {
	const asked = (await ask(template, olive, { file: 'c11.csv' })) as { data: unknown };
	const text = await (asked.data as Response).text();
	const filled = text
		.trim()
		.split('\r\n')
		.map((line, at) => (at === 0 ? line : line.replace(/,,,,$/, ',2024/25 Q3,7,,')))
		.join('\r\n');
	const { data } = await read(filled);
	expect(data.file).toMatchObject({ state: 'read', errors: 0 });
	expect(data.file.figures).toBeGreaterThanOrEqual(5);
});
