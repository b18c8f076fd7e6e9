import { describe, expect, it } from 'vitest';
import { gapChange, gapWord, type Part, spread } from '../../../src/lib/domain/stats/spread.ts';
import { wilson } from '../../../src/lib/domain/stats/interval.ts';

describe('spread between parts', () => {
	it('the gap is highest less lowest and lies inside its limits', () => {
		const found = spread([part('A', 120, 1000), part('B', 200, 1000), part('C', 160, 1000)]);
		expect(found?.lowest.area).toBe('A');
		expect(found?.highest.area).toBe('B');
		expect(found?.gap.value).toBeCloseTo(0.08, 10);
		expect(found?.gap.lower).toBeLessThan(0.08);
		expect(found?.gap.upper).toBeGreaterThan(0.08);
		expect(found?.gap.lower).toBeGreaterThan(0);
	});

	it('equal parts have no spread beyond chance', () => {
		const found = spread([part('A', 100, 1000), part('B', 101, 1000), part('C', 99, 1000)]);
		expect(found?.beyondChance).toBe(0);
	});

	it('one part alone has no spread', () => {
		expect(spread([part('A', 10, 100)])).toBeUndefined();
	});

	it.each([
		['a gap that shrinks beyond chance is closing', [100, 400], [200, 220], 'closing'],
		['a gap that grows beyond chance is widening', [200, 220], [100, 400], 'widening'],
		['a small difference of gaps is no clear change', [200, 240], [200, 245], 'no clear change']
	] as const)('%s', (_, before, after, word) => {
		const of = ([low, high]: readonly [number, number]) =>
			spread([part('A', low, 1000), part('B', high, 1000)]);
		const [earlier, later] = [of(before), of(after)];
		const change = earlier && later && gapChange(earlier, later);
		expect(change && gapWord(change)).toBe(word);
	});
});

function part(area: string, x: number, n: number): Part {
	const interval = wilson(x, n);
	if (!interval) throw new Error('impossible part');
	return { area, base: n, ...interval };
}
