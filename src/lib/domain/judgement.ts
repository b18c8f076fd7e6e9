// Tests made once, when figures are published, and stored with their method and version. Pages,
// sentences and exports read them; nothing recomputes them.

export type MovementOutcome = 'higher' | 'lower' | 'no clear change' | 'cannot tell';
export type ComparisonOutcome = 'higher' | 'lower' | 'similar' | 'cannot tell';
export type TrendOutcome = 'increasing' | 'decreasing' | 'no change' | 'cannot be calculated';

interface Common {
	/** Stored id: published sentences link to their judgement. */
	id: number;
	indicator: string;
	area: string;
	breakdown: string;
	period: string;
	difference: number | null;
	lower: number | null;
	upper: number | null;
	p: number | null;
	confidence: number;
	method: string;
	methodVersion: number;
}

export interface Movement extends Common {
	kind: 'movement';
	againstPeriod: string;
	outcome: MovementOutcome;
}

export interface Comparison extends Common {
	kind: 'comparison';
	againstArea: string;
	outcome: ComparisonOutcome;
}

export interface Trend extends Common {
	kind: 'trend';
	outcome: TrendOutcome;
}

export type Judgement = Movement | Comparison | Trend;
