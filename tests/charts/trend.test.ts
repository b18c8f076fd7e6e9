import { describe, expect, it } from 'vitest';
import { draw } from '../../src/lib/charts/plot-host.server.ts';
import type { Point } from '../../src/lib/charts/series.ts';
import { trend, trendAxisNote, type TrendData } from '../../src/lib/charts/trend.ts';
import { normalised, textsOf } from './snapshot.ts';

const alt = { title: 'Out of work in Walsall, 2018 to 2024', description: 'Line chart.' };
const unit = { valueKind: 'percent', unit: '%', decimals: 1 } as const;

describe('chart over time', () => {
	it('draws range, break, gap, provisional point, comparators and starting point', async () => {
		const svg = draw(trend(everything(), 'wide'), 'trend-w', alt);
		await expect(normalised(svg)).toMatchFileSnapshot('__snapshots__/trend-wide.svg');
	});

	it('has a drawing of its own for a narrow page', async () => {
		const svg = draw(trend(everything(), 'narrow'), 'trend-n', alt);
		await expect(normalised(svg)).toMatchFileSnapshot('__snapshots__/trend-narrow.svg');
	});

	it('labels each line directly and runs to 2035', () => {
		const texts = textsOf(draw(trend(everything(), 'wide'), 't', alt));
		expect(texts).toEqual(
			expect.arrayContaining([
				...['Walsall 4.6%', 'England 4.1%', 'West Midlands region 4.9%'],
				...['Similar areas, middle 5.0%', 'Starting point', '2035', '×'],
				'Strategy period, 2025 to 2035'
			])
		);
	});

	it('does not join the line across a break or a missing period', () => {
		const whole = linesOf(draw(trend({ ...plain(), breaks: [] }, 'wide'), 't', alt));
		const broken = linesOf(
			draw(trend({ ...plain(), breaks: [{ at: 2021, note: '' }] }, 'wide'), 't', alt)
		);
		expect(broken).toBe(whole + 1);
	});

	it('says where the axis starts when it does not start at zero', () => {
		const high = plain();
		high.points = high.points.map((point) => ({ ...point, value: (point.value ?? 0) + 60 }));
		expect(trendAxisNote(high)).toMatch(/^The axis starts at \d+(\.\d+)?%\.$/);
		expect(trendAxisNote(plain())).toBe('');
	});
});

describe('the host of every chart', () => {
	it('sends nothing that the security policy would refuse, and one label', () => {
		const svg = draw(trend(everything(), 'wide'), 'x', alt);
		expect(svg).not.toMatch(/<style|style=|aria-label=|<script|onload/);
		expect(svg.match(/role="img"/g)).toHaveLength(1);
		expect(svg).toContain('aria-labelledby="x-t"');
		expect(svg).toContain(`<title id="x-t">${alt.title}</title>`);
	});

	it('escapes what is written', () => {
		const svg = draw(trend(plain(), 'wide'), 'x', { title: '<b>&"', description: '' });
		expect(svg).toContain('<title id="x-t">&lt;b&gt;&amp;"</title>');
	});

	it('rounds to hundredths', () => {
		expect(draw(trend(everything(), 'wide'), 'x', alt)).not.toMatch(/\d\.\d{3}/);
	});
});

const linesOf = (svg: string): number => svg.match(/stroke-width="3"/g)?.length ?? 0;

function point(year: number, value: number | null, given: Partial<Point> = {}): Point {
	return {
		...{ x: year + 0.5, period: String(year), label: String(year), value },
		...{ lower: null, upper: null, flags: [] },
		state: value === null ? 'not collected' : 'known',
		...given
	};
}

function plain(): TrendData {
	const points = [2018, 2019, 2020, 2021, 2022].map((year, i) => point(year, 1 + i));
	return { unit, name: 'Walsall', points, breaks: [] };
}

function everything(): TrendData {
	const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];
	const points = years.map((year, i) => {
		const value = year === 2019 ? null : 3 + i / 5;
		return point(year, value, {
			lower: value === null ? null : value - 0.6,
			upper: value === null ? null : value + 0.6,
			flags: year === 2024 ? ['p'] : []
		});
	});
	const line = (from: number) => years.map((year, i) => point(year, from + i / 10));
	const similar = years.map((year) => ({
		...{ period: String(year), areas: 14, x: year + 0.5, low: 3.5, middle: 5, high: 6.5 }
	}));
	return {
		...{ unit, name: 'Walsall', points, similar },
		...{ england: line(3.3), region: line(4.1), start: '2023' },
		breaks: [{ at: 2021, note: 'Another source' }]
	};
}
