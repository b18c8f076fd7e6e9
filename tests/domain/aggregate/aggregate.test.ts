import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	apportion,
	bestFit,
	largestRemainder,
	popWeightedMean
} from '../../../src/lib/domain/aggregate/aggregate.ts';
import { degreeOfFit } from '../../../src/lib/domain/aggregate/fit.ts';
import { rate } from '../../../src/lib/domain/stats/interval.ts';

const sources = ['a', 'b', 'c', 'd', 'e'];
const target = fc.constantFrom('X', 'Y', 'Z');

describe('aggregation keeps totals', () => {
	it('best fit', () => {
		const rows = fc.array(fc.record({ x: fc.nat(50), extra: fc.nat(50), to: target }), {
			minLength: 1,
			maxLength: 30
		});
		fc.assert(
			fc.property(rows, (list) => {
				const areas = list.map(({ x, extra }, i) => ({ code: `${i}`, x, n: x + extra + 1 }));
				const lookup = Object.fromEntries(list.map(({ to }, i) => [`${i}`, to]));
				const found = Object.values(bestFit(areas, lookup).target);
				const total =
					(pick: (row: { x: number; n: number }) => number) => (rows: { x: number; n: number }[]) =>
						rows.reduce((sum, row) => sum + pick(row), 0);
				const given = found.flatMap((row) => row ?? []);
				expect(total((row) => row.x)(given)).toBe(total((row) => row.x)(areas));
				expect(total((row) => row.n)(given)).toBe(total((row) => row.n)(areas));
			})
		);
	});

	it('apportioning', () => {
		const overlaps = fc.array(
			fc.record({
				source: fc.constantFrom(...sources),
				target,
				weight: fc.integer({ min: 1, max: 900 })
			}),
			{ maxLength: 20 }
		);
		fc.assert(
			fc.property(
				overlaps,
				fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }),
				(rows, values) => {
					const source = Object.fromEntries(sources.map((code, i) => [code, values[i] ?? 0]));
					const found = apportion(source, rows);
					const placed = sources.filter((code) => !found.unplaced.includes(code));
					expect(found.total).toBeCloseTo(
						placed.reduce((sum, code) => sum + (source[code] ?? 0), 0),
						6
					);
				}
			)
		);
	});

	it('whole numbers by largest remainder, each within one of its share', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(300), { minLength: 1, maxLength: 20 }),
				fc.nat(2000),
				(values, total) => {
					const found = largestRemainder(values, total);
					const whole = values.reduce((a, b) => a + b, 0);
					if (whole === 0) {
						expect(found).toEqual(total === 0 ? values.map(() => 0) : undefined);
						return;
					}
					expect(found?.reduce((a, b) => a + b, 0)).toBe(total);
					found?.forEach((value, i) => {
						expect(Math.abs(value - ((values[i] ?? 0) * total) / whole)).toBeLessThan(1 + 1e-9);
					});
				}
			)
		);
	});
});

it('a target with a missing source has no answer; a source without target is named', () => {
	const areas = [
		{ code: 'a', x: 1, n: 10 },
		{ code: 'b', x: null, n: 10 },
		{ code: 'c', x: 2, n: 10 },
		{ code: 'd', x: 2, n: 10 }
	];
	const found = bestFit(areas, { a: 'X', b: 'X', c: 'Y', d: null });
	expect(found.target).toMatchObject({ X: undefined, Y: { x: 2, n: 10 } });
	expect(found.unplaced).toEqual(['d']);
	const scores = areas.map(({ code, x, n }) => ({ code, score: x, n }));
	expect(popWeightedMean(scores, { a: 'X', b: 'X', c: 'Y', d: 'Y' }).target).toEqual({
		X: undefined,
		Y: 2
	});
	expect(
		apportion({ a: null, b: 4 }, [
			{ source: 'a', target: 'X', weight: 1 },
			{ source: 'b', target: 'X', weight: 1 },
			{ source: 'b', target: 'Y', weight: 1 }
		])
	).toEqual({ target: { X: undefined, Y: 2 }, unplaced: [], total: 2 });
});

it('limits come from the added counts, by the measure asked for', () => {
	const areas = [
		{ code: 'a', x: 12, n: 100 },
		{ code: 'b', x: 8, n: 100 }
	];
	const found = bestFit(areas, { a: 'X', b: 'X' }, (x, n) => rate(x, n, 1000));
	expect(found.target.X).toEqual({ ...rate(20, 200, 1000), x: 20, n: 200 });
});

it('degree of fit counts strangers and the missing, and says when it is poor', () => {
	const overlaps = [
		{ source: 'a', target: 'X', weight: 90 },
		{ source: 'a', target: 'Y', weight: 10 },
		{ source: 'b', target: 'X', weight: 100 },
		{ source: 'c', target: 'X', weight: 100 },
		{ source: 'd', target: 'Y', weight: 50 }
	];
	const fit = degreeOfFit(overlaps, { a: 'X', b: 'X', c: 'X', d: 'Y' });
	expect(fit.X).toEqual({ sources: 3, strangers: 1 - 290 / 300, missing: 0, poor: false });
	expect(fit.Y).toMatchObject({ sources: 1, strangers: 0, poor: true });
	expect(fit.Y?.missing).toBeCloseTo(10 / 60, 12);
});

it('a total that is no whole number is a programmer error', () => {
	expect(() => largestRemainder([1, 2], 2.5)).toThrow(RangeError);
});
