import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromOpenData } from '../../../src/cli/backtest-series.ts';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import { backtest, coverage, coverageBySteps } from '../../../src/lib/domain/stats/backtest.ts';
import {
	ahead,
	band,
	chanceBelow,
	FEWEST_POINTS,
	fit,
	WIDER
} from '../../../src/lib/domain/stats/forecast.ts';

const series = (values: number[], start = 2010) =>
	values.map((value, i) => ({ time: start + i, value }));
const wobbling = series([50, 52, 49, 53, 51, 54, 52, 55, 53, 56]);

describe('the forecast', () => {
	it('is silent below eight points and for a series without any error', () => {
		expect(fit(wobbling.slice(0, FEWEST_POINTS - 1))).toBeUndefined();
		expect(fit(wobbling.slice(0, FEWEST_POINTS))).toBeDefined();
		expect(fit(series(Array(10).fill(4)))).toBeUndefined();
	});

	it('drifts by half the Theil-Sen slope', () => {
		expect(fit(wobbling)?.drift).toBeCloseTo(0.25, 10);
	});

	it('is the same each time', () => {
		expect(fit(wobbling)).toEqual(fit(wobbling));
	});

	it('adding a constant moves it by as much; multiplying scales it', () => {
		const [own, other] = [wobbling, wobbling.map((p) => ({ ...p, value: 3 * p.value + 7 }))].map(
			(points) => fit(points)
		);
		const [a, b] = [own, other].map((fitted) => fitted && band(ahead(fitted, 3), 0.8));
		expect(b?.[0]).toBeCloseTo(3 * (a?.[0] ?? NaN) + 7, 9);
		expect(b?.[1]).toBeCloseTo(3 * (a?.[1] ?? NaN) + 7, 9);
	});

	it('a missing year keeps its place', () => {
		const straight = series([10, 12, 13.5, 16, 18, 20, 22.5, 24, 26, 28]);
		const gap = straight.filter((_, i) => i !== 5);
		expect(fit(gap)?.covered).toBe(9);
		expect(fit(gap)?.drift).toBeCloseTo(fit(straight)?.drift ?? NaN, 1);
	});

	it.each([
		['years', 1],
		['half-years', 1 / 2],
		['terms', 1 / 3],
		['quarters', 1 / 4],
		['months', 1 / 12]
	])('knows its step: %s', (_, step) => {
		const points = wobbling.map(({ value }, i) => ({ time: 2020 + i * step, value }));
		expect(fit(points)).toMatchObject({ step, covered: 9 });
	});

	it('bands hold one another and widen with the steps', () => {
		const fitted = fit(wobbling);
		if (!fitted) throw new Error('no fit');
		const widths = [1, 2, 3, 4, 5, 6, 9].map((steps) => {
			const [half, most, nearly] = [0.5, 0.8, 0.95].map((p) => band(ahead(fitted, steps), p));
			expect(nearly?.[0]).toBeLessThan(most?.[0] ?? NaN);
			expect(most?.[0]).toBeLessThan(half?.[0] ?? NaN);
			return (most?.[1] ?? NaN) - (most?.[0] ?? NaN);
		});
		expect(widths).toEqual([...widths].sort((a, b) => a - b));
	});

	it('the chance agrees with the band: 10% below the lower end of 80%', () => {
		const fitted = fit(wobbling);
		if (!fitted) throw new Error('no fit');
		const expected = ahead(fitted, 4);
		const [lower, upper] = band(expected, 0.8);
		expect(chanceBelow(expected, lower)).toBeCloseTo(0.1, 9);
		expect(chanceBelow(expected, upper)).toBeCloseTo(0.9, 9);
	});
});

describe('back-test on the series we hold', () => {
	const all = fromOpenData('static/open-data/series');
	const tried = (of: typeof all, probability: number, furthest = 3) =>
		of.flatMap(({ points }) => backtest(points, { furthest, probability }));
	const upToTen = tried(all, 0.8, 10);
	const upToThree = upToTen.filter(({ steps }) => steps <= 3);
	const own = tried(
		all.filter(({ area }) => area === WALSALL),
		0.8
	);

	it('never uses a value that came later', () => {
		const points = series([5, 6, 5, 7, 6, 8, 7, 9, 8, 10, 9, 11]);
		const changed = points.map((point, i) => (i < 9 ? point : { ...point, value: 1000 }));
		const [a, b] = [points, changed].map((of) =>
			backtest(of, { furthest: 1, probability: 0.8 }).slice(0, 2)
		);
		expect(a?.map(({ lower, upper }) => [lower, upper])).toEqual(
			b?.map(({ lower, upper }) => [lower, upper])
		);
	});

	it('the 80% band holds 8 in 10, at each of 1 to 3 steps and over all', () => {
		const trials = upToThree;
		expect(trials.length).toBeGreaterThan(8000);
		expect(coverage(trials).share).toBeGreaterThan(0.77);
		expect(coverage(trials).share).toBeLessThan(0.84);
		for (const { share } of coverageBySteps(trials)) {
			expect(share).toBeGreaterThan(0.76);
			expect(share).toBeLessThan(0.86);
		}
	});

	it('for Walsall, whose series did not set the widening, too', () => {
		const { share, forecasts } = coverage(
			tried(
				all.filter(({ area }) => area === WALSALL),
				0.8
			)
		);
		expect(forecasts).toBeGreaterThan(400);
		expect(share).toBeGreaterThan(0.75);
		expect(share).toBeLessThan(0.87);
	});

	it('docs/methods.md prints what is measured: npm run backtest', () => {
		const document = readFileSync('docs/methods.md', 'utf8').replaceAll(/ +/g, ' ');
		for (const { forecasts, share = NaN } of [upToThree, own].map(coverage)) {
			const row = `| ${forecasts.toLocaleString('en-GB')} | ${(share * 100).toFixed(1)}% |`;
			expect(document).toContain(row);
		}
		const steps = coverageBySteps(upToTen);
		const printed = [1, 2, 3, 5, 10].map(
			(ahead) => `${((steps.find((one) => one.steps === ahead)?.share ?? NaN) * 100).toFixed(1)}%`
		);
		expect(document.replaceAll(/\s+/g, ' ')).toContain(
			`one, two, three, five and ten years: ${printed.slice(0, 4).join(', ')} and ${printed[4]}`
		);
	});

	it.each([
		[0.5, 0.47, 0.62],
		[0.95, 0.9, 0.97]
	])('the %s band is honest up to ten steps', (probability, least, most) => {
		for (const { share } of coverageBySteps(tried(all, probability, 10))) {
			expect(share).toBeGreaterThan(least);
			expect(share).toBeLessThan(most);
		}
	});

	it('without the widening the bands would be too sure: about 7 in 10', () => {
		const narrow = upToThree.map((trial) => {
			const middle = (trial.lower + trial.upper) / 2;
			const half = (trial.upper - trial.lower) / 2 / (WIDER[trial.steps - 1] ?? 1);
			return { ...trial, isInside: Math.abs(trial.value - middle) <= half };
		});
		expect(coverage(narrow).share).toBeLessThan(0.75);
	});
});
