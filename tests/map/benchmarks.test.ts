import { describe, expect, it } from 'vitest';
import { ENGLAND, WALSALL, WEST_MIDLANDS } from '../../src/lib/domain/area.ts';
import type { Figure } from '../../src/lib/domain/disclosure/gate.ts';
import type { Period } from '../../src/lib/domain/period.ts';
import { benchmarksOf } from '../../src/routes/map/benchmarks.ts';

const year = (id: string): Period => ({
	...{ id, kind: 'calendar_year', label: id },
	...{ starts: `${id}-01-01`, ends: `${id}-12-31` }
});
const allPeriods = new Map(['2021', '2024', '2025'].map((id) => [id, year(id)]));

describe('what a map can be compared with', () => {
	it('one value for each comparator that has figures, similar areas as the middle one', () => {
		const found = benchmarksOf({
			benchmarks: [
				...[figure(WALSALL, 5), figure(ENGLAND, 4), figure(WEST_MIDLANDS, 6)],
				...[figure('A', 1), figure('B', 9), figure('C', 2), figure('D', null)]
			],
			similar: ['A', 'B', 'C', 'D'],
			borough: [figure(WALSALL, 3, '2021'), figure(WALSALL, 7, '2024'), figure(WALSALL, 5, '2025')],
			allPeriods
		});
		expect(Object.fromEntries(found.map(({ key, value }) => [key, value]))).toEqual({
			...{ borough: 5, england: 4, region: 6, similar: 2, start: 7 }
		});
		expect(found.at(-1)?.name).toBe('Starting point, 2024');
	});

	it('nothing is invented for a comparator without a figure', () => {
		const only = { benchmarks: [figure(WALSALL, 5)], similar: ['A'], borough: [], allPeriods };
		expect(benchmarksOf(only).map(({ key }) => key)).toEqual(['borough']);
	});

	it('a series that starts after the strategy has no starting point', () => {
		const late = { benchmarks: [], similar: [], borough: [figure(WALSALL, 5, '2025')], allPeriods };
		expect(benchmarksOf(late)).toEqual([]);
	});
});

function figure(area: string, value: number | null, period = '2025'): Figure {
	return {
		...{ indicator: 'X', area, period, breakdown: 'all', value, lower: null, upper: null },
		...{ state: value === null ? 'not collected' : 'known', numerator: null, denominator: null },
		...{ flags: [], note: null, sourceId: null }
	};
}
