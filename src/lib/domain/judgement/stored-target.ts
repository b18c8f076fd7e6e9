// What is stored about a target at publication, and what a page reads of it. The numbers of each kind
// travel in its detail.

import type { Common } from './common.ts';
import type { Freshness } from './freshness.ts';
import type { MovementOutcome } from './outcome.ts';
import type { FanPoint, WhySilent } from './outlook.ts';
import type { Grade, Graded } from '../reliability/grade.ts';
import type { Provisional } from '../target/provisional.ts';
import type { Leg } from '../target/pace.ts';
import type { AgainstTarget, TargetWord, WhyNot } from './target.ts';

/** The version of the target that a judgement rests on, and the rule applied. */
interface AboutTarget extends Common {
	/** Null: said of the series, whatever its target. */
	target: string | null;
	targetVersion: number | null;
	/** Name of the published rule. */
	rule: string | null;
	/** Why there is no judgement, as a code. */
	reason: string | null;
	provisional: boolean;
}

/** Was the figure itself moving at that period? Beside the word, never in it. */
export interface MovedThen {
	outcome: MovementOutcome;
	/** Period and value compared with. */
	against: string;
	earlier: number;
}

export interface TargetDetail extends Pick<
	AgainstTarget,
	'planned' | 'better' | 'tolerance' | 'lineInRange'
> {
	value: number;
	/** Why the line is provisional; null = firm. */
	provisional: Provisional | null;
	movement: MovedThen | null;
	freshness: Freshness | null;
}

/** Six words against the planned line, for each period since the baseline. */
export interface StoredTarget extends AboutTarget {
	kind: 'target';
	outcome: TargetWord;
	reason: WhyNot | null;
	detail: TargetDetail;
}

export interface PaceDetail {
	toNext: Leg | null;
	toGoal: Leg | null;
	soFar: number | null;
	yearsSoFar: number;
}

/** The pace that the next milestone and the goal ask for. */
export interface StoredPace extends AboutTarget {
	kind: 'pace';
	outcome: 'met' | 'needed';
	detail: PaceDetail;
}

export interface ChanceDetail {
	fan: FanPoint[];
	/** Chance (0 to 1) of the next milestone and of the goal; null when silent or without a target. */
	next: { ends: string; value: number; chance: number | null; silent: WhySilent | null } | null;
	goal: { ends: string; value: number; chance: number | null; silent: WhySilent | null } | null;
}

/** Where the series goes if the present trend goes on. */
export interface StoredChance extends AboutTarget {
	kind: 'chance';
	outcome: 'forecast' | 'silent';
	reason: WhySilent | null;
	detail: ChanceDetail;
}

/** A whole on track, with parts off track against their own targets. */
export interface StoredMasking extends AboutTarget {
	kind: 'masking';
	outcome: 'masked';
	detail: { parts: string[] };
}

export interface ReliabilityDetail {
	/** Weakest first. */
	parts: Graded[];
}

/** How far the figure can be trusted, in plain words. */
export interface StoredReliability extends AboutTarget {
	kind: 'reliability';
	outcome: Grade;
	detail: ReliabilityDetail;
}

export type StoredAboutTarget =
	StoredTarget | StoredPace | StoredChance | StoredMasking | StoredReliability;
