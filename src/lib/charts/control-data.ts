import type { ControlOutcome } from '../domain/judgement.ts';
import type { Point } from './series.ts';
import type { SeriesBreak, TrendData } from './trend-data.ts';

// What a control chart draws.

export interface ControlPoint extends Point {
	outcome: ControlOutcome | null;
	/** Average and limits of the stretch; null while they cannot be drawn. */
	usual: { mean: number; lower: number; upper: number } | null;
}

export interface ControlData extends Pick<TrendData, 'unit' | 'breaks'> {
	points: ControlPoint[];
	/** Known changes after which the limits start again. */
	rebasings: SeriesBreak[];
}
