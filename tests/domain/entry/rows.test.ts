import { describe, expect, it } from 'vitest';
import { emptyCell, type EntryCell } from '../../../src/lib/domain/entry/cell.ts';
import { figureOf } from '../../../src/lib/domain/entry/figure.ts';
import { keyOf, ofKey } from '../../../src/lib/domain/entry/row.ts';
import { noWords, problemsOf, rowsOf, type Sheet } from '../../../src/lib/domain/entry/sheet.ts';
import { isHidden, type Judging, statusOf } from '../../../src/lib/domain/entry/status.ts';
import { target, year } from '../target/make.ts';

// Rows of groups beside those of everyone, and how a typed figure stands against its target.

const rule = {
	...({ valueKind: 'count', disclosureRule: 'people', form: 'count' } as const),
	multiplier: 1
};
const sheet: Sheet = {
	...{ rule, intervalMethod: 'none', unit: { valueKind: 'count', unit: 'people', decimals: 0 } },
	places: [{ code: 'A', name: 'Walsall', role: 'whole' }],
	groups: [
		{ id: 'female', label: 'Women and girls', dimension: 'sex' },
		{ id: 'male', label: 'Men and boys', dimension: 'sex' }
	],
	...{ isAdditive: false, history: {}, previous: {}, lastWords: null }
};
const of = (breakdown: string, numerator: number | null): EntryCell => ({
	...{ ...emptyCell('A', breakdown), numerator },
	state: numerator === null ? null : 'known'
});
const found = (all: number | null, female: number | null, male: number | null) =>
	problemsOf(sheet, [of('all', all), of('female', female), of('male', male)], noWords).map(
		({ kind, code, breakdown }) => `${kind} ${code} ${breakdown}`
	);

describe('rows of groups', () => {
	it('have names of their own, and everyone’s is the code of the place', () => {
		const keys = rowsOf(sheet).map(keyOf);
		expect(keys).toEqual(['A', 'A.female', 'A.male']);
		expect(keys.map(ofKey)).toEqual(rowsOf(sheet));
	});
	it.each([
		['may add up to everyone', [10, 6, 4], []],
		['may add up to less: somebody did not say', [10, 6, 3], []],
		['cannot add up to more', [10, 6, 5], ['error groups above everyone all']],
		[
			'of which nothing is entered are asked about once',
			[10, 6, null],
			['warning group left out male']
		],
		['do not stand in for everyone', [null, 6, 4], ['error empty all']]
	] as const)('%s', (_, [all, female, male], codes) =>
		expect(found(all, female, male)).toEqual(codes)
	);
});

describe('a typed figure', () => {
	const judging: Judging = {
		indicator: { kind: 'catalogue', polarity: 'higher', colourRule: 'target tolerance' },
		hides: null,
		...{ period: year(2026), history: { breaks: [], version: 1 } },
		// 42 is planned for 2026, and 2 are allowed.
		targets: { A: target(), 'A.female': target({ breakdown: 'female' }) }
	};
	const word = (cell: EntryCell, changes: Partial<Judging['indicator']> = {}) =>
		statusOf(cell, figureOf(cell, rule, 'none'), {
			...judging,
			indicator: { ...judging.indicator, ...changes }
		})?.word;
	it.each([
		[42, 'on track'],
		[40, 'watch'],
		[39, 'off track']
	])('of %d is %s', (value, said) => expect(word(of('all', value))).toBe(said));
	it('of a group has the target of its group, or none', () => {
		expect(word(of('female', 39))).toBe('off track');
		expect(word(of('male', 39))).toBeUndefined();
	});
	it('that is empty is not judged', () => expect(word(of('all', null))).toBeUndefined());
	it('takes no colour where nobody can answer for it', () =>
		expect(word(of('all', 39), { kind: 'context' })).toBe('no judgement'));
	const usual = { threshold: 5, suppressZeros: false };
	const stricter = { threshold: 10, suppressZeros: true };
	it.each([
		[3, null, usual, true],
		[0, null, usual, false],
		[5, null, usual, false],
		[40, 42, usual, true],
		[40, 45, usual, false],
		[0, null, stricter, true],
		[9, null, stricter, true],
		[40, 49, stricter, true],
		[3, null, null, false]
	])('of %d people of %s by the rule %o is hidden: %s', (numerator, denominator, hides, said) => {
		const cell = { ...of('all', numerator), denominator };
		expect(isHidden(cell, { hides })).toBe(said);
	});
});
