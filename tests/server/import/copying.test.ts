import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportedFigure } from '../../../src/lib/domain/import/record.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { addFigures } from '../../../src/lib/server/db/import-figures.ts';
import { linesOf } from '../../../src/lib/server/import/part-lines.ts';
import { testDatabase } from '../../support/db.ts';

// Figures go in as text that the database takes apart again: an array inside a line of COPY. Whatever a
// sender writes must come out as it was, on both databases, and the next figure's beside it.

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase();
});
afterAll(() => connection.close());

const period = { id: '2025', kind: 'calendar_year', label: '2025' } as ImportedFigure['period'];
const usual: ImportedFigure = {
	...{ row: 2, indicator: 'C11', area: 'WLOC01', period, breakdown: 'all', state: 'known' },
	...{ numerator: null, denominator: null, value: 1, lower: null, upper: null },
	...{ provisional: false, estimated: false, note: null, jumpReason: null }
};

let made = 0;
async function through(figures: readonly ImportedFigure[]) {
	const id = `import-${made++}`;
	await addFigures(connection.db, new TextEncoder().encode(linesOf(id, figures)));
	return connection.db
		.selectFrom('import_figures')
		.selectAll()
		.where('import', '=', id)
		.orderBy('row')
		.execute();
}

test.each<[string, string]>([
	['a tab', 'one\ttwo'],
	['newlines of three kinds', 'one\ntwo\r\nthree\rfour'],
	['backslashes', 'C:\\new\\table\\'],
	['quotes', '"so-called" \'figures\''],
	['a quote after a backslash', '\\"\\\\"'],
	['what stands for nothing in COPY', '\\N'],
	['what ends a COPY', '\\.'],
	['what stands for nothing in an array', 'NULL'],
	['braces and commas', '{1,2},{}'],
	['markup', '<script>alert(1)</script> & more'],
	['emoji and other alphabets', '👩🏽‍🏫 ਪੰਜਾਬੀ اردو'],
	['spaces around', '  padded  '],
	['long', 'ä'.repeat(2_000)]
])('a note with %s', async (_, note) => {
	const rows = await through([
		{ ...usual, note },
		{ ...usual, row: 3, note: null },
		{ ...usual, row: 4, note }
	]);
	expect(rows.map((row) => row.note)).toEqual([note, null, note]);
});

test('control characters and broken pairs, which no page can show, are left out or replaced', async () => {
	const rows = await through([{ ...usual, note: 'a\u0000b\u0001c\u001bd\ud800e' }]);
	expect(rows[0]?.note).toMatch(/^a.?b.?c.?d.?e$/);
	expect(rows[0]?.note).not.toMatch(/[\u0000-\u0008\u000e-\u001f]/);
});

test.each([
	...[0, 0.1, 1 / 3, 1e-7, 5e-324, 123_456_789.123_456_79],
	...[Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, -Number.MAX_VALUE, -0.5]
])('the number %d', async (number) => {
	const given = { numerator: number, denominator: number, value: number, lower: number };
	const [row] = await through([{ ...usual, ...given, upper: number }]);
	expect(row).toMatchObject({ ...given, upper: number });
});

test('figures that have nothing in common stay beside their own', async () => {
	const figures: ImportedFigure[] = [
		usual,
		{ ...usual, row: 3, value: null, state: 'suppressed', note: 'kept back' },
		{ ...usual, row: 4, period: { ...period, id: '2026' }, breakdown: 'female', provisional: true },
		{ ...usual, row: 5, indicator: 'C08', numerator: 1, denominator: 3, estimated: true }
	];
	const rows = await through(figures);
	expect(rows.map(({ import: _, ...row }) => row)).toEqual(
		figures.map(({ period: { id }, jumpReason: _, ...figure }) => ({ ...figure, period: id }))
	);
});

test('a line that is none is refused whole, and the connection goes on', async () => {
	const lines = `${linesOf('broken', [usual])}broken\tC11\n`;
	await expect(addFigures(connection.db, new TextEncoder().encode(lines))).rejects.toThrow();
	const left = await connection.db
		.selectFrom('import_figures')
		.select('row')
		.where('import', '=', 'broken')
		.execute();
	expect(left).toEqual([]);
	expect(await through([usual])).toHaveLength(1);
});
