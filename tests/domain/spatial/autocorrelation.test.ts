import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustP } from '../../../src/lib/domain/spatial/adjust.ts';
import { geary } from '../../../src/lib/domain/spatial/geary.ts';
import { gi, globalG } from '../../../src/lib/domain/spatial/getis-ord.ts';
import { hotColdSpots, named } from '../../../src/lib/domain/spatial/hot-spots.ts';
import { localMoran } from '../../../src/lib/domain/spatial/local-moran.ts';
import { moran } from '../../../src/lib/domain/spatial/moran.ts';
import { empiricalBayesRate, moranRate } from '../../../src/lib/domain/spatial/smooth.ts';
import { grid, maps, reordered } from './map.ts';

describe('the order in which the areas are listed changes nothing', () => {
	it('global statistics', () => {
		fc.assert(
			fc.property(maps, ({ y, neighbours, order }) => {
				const other = reordered(y, neighbours, order);
				for (const weights of ['row', 'binary'] as const) {
					const [a, b] = [moran(y, neighbours, weights), moran(other.y, other.neighbours, weights)];
					expect(b?.I ?? 9).toBeCloseTo(a?.I ?? 9, 9);
					expect(b?.varRandomisation ?? 9).toBeCloseTo(a?.varRandomisation ?? 9, 9);
					const c = geary(y, neighbours, weights)?.C ?? 9;
					expect(geary(other.y, other.neighbours, weights)?.C ?? 9).toBeCloseTo(c, 9);
				}
				const G = globalG(y, neighbours)?.G ?? 9;
				expect(globalG(other.y, other.neighbours)?.G ?? 9).toBeCloseTo(G, 9);
			})
		);
	});

	it('local statistics follow their areas', () => {
		fc.assert(
			fc.property(maps, ({ y, neighbours, order }) => {
				const other = reordered(y, neighbours, order);
				const [z, zOther] = [gi(y, neighbours, true), gi(other.y, other.neighbours, true)];
				const [I, IOther] = [y, other.y].map((values, k) =>
					localMoran(values, k === 0 ? neighbours : other.neighbours, 'row')
				);
				order.forEach((i, k) => {
					expect(zOther[k] ?? 9).toBeCloseTo(z[i] ?? 9, 9);
					expect(IOther?.[k]?.I ?? 9).toBeCloseTo(I?.[i]?.I ?? 9, 9);
				});
			})
		);
	});
});

it('shift and scale change neither Gi* nor Moran; turning the sign turns Gi*', () => {
	fc.assert(
		fc.property(maps, ({ y, neighbours }) => {
			const other = y.map((value) => 100 - 3 * value);
			gi(other, neighbours, true).forEach((z, i) => {
				expect(z ?? 9).toBeCloseTo(-(gi(y, neighbours, true)[i] ?? -9), 7);
			});
			const I = moran(y, neighbours, 'row')?.I ?? 9;
			expect(moran(other, neighbours, 'row')?.I ?? 9).toBeCloseTo(I, 9);
		})
	);
});

it('the mean of the local Moran values is the global one (row weights, no islands)', () => {
	const neighbours = grid(4, 4);
	const y = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3];
	const locals = localMoran(y, neighbours, 'row').map((area) => area?.I ?? NaN);
	const mean = locals.reduce((a, b) => a + b, 0) / y.length;
	expect(mean).toBeCloseTo(moran(y, neighbours, 'row')?.I ?? NaN, 12);
});

it('a chessboard repels, a gradient attracts', () => {
	const board = grid(6, 6);
	const chess = board.map((_, i) => (i + Math.floor(i / 6)) % 2);
	const slope = board.map((_, i) => i % 6);
	expect(moran(chess, board, 'row')?.I).toBeCloseTo(-1, 12);
	expect(moran(slope, board, 'row')?.zRandomisation).toBeGreaterThan(4);
});

describe('where there is nothing to say there is no answer', () => {
	const island = [[1], [0, 2], [1], [4], [3], []];
	it.each([
		['Moran of equal values', moran([2, 2, 2, 2, 2, 2], island, 'row')],
		['Geary of equal values', geary([2, 2, 2, 2, 2, 2], island, 'row')],
		['Moran of three areas', moran([1, 2, 3], grid(3, 1), 'row')],
		['G of negative values', globalG([-1, 2, 3, 4, 5, 6], island)],
		['Gi* of an island', gi([1, 2, 3, 4, 5, 6], island, true)[5]],
		['local Moran of an island', localMoran([1, 2, 3, 4, 5, 6], island, 'row')[5]],
		['Gi* of equal values', gi([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], island, true)[0]],
		['rates without events', empiricalBayesRate([0, 0], [10, 10])[0]],
		['a rate without people', empiricalBayesRate([1, 2], [0, 10])[0]],
		['Moran of rates with a gap', moranRate([1, null, 2, 1], [9, 9, 9, 9], grid(2, 2))]
	])('%s', (_, answer) => expect(answer).toBeUndefined());

	it('and an island is not tested', () => {
		expect(hotColdSpots([1, 2, 3, 4, 5, 6], island, 0.05, 'BH').label[5]).toBe('not_tested');
	});
});

it('adjusted p-values keep their order, never fall, and BY is never below BH', () => {
	const ps = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }));
	fc.assert(
		fc.property(ps, (p) => {
			const [bh, by, bonferroni] = (['BH', 'BY', 'bonferroni'] as const).map((m) => adjustP(p, m));
			p.forEach((value, i) => {
				if (value === undefined) return expect(bh?.[i]).toBeUndefined();
				expect(bh?.[i]).toBeGreaterThanOrEqual(value - 1e-12);
				expect(by?.[i]).toBeGreaterThanOrEqual((bh?.[i] ?? 0) - 1e-12);
				expect(bonferroni?.[i]).toBeGreaterThanOrEqual((bh?.[i] ?? 0) - 1e-12);
				p.forEach((other, j) => {
					if (other !== undefined && other <= value) {
						expect(bh?.[j]).toBeLessThanOrEqual((bh?.[i] ?? 0) + 1e-12);
					}
				});
			});
		})
	);
});

it('the sign of z names a significant area', () => {
	const spots = named([3, -3, 1, undefined], [0.001, 0.001, 0.6, undefined], 0.05, 'BH');
	expect(spots.label).toEqual(['hot', 'cold', 'not_significant', 'not_tested']);
});

it('empirical Bayes shrinks every rate towards the whole, small areas most', () => {
	const [events, people] = [
		[2, 40, 300],
		[10, 1000, 10_000]
	];
	const overall = 342 / 11_010;
	const smooth = empiricalBayesRate(events, people);
	const trust = smooth.map(
		(rate, i) => ((rate ?? 0) - overall) / ((events[i] ?? 0) / (people[i] ?? 1) - overall)
	);
	expect(trust.every((share) => share >= 0 && share <= 1)).toBe(true);
	expect(trust[0]).toBeLessThan(trust[2] ?? 0);
});
