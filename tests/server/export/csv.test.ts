import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Cell, type Column, table } from '../../../src/lib/domain/table.ts';
import { csv } from '../../../src/lib/server/export/csv.ts';

describe('CSV follows RFC 4180', () => {
	it('has one header row of plain words, CRLF at each end of line, and no byte order mark', () => {
		const text = csv(of([['a', 1]]));
		expect(text).toBe('Text,Number\r\na,1\r\n');
	});
	it('without rows is its header alone', () => {
		expect(csv(of([]))).toBe('Text,Number\r\n');
	});
	it.each([
		['comma', 'a,b'],
		['quote', 'say "yes"'],
		['line end', 'a\r\nb'],
		['space at an end', ' a '],
		['accents', 'Café – “ü”'],
		['nothing', null],
		['nought', 0],
		['negative number', -2.5],
		['true', true]
	])('gives back %s as it was', (_title, cell) => {
		const [row] = parse(csv(of([[cell, 1]])), { from_line: 2 });
		expect(row?.[0]).toBe(cell === null ? '' : String(cell));
	});
	it('writes a list with semicolons', () => {
		const [row] = parse(csv(of([[['estimated', 'revised'], 1]])), { from_line: 2 });
		expect(row?.[0]).toBe('estimated; revised');
	});
});

describe('a cell is never a formula', () => {
	it.each(['=1+1', '+44', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("x")'])(
		'%j gets an apostrophe',
		(cell) => {
			const [row] = parse(csv(of([[cell, 1]])), { from_line: 2, relax_quotes: true });
			expect(row?.[0]).toBe(`'${cell}`);
		}
	);
	it.each([
		['-2.5', -2.5],
		['−2.5% with a true minus', '−2.5%']
	])('%s stays', (_title, cell) => {
		const [row] = parse(csv(of([[cell, 1]])), { from_line: 2 });
		expect(row?.[0]).toBe(String(cell));
	});
	it('a list whose first part looks like one is one cell of text', () => {
		const [row] = parse(csv(of([[['=1', 'b'], 1]])), { from_line: 2 });
		expect(row?.[0]).toBe("'=1; b");
	});
});

function of(rows: [Cell, number][]) {
	const columns: Column<[Cell, number]>[] = [
		{ name: 'text', title: 'Text', datatype: 'string', description: '', of: ([text]) => text },
		{ name: 'number', title: 'Number', datatype: 'number', description: '', of: ([, n]) => n }
	];
	return table(columns, rows, ['text']);
}
