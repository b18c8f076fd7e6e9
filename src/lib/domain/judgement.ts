// Tests made once, when figures are published, and stored with their method and version. Pages,
// sentences and exports read them; nothing recomputes them.

import type { Common } from './judgement/common.ts';
import type {
	ComparisonOutcome,
	ControlOutcome,
	GapOutcome,
	MovementOutcome,
	SpreadOutcome,
	TrendOutcome
} from './judgement/outcome.ts';
import type { StoredAboutTarget } from './judgement/stored-target.ts';

export type {
	ComparisonOutcome,
	ControlOutcome,
	GapOutcome,
	MovementOutcome,
	SpreadOutcome,
	TrendOutcome
} from './judgement/outcome.ts';

export interface Movement extends Common {
	kind: 'movement';
	againstPeriod: string;
	outcome: MovementOutcome;
}

export interface Comparison extends Common {
	kind: 'comparison';
	againstArea: string;
	outcome: ComparisonOutcome;
	/** p adjusted for every comparison of the area with the same benchmark (Benjamini-Hochberg). */
	q: number | null;
}

export interface Trend extends Common {
	kind: 'trend';
	outcome: TrendOutcome;
}

/** One point of a control chart: `difference` from the average, limits of the usual range. */
export interface Control extends Common {
	kind: 'control';
	outcome: ControlOutcome;
}

/** Do the areas of a vintage differ? `difference` is the spread between them beyond chance. */
export interface SpreadTest extends Common {
	kind: 'spread';
	/** Vintage of the areas. */
	parts: string;
	outcome: SpreadOutcome;
}

/** Has the gap between the highest and the lowest area of a vintage changed? */
export interface GapChange extends Common {
	kind: 'gap';
	parts: string;
	againstPeriod: string;
	outcome: GapOutcome;
}

export type Judgement =
	Movement | Comparison | Trend | Control | SpreadTest | GapChange | StoredAboutTarget;
