import { describe, expect, test } from 'vitest';
import { MARKS, readCell } from '../../../src/lib/domain/import/cell.ts';

describe('a number reads the same however it is written', () => {
	test.each([
		['1234', 1234],
		['1,234', 1234],
		['1 234 567', 1234567],
		['1\u00a0234', 1234],
		['1\u202f234', 1234],
		['1’234', 1234],
		['1,234.5', 1234.5],
		[' 12 ', 12],
		["'12", 12],
		['.5', 0.5],
		['12.', 12],
		['0', 0],
		['-0', 0],
		['-12.5', -12.5],
		['−3', -3],
		['(1,234)', -1234],
		['12-', -12],
		['£87,000', 87000],
		['-£5', -5],
		['1.2E+03', 1200],
		['1e-2', 0.01]
	])('%j is %d', (text, value) => {
		expect(readCell(text)).toEqual({ kind: 'number', value, isPercent: false, flags: [] });
	});
	test.each([
		['42%', 42],
		['42.5 %', 42.5],
		['42 per cent', 42],
		['42 percent', 42],
		['-3%', -3]
	])('%j is a percentage', (text, value) => {
		expect(readCell(text)).toEqual({ kind: 'number', value, isPercent: true, flags: [] });
	});
	test.each([
		['12.3 [p]', ['p']],
		['12.3p', ['p']],
		['12.3 (r)', ['r']],
		['12.3 [e][p]', ['e', 'p']],
		['12.3[u]', ['u']]
	])('%j carries its flags', (text, flags) => {
		expect(readCell(text)).toEqual({ kind: 'number', value: 12.3, isPercent: false, flags });
	});
	test('a flag after a percentage stays with it', () => {
		expect(readCell('42% [p]')).toEqual({
			kind: 'number',
			value: 42,
			isPercent: true,
			flags: ['p']
		});
	});
});

describe('the four kinds of missing are told apart, and from nothing at all', () => {
	test.each(Object.entries(MARKS))('%j is %s', (mark, state) => {
		expect(readCell(mark)).toMatchObject({ kind: 'state', state });
		expect(readCell(` ${mark.toUpperCase()} `)).toMatchObject({ kind: 'state', state });
	});
	test.each(['', '  ', '\u00a0', '\ufeff', '\n'])('%j is blank', (text) => {
		expect(readCell(text)).toEqual({ kind: 'blank' });
	});
	test.each(['-', '–', 'low', 'k', '[u]', '~'])('%j means different things: ask', (mark) => {
		expect(readCell(mark)).toEqual({ kind: 'unsure', mark });
	});
	test('what the sender says a mark means wins', () => {
		expect(readCell('-', { '-': 'suppressed' })).toMatchObject({ state: 'suppressed' });
		expect(readCell('x', { x: 'not applicable' })).toMatchObject({ state: 'not applicable' });
	});
});

describe('what is no number says what is wrong', () => {
	test.each([
		['=SUM(A1:A3)', 'formula'],
		['@cmd', 'formula'],
		['+cmd|calc', 'formula'],
		['-cmd', 'formula'],
		['#N/A', 'spreadsheet error'],
		['#DIV/0!', 'spreadsheet error'],
		['12,5', 'decimal comma'],
		['1.234,56', 'decimal comma'],
		['1.2m', 'shortened'],
		['3.6 million', 'shortened'],
		['about 12', 'not a number'],
		['12 of 30', 'not a number'],
		['1,23,456', 'not a number'],
		['1.2.3', 'not a number'],
		['<script>', 'not a number'],
		['Infinity', 'not a number'],
		['0x1F', 'not a number'],
		['1e999', 'not a number'],
		['1e16', 'not a number'],
		['9'.repeat(400), 'not a number'],
		['constructor', 'not a number'],
		['__proto__', 'not a number'],
		['12\u0000', 'control']
	])('%j: %s', (text, reason) => {
		expect(readCell(text)).toEqual({ kind: 'wrong', reason });
	});
});
