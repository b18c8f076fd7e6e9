import { describe, expect, it } from 'vitest';
import { frameSvg } from '../../src/lib/charts/frame.ts';
import { spreadLabels } from '../../src/lib/charts/labels.ts';
import { type Point, runs } from '../../src/lib/charts/series.ts';
import { spark } from '../../src/lib/charts/spark.ts';
import { spineRow } from '../../src/lib/charts/spine.ts';
import { timeAxis, valueAxis } from '../../src/lib/charts/time-axis.ts';

describe('time axis', () => {
	it('always runs from the first figure to the end of 2035, with the strategy tinted', () => {
		const axis = timeAxis(2004.5, 8);
		expect(axis.domain).toEqual([2004, 2036]);
		expect(axis.strategy).toEqual([2025, 2036]);
		expect([axis.ticks[0]?.label, axis.ticks.at(-1)?.label]).toEqual(['2004', '2035']);
	});
	it('leaves room before the strategy when figures start late', () => {
		expect(timeAxis(2024.5, 8).domain[0]).toBe(2021);
	});
});

describe('value axis', () => {
	const cases: [string, number[], boolean][] = [
		['starts at zero when zero is not far', [2, 8], true],
		['starts at zero for a zero', [0, 3], true],
		['does not when all values are high', [55, 61], false],
		['holds negative values', [-3, 4], false],
		['survives a single value', [5], false]
	];
	it.each(cases)('%s', (_, values, zero) => {
		const { domain, startsAtZero, ticks } = valueAxis(values);
		expect(startsAtZero).toBe(zero);
		expect(domain[0]).toBeLessThanOrEqual(Math.min(...values));
		expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...values));
		expect(ticks.length).toBeGreaterThan(1);
	});
});

describe('runs: what may be joined', () => {
	const cases: [string, (number | null)[], number[], number[]][] = [
		['everything', [1, 2, 3], [], [3]],
		['cut at a gap', [1, null, 3, 4], [], [1, 2]],
		['cut at a break', [1, 2, 3], [1.4], [2, 1]],
		['a break at the first day belongs to the new series', [1, 2], [1], [1, 1]],
		['nothing known', [null, null], [], []]
	];
	it.each(cases)('%s', (_, values, breaks, lengths) => {
		expect(runs(points(values), breaks).map((part) => part.length)).toEqual(lengths);
	});
});

describe('sparkline', () => {
	it('needs two figures', () => {
		expect(spark(points([1]))).toBeNull();
		expect(spark(points([null, 2, null]))).toBeNull();
	});
	it('marks the last known point and each gap', () => {
		const shape = spark(points([1, null, 3, 2]));
		expect(shape?.gaps).toHaveLength(1);
		expect(shape?.last?.x).toBe(115);
		expect(shape?.dots).toHaveLength(1);
	});
});

describe('spine: one scale a row, the borough in the middle', () => {
	const row = {
		...{ value: 28, lower: 27, upper: 29, borough: 26, parts: [20, 40] },
		others: [
			{ letter: 'N', value: 24 },
			{ letter: 'S', value: 24.1 }
		],
		outcome: 'higher'
	} as const;
	it('puts a higher place right of the middle, and everything inside', () => {
		const shape = spineRow(row);
		expect(shape.point).toBeGreaterThan(shape.middle);
		expect(shape.band?.[1]).toBeLessThanOrEqual(shape.width);
		expect(shape.isClear).toBe(true);
	});
	it('sets letters that would meet on two lines', () => {
		const [first, second] = spineRow(row).letters;
		expect(first?.y).not.toBe(second?.y);
	});
	it('is hollow without a clear comparison', () => {
		expect(spineRow({ ...row, outcome: 'similar' }).isClear).toBe(false);
		expect(spineRow({ ...row, outcome: undefined }).isClear).toBe(false);
	});
	it('survives a row where all are equal', () => {
		const shape = spineRow({ ...row, value: 26, lower: null, upper: null, parts: [], others: [] });
		expect([shape.point, shape.range, shape.band]).toEqual([shape.middle, null, null]);
	});
});

it('labels keep a line between them and stay inside', () => {
	const labels = [{ value: 5 }, { value: 5.1 }, { value: 9.9 }, { value: 10 }];
	const placed = spreadLabels(labels, [0, 10], 20);
	const at = placed.map((label) => label.at);
	for (const [i, y] of at.entries()) {
		if (i > 0) expect(y - (at[i - 1] ?? 0)).toBeGreaterThanOrEqual(0.5 - 1e-9);
	}
	expect(Math.max(...at)).toBeLessThanOrEqual(10);
});

describe('frame: a picture that keeps its words', () => {
	const framed = frameSvg({
		...{ title: 'Lower & lower', subtitle: '% of residents', asAt: '20 November 2026' },
		body: '<svg viewBox="0 0 900 200"><g/></svg>',
		notes: ['Source: ONS.']
	});
	it('holds title, source, licence and date', () => {
		for (const words of ['Lower &amp; lower', 'Source: ONS.', '20 November 2026']) {
			expect(framed).toContain(words);
		}
	});
	it('refuses a picture without a size', () => {
		const body = '<svg><g/></svg>';
		expect(() => frameSvg({ title: '', subtitle: '', body, notes: [], asAt: '' })).toThrow(
			/viewBox/
		);
	});
});

function points(values: (number | null)[]): Point[] {
	return values.map((value, x) => ({
		...{ x, period: String(x), label: String(x), value, lower: null, upper: null, flags: [] },
		state: value === null ? 'not collected' : 'known'
	}));
}
