import type { Shape, Tolerance } from '../../domain/target.ts';

// Invented targets. `now` is what the plan asks for at the latest period: the line is drawn through it,
// so that each word occurs where the story needs it.

export interface Plan {
	indicator: string;
	area?: string;
	/** Period of the baseline; 2024/25 Q4 if left out. */
	from?: string;
	/** Planned at the end of September 2026 (or of the latest yearly period). */
	now: number;
	goal: number;
	tolerance: Tolerance;
	shape?: Shape;
	cumulative?: boolean;
	state?: 'draft' | 'submitted' | 'returned' | 'withdrawn' | 'replaced';
	/** The baseline is the latest figure: too early to tell. */
	fresh?: boolean;
	/** Confirmed by the approver although the source changed. */
	provisional?: boolean;
}

const points = (amount: number): Tolerance => ({ kind: 'absolute', amount });
const percent = (amount: number): Tolerance => ({ kind: 'relative', amount });

export const plans: readonly Plan[] = [
	{ indicator: 'C08', now: 32, goal: 60, tolerance: points(2) },
	{ indicator: 'C08', area: 'WLOC01', now: 8, goal: 15, tolerance: points(1) },
	{ indicator: 'C08', area: 'WLOC02', now: 10, goal: 16, tolerance: points(1) },
	{ indicator: 'C08', area: 'WLOC03', now: 8, goal: 14, tolerance: points(1) },
	{ indicator: 'C08', area: 'WLOC04', now: 9, goal: 15, tolerance: points(1) },
	{ indicator: 'C09', now: 52, goal: 120, tolerance: percent(5), shape: 'stepped' },
	{
		indicator: 'C10',
		now: 35700,
		goal: 87000,
		tolerance: percent(10),
		shape: 'profiled',
		cumulative: true
	},
	{ indicator: 'C11', now: 1220, goal: 2200, tolerance: percent(5) },
	{ indicator: 'C11', area: 'WLOC01', now: 350, goal: 640, tolerance: percent(5) },
	{ indicator: 'C11', area: 'WLOC02', now: 280, goal: 560, tolerance: percent(5) },
	{ indicator: 'C11', area: 'WLOC03', now: 215, goal: 430, tolerance: percent(5) },
	{ indicator: 'C11', area: 'WLOC04', now: 300, goal: 520, tolerance: percent(5) },
	{ indicator: 'C12', now: 64, goal: 80, tolerance: points(3) },
	{ indicator: 'Y01', from: 'AY2024-spring', now: 32, goal: 60, tolerance: points(2) },
	{ indicator: 'Y02', from: 'AY2024-spring', now: 1040, goal: 1900, tolerance: percent(5) },
	{ indicator: 'Y08', now: 160, goal: 300, tolerance: points(8) },
	{ indicator: 'Y08', area: 'WLOC01', now: 48, goal: 90, tolerance: points(4) },
	{ indicator: 'Y08', area: 'WLOC02', now: 40, goal: 80, tolerance: points(4) },
	{
		indicator: 'W01',
		now: 470,
		goal: 700,
		tolerance: percent(5),
		shape: 'profiled',
		state: 'replaced'
	},
	{ indicator: 'W01', area: 'WLOC02', now: 195, goal: 320, tolerance: percent(5) },
	{ indicator: 'W02', from: 'AY2024-spring', now: 80, goal: 88, tolerance: points(2) },
	{ indicator: 'W03', now: 150, goal: 60, tolerance: percent(10) },
	{ indicator: 'W08', now: 40, goal: 80, tolerance: points(3), fresh: true },
	{ indicator: 'L03', now: 10, goal: 16, tolerance: points(2) },
	{ indicator: 'L10', now: 82, goal: 150, tolerance: percent(5) },
	{ indicator: 'L08', now: 55, goal: 62, tolerance: points(2) },
	{ indicator: 'L09', from: 'FY2024', now: 70, goal: 76, tolerance: points(2) },
	{ indicator: 'C01', from: 'FY2023', now: 73, goal: 80, tolerance: points(2), provisional: true },
	{ indicator: 'C02', from: 'FY2023', now: 64, goal: 72, tolerance: points(2) },
	{ indicator: 'C05', from: 'FY2024', now: 78, goal: 82, tolerance: points(2) },
	{ indicator: 'T12', from: 'FY2024', now: 0.4, goal: 0, tolerance: points(1) },
	{ indicator: 'Y05', from: 'AY2022', now: 14, goal: 10, tolerance: points(0.5) },
	{ indicator: 'Y04', from: 'AY2022', now: 4.8, goal: 3, tolerance: points(0.3) },
	{ indicator: 'T10', now: 320, goal: 600, tolerance: percent(5), state: 'submitted' },
	{ indicator: 'T15', now: 62, goal: 75, tolerance: points(4) },
	{ indicator: 'T16', now: 70, goal: 95, tolerance: points(2) },
	{ indicator: 'T17', now: 95, goal: 98, tolerance: points(3) },
	{ indicator: 'T18', now: 150, goal: 300, tolerance: percent(10) },
	{ indicator: 'T19', now: 25, goal: 60, tolerance: percent(10), state: 'withdrawn' },
	{ indicator: 'T19', area: 'WLOC01', now: 8, goal: 15, tolerance: percent(10), state: 'draft' },
	{ indicator: 'T19', area: 'WLOC02', now: 8, goal: 15, tolerance: percent(10), state: 'returned' },
	{ indicator: 'T20', now: 94, goal: 100, tolerance: points(3) }
];
