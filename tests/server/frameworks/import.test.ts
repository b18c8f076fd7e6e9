import { describe, expect, it } from 'vitest';
import {
	ELEMENT_COLUMNS,
	LINK_COLUMNS,
	withElements,
	withLinks
} from '../../../src/lib/domain/framework/import.ts';
import type { Fault } from '../../../src/lib/domain/import/fault.ts';
import type { Tree } from '../../../src/lib/domain/framework/tree.ts';
import { decoded, LARGEST, readCsv } from '../../../src/lib/server/import/csv-file.ts';

const EMPTY: Tree = { elements: [], links: [] };
const HEAD = ELEMENT_COLUMNS.join(',');
const LINKS = LINK_COLUMNS.join(',');

function elements(text: string, tree = EMPTY): Tree | Fault[] {
	const read = readCsv(text, ELEMENT_COLUMNS);
	const made = read.ok ? withElements(tree, read.rows) : read;
	return made.ok ? made.tree : made.faults;
}
const said = (made: Tree | Fault[]): string[] =>
	Array.isArray(made)
		? made.map(({ row, column, wrong }) => `${row ?? '-'} ${column ?? '-'} ${wrong}`)
		: ['saved'];

describe('bytes', () => {
	it.each([
		['nothing', new Uint8Array(), /empty/],
		['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), /UTF-8/],
		['UTF-16', new Uint8Array([0xff, 0xfe, 0x63, 0, 0x6f, 0]), /UTF-8/],
		['Windows-1252', new Uint8Array([0x63, 0x61, 0x66, 0xe9]), /UTF-8/],
		['more than 1 MB', new Uint8Array(LARGEST + 1).fill(0x61), /1 MB/]
	])('%s is refused with what to do', (_, bytes, wanted) => {
		const sent = decoded(bytes);
		expect('fault' in sent ? sent.fault.wrong : 'read').toMatch(wanted);
	});
	it('1 MB exactly is read, and a byte order mark is not a part of the first column', () => {
		expect(decoded(new Uint8Array(LARGEST).fill(0x61))).toHaveProperty('text');
		expect(said(elements(`\uFEFF${HEAD}\nA,First,,,,2026-01-01,,x`))).toEqual(['saved']);
	});
});

describe('a bad file names every error at once', () => {
	it.each([
		['', ['1 code The column is missing.']],
		['code,label\nA,x', ['1 parent The column is missing.']],
		[
			`${HEAD},${HEAD.split(',')[0]}\nA,x,,,,2026-01-01,,x,A`,
			['1 code The column is there twice.']
		],
		[`${HEAD},<b>more</b>\nA,x,,,,2026-01-01,,x,y`, ['1 <b>more</b> There is no such column.']],
		[HEAD, ['- - The file has no rows.']],
		[`${HEAD}\nA,x`, ['2 - The row has more or fewer cells than the header.']],
		[`${HEAD}\nA,"x,,,,2026-01-01,,x`, ['2 - A double quote is not closed.']]
	])('%j', (text, wanted) => {
		expect(said(elements(text))).toEqual(expect.arrayContaining(wanted));
	});

	it('by row and column, blank rows counted', () => {
		const text = [
			HEAD,
			'a b,,Z,,,2026-13-01,,x',
			'',
			'B,Second,,,,2026-02-01,2026-01-01,x',
			'C,Third,,,,2026-02-30,,x',
			'D,One,,,,2026-01-01,,x',
			'D,One,,,,2026-01-01,,x'
		].join('\r\n');
		expect(said(elements(text))).toEqual([
			'2 code This is not a code.',
			'2 label There is no name.',
			'2 parent There is no such element.',
			'2 valid_from This is not a date.',
			'4 valid_to It ends before it starts.',
			'5 valid_from This is not a date.',
			'7 code This repeats row 6.'
		]);
	});

	it('links with unknown elements and indicators are refused', () => {
		const read = readCsv(`${LINKS}\nZ,C01,2026-01-01,,x\nA,c99,2026-01-01,,`, LINK_COLUMNS);
		if (!read.ok) throw new Error('not read');
		const tree = elements(`${HEAD}\nA,First,,,,2026-01-01,,x`) as Tree;
		const made = withLinks(tree, read.rows, new Set(['C01']));
		expect(made.ok ? [] : made.faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
			'2 element',
			'3 indicator',
			'3 evidence'
		]);
	});

	it('our own file of a demonstration is a template too: its notice is no fault', () => {
		const text = `${HEAD},Notice\nA,First,,,,2026-01-01,,x,Illustrative demonstration`;
		expect(said(elements(text))).toEqual(['saved']);
		expect(said(elements(`${HEAD},Colour\nA,First,,,,2026-01-01,,x,red`))).toEqual([
			'1 Colour There is no such column.'
		]);
	});

	it('a loop is found over all rows', () => {
		const text = `${HEAD}\nA,First,B,,,2026-01-01,,x\nB,Second,A,,,2026-01-01,,x`;
		expect(said(elements(text)).join(' ')).toMatch(/below itself/);
	});
});

describe('a good file', () => {
	it('adds and changes, leaves the rest, and keeps markup as text', () => {
		const first = elements(`${HEAD}\nA,First,,,,2026-01-01,,x\nB,Second,A,,,2026-01-01,,x`) as Tree;
		const next = elements(`${HEAD}\nB,<script>alert(1)</script>,A,,,2026-01-01,,x`, first) as Tree;
		expect(next.elements.map(({ code, label }) => [code, label])).toEqual([
			['A', 'First'],
			['B', '<script>alert(1)</script>']
		]);
	});
	it('takes back what our own files wrote: the apostrophe before a formula goes', () => {
		const tree = elements(`${HEAD}\nA,'=1+1 and more,,,,2026-01-01,,x`) as Tree;
		expect(tree.elements[0]?.label).toBe('=1+1 and more');
	});
});
