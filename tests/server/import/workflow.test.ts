import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Mapping } from '../../../src/lib/domain/import/mapping.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as audit from '../../../src/lib/server/db/audit.ts';
import * as accepting from '../../../src/lib/server/db/import-accept.ts';
import * as differences from '../../../src/lib/server/db/import-differences.ts';
import * as templates from '../../../src/lib/server/db/import-templates.ts';
import { resetInterrupted } from '../../../src/lib/server/db/import-steps.ts';
import * as imports from '../../../src/lib/server/db/imports.ts';
import * as written from '../../../src/lib/server/db/submission-cells.ts';
import * as submissions from '../../../src/lib/server/db/submissions.ts';
import { read } from '../../../src/lib/server/workflow/import-reading.ts';
import {
	accept,
	discard,
	keepTemplate,
	receive
} from '../../../src/lib/server/workflow/imports.ts';
import { Refused } from '../../../src/lib/server/workflow/refused.ts';
import { take } from '../../../src/lib/server/workflow/submission-steps.ts';
import { answer, save } from '../../../src/lib/server/workflow/submissions.ts';
import { testDatabase } from '../../support/db.ts';
import { makeObservation, makePeriod } from '../../support/make.ts';
import { officerOf } from './officer.ts';

const NOW = new Date('2026-11-22T09:00:00.000Z');
let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

const sent = (text: string, mapping: Mapping = {}) => ({
	name: 'return.csv',
	bytes: new TextEncoder().encode(text),
	sourceText: 'A partner',
	licence: 'With permission',
	extractedOn: null,
	mapping
});

async function upload(text: string, mapping: Mapping = {}, code = 'C11') {
	const { db } = connection;
	const person = await officerOf(db, code);
	const id = await receive(db, person, sent(text, mapping), NOW);
	await (
		await read(db, person, { id })
	).reading;
	const found = await imports.byId(db, id);
	if (!found) throw new Error('the import is gone');
	return { db, person, id, found };
}

const COUNTS =
	'Area code,Period,Number\nWLOC01,2026/27 Q1,10\nWLOC02,2026/27 Q1,20\nE08000030,2026/27 Q1,30\n';
const asked = { indicator: 'C11', periodKind: 'quarter' } as const;

