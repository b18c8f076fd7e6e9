import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from '../../../src/lib/domain/stats/segments.ts';
import { assurance, classify, limits } from '../../../src/lib/domain/stats/spc.ts';

const flat = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9];
const raised = flat.map((value) => value + 20);

it('a known change rebases: limits and rules run inside each segment only', () => {
	const [before, after] = classify([...flat, ...raised], 'increase', { starts: [12] }) ?? [];
	expect(before).toMatchObject({ start: 0, mean: 10, trial: false });
	expect(after).toMatchObject({ start: 12, mean: 30, trial: false });
	expect([...(before?.types ?? []), ...(after?.types ?? [])]).toEqual(
		new Array(24).fill('Common Cause')
	);
});

it('without rebasing the same series is full of signals', () => {
	const [whole] = classify([...flat, ...raised], 'increase') ?? [];
	expect(whole?.types.filter((type) => type === 'Common Cause')).toEqual([]);
});

it('seven rising points are a trend, coloured as a run, good or bad by direction', () => {
	const series = [...flat, ...flat, 7, 8, 9, 10, 11, 12, 13];
	const at = (direction: 'increase' | 'decrease' | 'neutral') =>
		classify(series, direction)?.[0]?.pointTypes.at(-4);
	expect(classify(series, 'increase')?.[0]?.types.at(-4)).toBe('7 Point Trend (Increasing)');
	expect([at('increase'), at('decrease'), at('neutral')]).toEqual([
		'special_cause_improvement',
		'special_cause_concern',
		'special_cause_neutral_high'
	]);
});

it('direction changes the types and never the rules, limits or places', () => {
	const words = { special_cause_improvement: 'special_cause_concern' } as Record<string, string>;
	const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 40 });
	fc.assert(
		fc.property(values, (series) => {
			const [up] = classify(series, 'increase') ?? [];
			const [down] = classify(series, 'decrease') ?? [];
			expect({ ...down, pointTypes: [] }).toEqual({ ...up, pointTypes: [] });
			up?.pointTypes.forEach((type, i) => {
				if (words[type]) expect(down?.pointTypes[i]).toBe(words[type]);
			});
		})
	);
});

describe('limits', () => {
	it('fewer than twelve points are trial limits', () => {
		expect(classify(flat.slice(0, 11), 'increase')?.[0]?.trial).toBe(true);
	});

	it('a wild range is screened out unless told otherwise', () => {
		const series = [...flat, 40, ...flat];
		const screened = limits(series)?.mrBar ?? NaN;
		expect(screened).toBeLessThan(limits(series, { screenOutliers: false })?.mrBar ?? NaN);
	});

	it('may be fixed on the first points', () => {
		expect(limits([...flat, ...raised], { fixAfter: 12 })?.mean).toBe(10);
	});

	it('need two points', () => {
		expect(limits([3])).toBeUndefined();
		expect(classify([1, 2, 3], 'increase', { starts: [2] })).toBeUndefined();
	});

	it('of a series that never moves leave it common cause', () => {
		expect(classify(new Array(14).fill(0.1), 'increase')?.[0]?.types).toEqual(
			new Array(14).fill('Common Cause')
		);
	});
});

it.each([
	[5, 'increase', 'inconsistent'],
	[0.5, 'increase', 'consistent_pass'],
	[0.5, 'decrease', 'consistent_fail'],
	[10.5, 'decrease', 'consistent_pass'],
	[10, 'increase', 'inconsistent'],
	[10.5, 'neutral', undefined]
] as const)('limits 1 to 10 against %d with %s: %s', (target, direction, answer) => {
	expect(assurance({ lpl: 1, upl: 10 }, target, direction)).toBe(answer);
});

it('segments cut before each start and keep every point', () => {
	expect(segments([1, 2, 3, 4], (x) => x === 3)).toEqual([
		[1, 2],
		[3, 4]
	]);
	expect(segments([], () => true)).toEqual([]);
});
