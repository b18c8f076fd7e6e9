import { expect, it } from 'vitest';
import { below, generator, uniform, weights } from '../../src/lib/domain/random.ts';

it('the same seed gives the same numbers, another seed others', () => {
	const first = (seed: number) => {
		const random = generator(seed);
		return Array.from({ length: 5 }, random);
	};
	expect(first(7)).toEqual(first(7));
	expect(first(7)).not.toEqual(first(8));
	expect(first(2 ** 33 + 7)).not.toEqual(first(7));
});

it('the numbers of a printed seed never change between versions', () => {
	const random = generator(20250401);
	expect([random(), random(), random()]).toMatchInlineSnapshot(`
		[
		  3279291931,
		  4138089198,
		  3393107753,
		]
	`);
});

it('uniform numbers and dice are even', () => {
	const random = generator(1);
	const draws = Array.from({ length: 60_000 }, () => below(random, 6));
	for (let face = 0; face < 6; face++) {
		const share = draws.filter((draw) => draw === face).length / draws.length;
		expect(Math.abs(share - 1 / 6)).toBeLessThan(0.006);
	}
	const mean = draws.reduce((total) => total + uniform(random), 0) / draws.length;
	expect(Math.abs(mean - 0.5)).toBeLessThan(0.005);
});

it('random weights add to 1 and treat every domain alike', () => {
	const random = generator(3);
	const sets = Array.from({ length: 5000 }, () => weights(random, 3));
	for (const set of sets) expect(set.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
	for (const d of [0, 1, 2]) {
		const mean = sets.reduce((total, set) => total + (set[d] ?? 0), 0) / sets.length;
		expect(Math.abs(mean - 1 / 3)).toBeLessThan(0.015);
	}
});

it('a seed that is no whole number is a programmer error', () => {
	expect(() => generator(1.5)).toThrow(RangeError);
});
