import { describe, expect, it } from 'vitest';
import { controlChart } from '../../src/lib/charts/control.ts';
import type { ControlData, ControlPoint } from '../../src/lib/charts/control-data.ts';
import { shapeOf } from '../../src/lib/charts/control-shapes.ts';
import { draw } from '../../src/lib/charts/plot-host.server.ts';
import type { ControlOutcome } from '../../src/lib/domain/judgement.ts';
import { textsOf } from './snapshot.ts';

const alt = { title: 'Made-up measure: control chart', description: 'Control chart.' };
const usual = { mean: 20, lower: 15, upper: 25 };

describe('a control chart', () => {
	it.each([
		['usual', undefined],
		['above the limit', 'limit'],
		['below the limit', 'limit'],
		['rising run', 'run'],
		['falling run', 'run'],
		['near the upper limit', 'near'],
		['near the lower limit', 'near'],
		['run above the average', 'side'],
		['run below the average', 'side'],
		['too early to tell', undefined],
		['cannot tell', undefined],
		[null, undefined]
	] as const)('%s is drawn as %s', (outcome, shape) => {
		expect(shapeOf(outcome)).toBe(shape);
	});

	it('each rule has another outline, so that black and white loses nothing', () => {
		const outlines = (
			['above the limit', 'rising run', 'near the upper limit', 'run above the average'] as const
		).map((outcome) => pathsOf(chart({ points: points({ 5: outcome }) })).at(-1));
		expect(new Set(outlines).size).toBe(4);
	});

	it('labels average and limits, and says where the limits start again', () => {
		const texts = textsOf(chart({ rebasings: [{ at: 2031, note: 'A second site opened.' }] }));
		expect(texts).toEqual(
			expect.arrayContaining([
				...['Upper limit 25.0%', 'Average 20.0%', 'Lower limit 15.0%', 'Limits start again']
			])
		);
	});

	it('is not joined across a break or a missing period', () => {
		const lines = (given: Partial<ControlData>) =>
			chart(given).match(/stroke-width="2"[^>]*><path/g)?.length ?? 0;
		const whole = lines({});
		expect(lines({ breaks: [{ at: 2031, note: '' }] })).toBe(whole + 1);
		const gap = points({});
		const missing = gap[4];
		if (missing) Object.assign(missing, { value: null, usual: null, outcome: null });
		expect(lines({ points: gap })).toBe(whole + 1);
		expect(textsOf(chart({ points: gap }))).toContain('×');
	});

	it('has no limits while it is too early', () => {
		const early = points({}).map((point) => ({ ...point, usual: null }));
		expect(textsOf(chart({ points: early })).join(' ')).not.toContain('limit');
	});
});

function chart(given: Partial<ControlData>): string {
	const unit = { valueKind: 'percent', unit: '%', decimals: 1 } as const;
	const data: ControlData = { unit, points: points({}), breaks: [], rebasings: [], ...given };
	return draw(controlChart(data, 'wide'), 'c', alt);
}

function points(outcomes: Record<number, ControlOutcome>): ControlPoint[] {
	return Array.from({ length: 12 }, (_, i) => ({
		...{ x: 2030.125 + i / 4, period: `p${i}`, label: `Quarter ${i}`, value: 18 + (i % 5) },
		...{ lower: null, upper: null, flags: [], state: 'known' },
		...{ outcome: outcomes[i] ?? 'usual', usual }
	}));
}

const pathsOf = (svg: string): string[] =>
	[...svg.matchAll(/<path[^>]* d="([^"]*)"/g)].map(([, path]) => path ?? '');
