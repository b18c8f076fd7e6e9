import type { Point } from '../../../src/lib/domain/judgement/point.ts';
import type { Period, PeriodKind } from '../../../src/lib/domain/period.ts';
import type { Target } from '../../../src/lib/domain/target.ts';

// Invented targets and figures for tests; every part can be changed.

export function year(y: number): Period {
	const kind: PeriodKind = 'calendar_year';
	return { id: `${y}`, kind, starts: `${y}-01-01`, ends: `${y}-12-31`, label: `${y}` };
}

export function quarter(ends: string): Period {
	return { id: ends, kind: 'quarter', starts: ends, ends, label: ends };
}

/** 40 in 2024 to 50 on the last day of 2034: one a year. */
export function target(changes: Partial<Target> = {}): Target {
	return {
		...{ id: 't', version: 1, indicator: 'X', area: 'A', breakdown: 'all', state: 'approved' },
		baseline: { period: year(2024), value: 40, lower: null, upper: null, version: 1, source: null },
		...{ shape: 'linear', milestones: [], goal: { ends: '2034-12-31', value: 50 } },
		...{ tolerance: { kind: 'absolute', amount: 2 }, cumulative: false, rationale: 'Why' },
		...{ proposedBy: 'a', approvedBy: 'b', approvedAt: '2025-06-01', provisional: null },
		confirmed: null,
		...changes
	} as Target;
}

export function point(value: number, changes: Partial<Point> = {}): Point {
	const bare = { lower: null, upper: null, numerator: null, denominator: null, isSmall: false };
	return { period: year(2029), value, ...bare, ...changes };
}
