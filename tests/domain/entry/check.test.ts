import { describe, expect, test } from 'vitest';
import {
	emptyCell,
	formOf,
	valueOf,
	type EntryCell,
	type EntryRule
} from '../../../src/lib/domain/entry/cell.ts';
import { check, type Context } from '../../../src/lib/domain/entry/check.ts';
import { expectedRange, isJump } from '../../../src/lib/domain/entry/expected.ts';

const share: EntryRule = {
	valueKind: 'percent',
	multiplier: 100,
	disclosureRule: 'people',
	form: 'share'
};
const counted: EntryRule = { ...share, valueKind: 'count', multiplier: 1, form: 'count' };
const venues: EntryRule = { ...counted, disclosureRule: 'none' };

const typed: EntryRule = { ...share, disclosureRule: 'none', form: 'value' };

describe('which boxes an officer fills', () => {
	test.each([
		['percent', true, 'share'],
		['percent', false, 'value'],
		['rate', true, 'share'],
		['count', true, 'count'],
		['money', false, 'count'],
		['score', true, 'value']
	] as const)('%s with a denominator %s: %s', (kind, has, form) => {
		expect(formOf(kind, has)).toBe(form);
	});
});

describe('a cell is told what is wrong with it', () => {
	test.each<[string, EntryRule, Partial<EntryCell>, string[]]>([
		['nothing entered', share, {}, ['empty']],
		['a share', share, known(61, 85), []],
		['nought of some', share, known(0, 85), []],
		['all of them', share, known(85, 85), []],
		['more than all', share, known(86, 85), ['numerator above denominator']],
		['no base', share, known(61, null), ['no denominator']],
		['no count', share, known(null, 85), ['half filled']],
		['of nought', share, known(0, 0), ['denominator nought']],
		['below nought', share, known(-1, 85), ['negative']],
		['half a person', share, known(1.5, 85), ['not whole']],
		['a missing state alone', share, { state: 'not collected' }, []],
		['suppressed alone', share, { state: 'suppressed' }, []],
		[
			'a missing state and a number',
			share,
			{ ...known(1, 2), state: 'not applicable' },
			['number with a missing state']
		],
		['a count', counted, known(12, null), []],
		['nought is a count', counted, known(0, null), []],
		['half a person counted', counted, known(1.5, null), ['not whole']],
		['half a venue, from a file', venues, { state: 'known', value: 1.5 }, ['not whole']],
		['an estimate of venues', venues, { state: 'known', value: 1.5, estimated: true }, []],
		['a percentage typed', typed, { state: 'known', value: 42 }, []],
		['a percentage above 100', typed, { state: 'known', value: 142 }, ['percent out of range']]
	])('%s', (_, rule, given, codes) => {
		const cell = { ...emptyCell('north'), ...given };
		expect(check([cell], context({ rule })).map(({ code }) => code)).toEqual(codes);
	});
});

describe('the parts add up to the whole, the unknown row included', () => {
	const cells = (whole: number, unknown = 5) => [
		{ ...emptyCell('north'), ...known(10, 20) },
		{ ...emptyCell('south'), ...known(20, 40) },
		{ ...emptyCell('unknown'), ...known(unknown, 10) },
		{ ...emptyCell('borough'), ...known(whole, 70) }
	];
	test.each([
		[35, []],
		[36, ['parts miss the whole']],
		[34, ['parts miss the whole']]
	])('a total of %d', (whole, codes) => {
		expect(check(cells(whole), context({})).map(({ code }) => code)).toEqual(codes);
	});
	test('with a part not known nothing can be added up', () => {
		const [first, ...others] = cells(60);
		const missing = { ...first, ...known(null, null), state: 'not collected' } as EntryCell;
		expect(check([missing, ...others], context({}))).toEqual([]);
	});
	test('the message says how many are missing', () => {
		const [problem] = check(cells(40), context({}));
		expect(problem?.message).toMatch(/add up to 35.*total is 40: 5 are missing/);
	});
});

describe('a jump asks why, and blocks nothing', () => {
	const expected = () => ({ lower: 60, upper: 75 });
	const cell = { ...emptyCell('north'), ...known(90, 100) };
	test('outside the range without a reason: a warning', () => {
		expect(check([cell], context({ expected }))).toMatchObject([{ kind: 'warning', code: 'jump' }]);
	});
	test.each([
		['with a reason', { ...cell, jumpReason: 'A new provider reports as well' }],
		['inside the range', { ...cell, numerator: 70 }]
	])('%s: none', (_, given) => {
		expect(check([given], context({ expected }))).toEqual([]);
	});
	test('a reason of spaces is no reason', () => {
		expect(check([{ ...cell, jumpReason: '  ' }], context({ expected }))).toHaveLength(1);
	});
});

test('an unchanged copy of the last return is noticed', () => {
	const cells = [
		{ ...emptyCell('north'), ...known(61, 85) },
		{ ...emptyCell('south'), ...known(30, 60) }
	];
	const last = (cell: EntryCell) => valueOf(cell, share);
	expect(check(cells, context({ last }))).toMatchObject([{ code: 'same as last time' }]);
	expect(check(cells, context({ last: () => 10 }))).toEqual([]);
});

describe('the expected range comes from the series itself', () => {
	test('below six earlier values there is none', () => {
		expect(expectedRange([1, 2, 3, 4, 5])).toBeUndefined();
		expect(isJump(1e9, undefined)).toBe(false);
	});
	test('mean and 2.66 mean moving ranges, not below the floor', () => {
		const range = expectedRange([10, 12, 11, 13, 12, 14]);
		expect(range?.lower).toBeCloseTo(12 - 2.66 * 1.6, 6);
		expect(range?.upper).toBeCloseTo(12 + 2.66 * 1.6, 6);
		expect(expectedRange([1, 9, 1, 9, 1, 9])?.lower).toBe(0);
	});
	test('a series that never moved allows a twentieth', () => {
		expect(expectedRange([100, 100, 100, 100, 100, 100])).toEqual({ lower: 95, upper: 105 });
	});
});

function known(numerator: number | null, denominator: number | null): Partial<EntryCell> {
	return { state: 'known', numerator, denominator };
}

function context(given: Partial<Context>): Context {
	return {
		rule: share,
		parts: ['north', 'south', 'unknown'],
		whole: 'borough',
		name: (code) => code,
		expected: () => undefined,
		last: () => undefined,
		say: String,
		...given
	};
}
