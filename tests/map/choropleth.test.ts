import { describe, expect, it } from 'vitest';
import { counted, lookOf, type MapValue, shadeOf } from '../../src/lib/map/choropleth.ts';
import { histogram, rangeOf, ticks } from '../../src/lib/map/legend.ts';

const upper = [2, 4, 6, 8, 10];
const known = (value: number): MapValue => ({ value, state: 'known', flags: [] });

describe('look of an area', () => {
	it.each([
		['zero is a value and takes the first class', known(0), 1],
		['a value on a break belongs to the class below it', known(4), 2],
		['a value just above a break belongs to the class above it', known(4.0001), 3],
		['the highest value has the darkest class', known(10), 5],
		['a value of another period beyond the breaks stays in the last class', known(99), 5],
		['an area without a row is hatched', undefined, 'none'],
		[
			'an area that was not collected is hatched',
			{ value: null, state: 'not collected', flags: [] },
			'none'
		],
		[
			'an area not yet published is hatched',
			{ value: null, state: 'not yet published', flags: [] },
			'none'
		],
		['a hidden value is dotted', { value: null, state: 'suppressed', flags: [] }, 'hidden'],
		['too few to judge is dotted', { value: 3, state: 'known', flags: ['u'] }, 'hidden'],
		['an estimate keeps its class', { value: 3, state: 'known', flags: ['e'] }, 2]
	] as const)('%s', (_law, figure, look) => {
		expect(lookOf(figure as MapValue | undefined, upper)).toBe(look);
	});

	it('without breaks no area takes a colour', () => {
		expect(lookOf(known(3), [])).toBe('none');
	});
});

describe('fewer than five classes keep the lightest and the darkest shade', () => {
	it.each([
		[1, [3]],
		[2, [1, 5]],
		[3, [1, 3, 5]],
		[4, [1, 2, 4, 5]],
		[5, [1, 2, 3, 4, 5]]
	])('%i classes', (classes, shades) => {
		expect(Array.from({ length: classes }, (_, i) => shadeOf(i, classes))).toEqual(shades);
	});
});

it('counts the areas of each look', () => {
	expect([...counted([1, 'none', 1])]).toEqual([
		[1, 2],
		['none', 1]
	]);
});

describe('legend', () => {
	const values = [0, 1, 1.5, 3, 5, 7, 9.5, 10];
	const legend = histogram(values, upper, 0)!;

	it('every area stands in one bar and in one class', () => {
		const areas = (parts: readonly { areas: number }[]) =>
			parts.reduce((sum, part) => sum + part.areas, 0);
		expect(areas(legend.bars)).toBe(values.length);
		expect(areas(legend.classes)).toBe(values.length);
	});

	it('a bar has the shade of the class it lies in', () => {
		expect(legend.bars[0]?.shade).toBe(1);
		expect(legend.bars.at(-1)?.shade).toBe(5);
	});

	it('the axis holds every value, also those beyond the stored breaks', () => {
		const wide = histogram([-3, 12], upper, 0)!;
		expect(wide.from).toBeLessThanOrEqual(-3);
		expect(wide.to).toBeGreaterThanOrEqual(12);
	});

	it('the ends are open in words: another period may go beyond them', () => {
		const percent = { valueKind: 'percent', unit: '%', decimals: 0 } as const;
		expect(legend.classes.map((_, i) => rangeOf(legend.classes, i, percent))).toEqual([
			'up to 2%',
			'over 2% to 4%',
			'over 4% to 6%',
			'over 6% to 8%',
			'over 8%'
		]);
	});

	it('numbers under the axis never stand closer than they are wide', () => {
		const tight = histogram([1, 50, 99, 100], [1, 1.2, 50, 99, 100], 1)!;
		const numbers = ticks(tight, 500);
		const gaps = numbers.slice(1).map((number, i) => number - (numbers[i] ?? 0));
		expect(Math.min(...gaps) / (tight.to - tight.from)).toBeGreaterThanOrEqual(46 / 500);
	});

	it('without values there is no legend', () => {
		expect(histogram([], upper, 0)).toBeUndefined();
	});
});
