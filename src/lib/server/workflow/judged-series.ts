import type { Area } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Influence } from '../../domain/influence.ts';
import type { MovementOutcome } from '../../domain/judgement.ts';
import type { Point } from '../../domain/judgement/point.ts';
import type { Period } from '../../domain/period.ts';
import type { Target } from '../../domain/target.ts';
import type { History } from '../../domain/target/provisional.ts';

// What is judged: series as readers may see them, with the times and targets that bear on them.

export interface Series {
	area: Area;
	breakdown: string;
	figures: Figure[];
}

export interface Times {
	periods: ReadonlyMap<string, Period>;
	/** First days of new series. */
	breaks: readonly string[];
	/** First days of new limits of control charts, where the series itself goes on. */
	rebasings: readonly string[];
}

/** A series with its known points, oldest first. */
export interface Known extends Series {
	points: Point[];
}

export interface TargetTimes extends Times {
	/** Targets in force of this indicator. */
	targets: readonly Target[];
	influence: Influence | undefined;
	/** Latest known period of a series at the report before this one: `area breakdown` to period. */
	before: ReadonlyMap<string, string>;
	/** Day of the judgement, ISO. */
	on: string;
}

/** One series with everything that its judgements need. */
export interface Own {
	indicator: Indicator;
	series: Series;
	/** Known figures, oldest first. */
	points: Point[];
	/** The newest period is hidden to protect people. */
	isHidden: boolean;
	history: History;
	/** What the control chart says of each period, where there is one. */
	steered: ReadonlyMap<string, MovementOutcome>;
	times: TargetTimes;
}

/** Whom a row about one of its periods is about. */
export const of = ({ indicator, series }: Own, period: string) => ({
	...{ code: indicator.code, area: series.area.code, breakdown: series.breakdown, period }
});
