import { describe, expect, it } from 'vitest';
import { emptyCell, type EntryCell } from '../../src/lib/domain/entry/cell.ts';
import { figureOf } from '../../src/lib/domain/entry/figure.ts';
import { block, laid } from '../../src/lib/domain/entry/paste.ts';
import { cellOf, FLAGS, rowOf } from '../../src/lib/domain/entry/row.ts';
import {
	contextOf,
	isCopied,
	noWords,
	problemsOf,
	type Sheet,
	unanswered
} from '../../src/lib/domain/entry/sheet.ts';
import { typed } from '../../src/lib/domain/entry/typed.ts';

const rule = {
	...({ valueKind: 'percent', disclosureRule: 'people', form: 'share' } as const),
	multiplier: 100
};
const sheet: Sheet = {
	rule,
	intervalMethod: 'wilson',
	unit: { valueKind: 'percent', unit: '%', decimals: 1 },
	places: [
		{ code: 'WLOC01', name: 'North', role: 'part' },
		{ code: 'unknown', name: 'Postcode not known', role: 'unplaced' },
		{ code: 'E08000030', name: 'Walsall', role: 'whole' }
	],
	groups: [],
	isAdditive: true,
	history: { WLOC01: [74, 75, 76, 75, 74, 75, null] },
	previous: {},
	lastWords: 'Completion held steady.'
};
const share = (area: string, numerator: number, denominator: number): EntryCell => ({
	...{ ...emptyCell(area), state: 'known' as const },
	...{ numerator, denominator }
});

describe('a typed number', () => {
	it.each([
		['1,234', 1234],
		[' 12 ', 12],
		['£1,234.50', 1234.5],
		['42%', 42],
		['\u22123', -3],
		['', null],
		['0', 0]
	])('%j is read', (text, number) => expect(typed(text)).toEqual({ number }));
	it.each(['forty', '1,23', '1.2.3', '1e5', '12 34x', '=1+1', '9'.repeat(20), '<b>1</b>'])(
		'%j is refused',
		(text) => expect(typed(text)).toHaveProperty('wrong')
	);
});

describe('a row', () => {
	it.each(FLAGS)('with the flag %j comes back as it went', (flag) => {
		const isMissing = !['', 'provisional', 'estimated', 'provisional and estimated'].includes(flag);
		const row = {
			...{ area: 'WLOC01', breakdown: 'all' },
			...{ numerator: isMissing ? '' : '12', denominator: isMissing ? '' : '20' },
			...{ value: '', flag, note: 'Note', jumpReason: '' }
		};
		expect(rowOf(cellOf(row).cell)).toEqual(row);
	});
	it('that is empty is no figure, and nought is one', () => {
		const empty = rowOf(emptyCell('WLOC01'));
		expect(cellOf(empty).cell.state).toBeNull();
		expect(cellOf({ ...empty, numerator: '0', denominator: '9' }).cell).toMatchObject({
			...{ state: 'known', numerator: 0 }
		});
	});
	it('says which box holds no number', () => {
		const { cell, wrong } = cellOf({ ...rowOf(emptyCell('WLOC01')), numerator: 'x' });
		expect([cell.numerator, Object.keys(wrong)]).toEqual([null, ['numerator']]);
	});
});

describe('a figure', () => {
	it('has the Wilson range of its counts', () => {
		const figure = figureOf(share('WLOC01', 11, 20), rule, 'wilson');
		expect(figure?.value).toBeCloseTo(55);
		expect(figure?.lower).toBeCloseTo(34.2, 1);
		expect(figure?.upper).toBeCloseTo(74.2, 1);
		expect(figure?.smallBase).toBe(false);
	});
	it('of fewer than 20 is marked too few to judge', () =>
		expect(figureOf(share('WLOC01', 9, 14), rule, 'wilson')?.smallBase).toBe(true));
	it('is none while a box is empty, or out of nobody', () => {
		expect(figureOf(emptyCell('WLOC01'), rule, 'wilson')).toBeUndefined();
		expect(figureOf(share('WLOC01', 0, 0), rule, 'wilson')).toBeUndefined();
	});
});

describe('a pasted block', () => {
	it('is cut at tabs and line ends, quotes aside', () =>
		expect(block('1\t2\r\n"3\n4"\t"a ""b"""\n')).toEqual([
			['1', '2'],
			['3\n4', 'a "b"']
		]));
	it('says what does not fit, and why', () => {
		const cells = laid(block('1\tx\n2\t3\t4'), { row: 1, column: 0 }, { rows: 2, columns: 2 });
		expect(cells.map(({ row, column, refused }) => [row, column, refused])).toEqual([
			[1, 0, undefined],
			[1, 1, '“x” is not a number.'],
			[2, 0, 'Outside the return.'],
			[2, 1, 'Outside the return.'],
			[2, 2, 'Outside the return.']
		]);
	});
});

describe('a return', () => {
	const right = [
		share('WLOC01', 60, 80),
		share('unknown', 1, 2),
		share('E08000030', 61, 82)
	] as const;
	const codes = (cells: readonly EntryCell[], words = noWords) =>
		problemsOf(sheet, cells, words).map(({ code }) => code);
	it('that adds up is right', () => expect(codes(right)).toEqual([]));
	it('counts people without a postcode among its parts', () => {
		expect(contextOf(sheet).parts).toEqual(['WLOC01', 'unknown']);
		expect(codes([right[0], right[1], share('E08000030', 60, 82)])).toEqual([
			'parts miss the whole'
		]);
	});
	it('asks about a jump until somebody says why', () => {
		const jump = [share('WLOC01', 11, 20), right[1], share('E08000030', 12, 22)];
		expect(codes(jump)).toEqual(['jump']);
		const [first, ...rest] = jump;
		expect(first && codes([{ ...first, jumpReason: 'Closed' }, ...rest])).toEqual([]);
	});
	it('asks about words that were copied, whatever their case and stops', () => {
		const copied = { ...noWords, what: 'completion HELD steady' };
		expect(isCopied(sheet, copied)).toBe(true);
		const problems = problemsOf(sheet, right, copied);
		expect(unanswered(problems, [])).toHaveLength(1);
		const reply = { code: 'same words', area: '', breakdown: 'all', reply: 'Nothing is new.' };
		expect(unanswered(problems, [reply])).toEqual([]);
	});
});