describe('a file becomes returns, all of it or nothing', () => {
	test('it is read, compared, accepted as one return for each indicator and period', async () => {
		const { db, person, id, found } = await upload(COUNTS, asked);
		expect(found).toMatchObject({ state: 'read', figures: 3, errors: 0 });
		const [group] = await differences.groups(db, id);
		expect(group).toEqual({
			indicator: 'C11',
			period: 'FY2026-Q1',
			...{ fresh: 3, changed: 0, revised: 0, same: 0, absent: 0 }
		});
		const started = await accept(db, person, { id }, NOW);
		expect(started).toMatchObject([{ indicator: 'C11', period: 'FY2026-Q1' }]);
		const [made] = await accepting.returnsOf(db, id);
		expect(made).toMatchObject({ indicator: 'C11', period: 'FY2026-Q1', state: 'draft' });
		const cells = await db.selectFrom('submission_cells').selectAll().execute();
		expect(cells.map(({ area, import_row }) => [area, import_row]).sort()).toEqual([
			[WALSALL, 4],
			['WLOC01', 2],
			['WLOC02', 3]
		]);
		const authors = await db.selectFrom('submission_authors').selectAll().execute();
		expect(authors.map(({ user_id }) => user_id)).toEqual([person.id]);
		const events = await audit.ofSubject(db, 'import', id);
		expect(events.map(({ action }) => action)).toEqual(['import accepted', 'file received']);
	});

	test('twice at once: one is told that somebody was first', async () => {
		const { db, person, id } = await upload(COUNTS.replaceAll('Q1', 'Q2'), asked);
		const both = await Promise.allSettled([
			accept(db, person, { id }, NOW),
			accept(db, person, { id }, NOW)
		]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	test('what is under way already is named, and nothing is written', async () => {
		const { db, person, id } = await upload(COUNTS + 'WLOC01,2026/27 Q3,4\n', asked);
		await expect(accept(db, person, { id }, NOW)).rejects.toThrow('A return is under way for C11');
		expect(await accepting.returnsOf(db, id)).toEqual([]);
		expect((await imports.byId(db, id))?.state).toBe('read');
	});

	test('errors keep all of it out', async () => {
		const { db, person, id, found } = await upload(
			'Area code,Period,Number\nWLOC01,2025/26 Q1,ten\nE05001309,2026/27 Q3,4\n',
			asked
		);
		expect(found.errors).toBe(2);
		const problems = await imports.problems(db, id);
		expect(problems.map(({ code, row }) => [code, row])).toEqual([
			['cell', 2],
			['area ended', 3]
		]);
		await expect(accept(db, person, { id }, NOW)).rejects.toThrow('Put the errors');
	});

	test('a file that is none is refused with what to do', async () => {
		const { found } = await upload('<html><body>Sign in</body></html>');
		expect(found).toMatchObject({ state: 'refused', figures: 0 });
		expect(found.message).toMatch(/web page/);
	});

	test('it is read anew with what a person said about it', async () => {
		const { db, person, id, found } = await upload('Area code;Wert\nWLOC01;4\n', asked);
		expect(found.errors).toBeGreaterThan(0);
		const mapping = {
			...asked,
			period: '2024/25 Q4',
			columns: [{ header: 'Wert', role: 'numerator' as const }]
		};
		await (
			await read(db, person, { id, mapping })
		).reading;
		expect(await imports.byId(db, id)).toMatchObject({ state: 'read', errors: 0, figures: 1 });
	});

	test('a discarded one leaves its figures behind', async () => {
		const { db, person, id } = await upload(COUNTS.replaceAll('2026/27 Q1', '2023/24 Q1'), asked);
		await discard(db, person, { id, reason: 'Sent twice' }, NOW);
		expect(await differences.groups(db, id)).toEqual([]);
		await expect(accept(db, person, { id }, NOW)).rejects.toThrow('meanwhile');
	});
});

describe('a change is what a reader would see change', () => {
	// Held: 12.345678, of an indicator that is published with one decimal.
	beforeAll(async () => {
		const { db } = connection;
		await makePeriod(db, {
			...{ id: 'FY2036', kind: 'financial_year', label: '2036/37' },
			...{ starts: '2036-04-01', ends: '2037-03-31' }
		});
		const place = { indicator: 'T01', area: WALSALL, breakdown: 'all', period: 'FY2036' };
		await makeObservation(db, { ...place, value: 12.345678 });
	});

	test.each<[string, string, 'same' | 'changed']>([
		['the digits that are published', '12.3', 'same'],
		['more of them', '12.3457', 'same'],
		['fewer of them', '12', 'changed'],
		['another last digit', '12.4', 'changed']
	])('%s', async (_, text, expected) => {
		const { db, id } = await upload(
			`Area code,Period,Value\n${WALSALL},2036/37,${text}\n`,
			{ indicator: 'T01', periodKind: 'financial_year' },
			'T01'
		);
		const [group] = await differences.groups(db, id);
		expect(group).toMatchObject({ fresh: 0, same: 0, changed: 0, [expected]: 1 });
	});
});

describe('a file that changes what is published', () => {
	const value = (text: string) => `Area code,Period,Value\n${WALSALL},2036/37,${text}\n`;
	const of = { indicator: 'T01', periodKind: 'financial_year' } as const;

	test('is taken over as a correction, with a reason and a note to readers, or not at all', async () => {
		const { db, person, id } = await upload(value('14'), of, 'T01');
		const [why, publicNote] = ['A wrong column', 'The figure was of another year.'];
		await expect(accept(db, person, { id }, NOW)).rejects.toThrow('Say why');
		await expect(accept(db, person, { id, reason: why }, NOW)).rejects.toThrow('the note');
		const [started] = await accept(db, person, { id, reason: why, publicNote }, NOW);
		const made = await submissions.byId(db, started?.id ?? '');
		expect(made).toMatchObject({ kind: 'correction', reason: why, publicNote, isFile: true });
		await db
			.updateTable('submissions')
			.set({ state: 'withdrawn' })
			.where('id', '=', started?.id ?? '')
			.execute();
	});

	test('and one that only repeats it is not', async () => {
		const { db, person, id } = await upload(value('12.3'), of, 'T01');
		const [started] = await accept(db, person, { id }, NOW);
		const made = await submissions.byId(db, started?.id ?? '');
		expect(made).toMatchObject({ kind: 'import', reason: null, publicNote: null });
		// Nor may it become one in the grid, where nobody is asked for a reason.
		const asked = { id: made?.id ?? '', revision: made?.revision ?? -1, step: 'submit' } as const;
		const [cell] = await written.cells(db, asked.id);
		if (!cell) throw new Error('the return is empty');
		const reply = { code: 'jump', area: '', breakdown: 'all', reply: 'Asked' };
		await answer(db, person, { id: asked.id, reply }, NOW);
		const { by: _, at: __, lower: ___, upper: ____, ...typed } = cell;
		await save(db, person, { id: asked.id, cells: [{ ...typed, value: 99 }] }, NOW);
		await expect(take(db, person, asked, NOW)).rejects.toThrow('start a correction');
	});
});

test('two files of one return at once: one is taken over, the other told why not', async () => {
	const text = COUNTS.replaceAll('Q1', 'Q4');
	const [a, b] = [await upload(text, asked), await upload(text, asked)];
	const both = await Promise.allSettled(
		[a, b].map(({ db, person, id }) => accept(db, person, { id }, NOW))
	);
	const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
	expect(refused).toEqual([expect.any(Refused)]);
	expect(refused[0]?.message).toMatch(/under way|further meanwhile/);
});

describe('a crash in the middle leaves nothing', () => {
	test('what was being read waits to be read again, without figures', async () => {
		const { db, id } = await upload(COUNTS.replaceAll('2026/27 Q1', '2022/23 Q1'), asked);
		await db.updateTable('imports').set({ state: 'reading' }).where('id', '=', id).execute();
		expect(await resetInterrupted(db)).toBe(1);
		expect(await imports.byId(db, id)).toMatchObject({ state: 'received', progress: 0 });
		expect(await differences.groups(db, id)).toEqual([]);
	});
});

describe('who may', () => {
	test('nobody without a duty sends a file', async () => {
		const { db } = connection;
		const person = { id: 'x', name: 'X', roles: ['officer' as const], duties: [] };
		await expect(receive(db, person, sent(COUNTS), NOW)).rejects.toThrow('officer role');
	});

	test('figures of an indicator of somebody else are not taken', async () => {
		const text = COUNTS.replaceAll('2026/27 Q1', '2024/25 Q1');
		const { db, person, id } = await upload(text, asked, 'C08');
		await expect(accept(db, person, { id }, NOW)).rejects.toThrow('You have no duty for C11');
	});
});

test('a template keeps how a sender’s files are read, but not the period of one file', async () => {
	const { db } = connection;
	const person = await officerOf(db, 'C11');
	const mapping = { ...asked, period: '2024/25 Q4', marks: { '-': 'suppressed' as const } };
	const given = { name: 'Libraries', sourceText: 'Libraries', licence: 'OGL v3.0', mapping };
	await keepTemplate(db, person, given, NOW);
	await keepTemplate(db, person, { ...given, licence: 'With permission' }, NOW);
	expect(await templates.all(db)).toMatchObject([
		{
			name: 'Libraries',
			licence: 'With permission',
			mapping: { ...asked, marks: { '-': 'suppressed' } }
		}
	]);
});
