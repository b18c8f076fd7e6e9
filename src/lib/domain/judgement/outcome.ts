// What each kind of test can say.

export type MovementOutcome = 'higher' | 'lower' | 'no clear change' | 'cannot tell';
export type ComparisonOutcome = 'higher' | 'lower' | 'similar' | 'cannot tell';
export type TrendOutcome = 'increasing' | 'decreasing' | 'no change' | 'cannot be calculated';
/** What the rules of a control chart say of one point. */
export type ControlOutcome =
	| 'usual'
	| 'above the limit'
	| 'below the limit'
	| 'rising run'
	| 'falling run'
	| 'near the upper limit'
	| 'near the lower limit'
	| 'run above the average'
	| 'run below the average'
	| 'too early to tell'
	| 'cannot tell';
export type SpreadOutcome = 'differ' | 'no clear difference' | 'cannot tell';
export type GapOutcome = 'closing' | 'widening' | 'no clear change';
