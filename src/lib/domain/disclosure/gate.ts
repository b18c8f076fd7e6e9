// The gate through which every figure passes on its way out of the server. It decides, for each row,
// whether a reader may see the figure, and makes the only type that routes can send: `Figure`.
// Counts of people were judged as a whole table when they were published (release.ts), and each row
// carries the answer; the rule is applied here once more, so that a mistake there shows nothing small.

import type { DisclosureRule } from '../indicator.ts';
import { flagsOf, type Flag, type Observation, type ValueState } from '../observation.ts';
import { isSmall, isSmallShare, roundToBase, type Rule } from './rule.ts';
import { type Sealed, unseal } from './seal.ts';

/** The owner's rule of an indicator. */
export interface GateRule extends Rule {
	kind: DisclosureRule;
	/** The value itself is a count, where there is no numerator. */
	isCount: boolean;
	/** What all of the denominator would be in the unit of the value (100 for per cent); null = no share. */
	whole: number | null;
	/** Base to which shown counts are rounded; null = as counted. */
	roundTo: number | null;
}

/** What was decided at publication: shown, hidden because small, hidden to protect a small one. */
export type Protection = 'shown' | 'primary' | 'secondary';

/** A raw row with what the gate must know to judge it; made by the database layer, always sealed. */
export interface GateRow {
	observation: Observation;
	rule: GateRule;
	/** Null = not decided yet: a count of people is then not shown. */
	protection: Protection | null;
	/** Indicator for named roles only, at any level. */
	restricted: boolean;
	/** Breakdown that is never shown below the borough. */
	boroughOnly: boolean;
	belowBorough: boolean;
}

/** A figure as a reader may see it. `null` value: see `state` for which kind of missing. */
export interface Figure {
	indicator: string;
	area: string;
	period: string;
	breakdown: string;
	state: ValueState;
	value: number | null;
	/** 95% limits in the unit of the value; null where the method gives none. */
	lower: number | null;
	upper: number | null;
	numerator: number | null;
	denominator: number | null;
	flags: Flag[];
	note: string | null;
	sourceId: string | null;
}

/** By the usual rule, counts of people from 1 to this number are hidden, with all that gives them away. */
export const SMALL_COUNT = 4;

/** Opens sealed rows and hands on what may be published; restricted rows yield nothing. */
export function publish(rows: readonly Sealed<GateRow>[]): Figure[] {
	return opened(rows, (row) => !row.restricted);
}

/** The restricted rows alone, for somebody whose role was checked; small counts stay hidden. */
export function discloseToNamedRole(rows: readonly Sealed<GateRow>[]): Figure[] {
	return opened(rows, (row) => row.restricted);
}

function opened(rows: readonly Sealed<GateRow>[], isFor: (row: GateRow) => boolean): Figure[] {
	return rows
		.map((row) => unseal(row))
		.filter((row) => isFor(row) && !(row.boroughOnly && row.belowBorough))
		.map(figure);
}

function figure(row: GateRow): Figure {
	const { observation, rule, protection } = row;
	const isPeople = rule.kind === 'people' && observation.state === 'known';
	const small = isTooSmall(countOf(observation, rule), observation.denominator, rule);
	const hidden = isPeople && (protection !== 'shown' || small || isUnchecked(row));
	const state = hidden ? 'suppressed' : observation.state;
	const shown =
		isPeople && rule.roundTo !== null ? rounded(observation, rule, rule.roundTo) : observation;
	const isKnown = state === 'known';
	return {
		indicator: observation.indicator,
		area: observation.area,
		period: observation.period,
		breakdown: observation.breakdown,
		state,
		value: isKnown ? shown.value : null,
		lower: isKnown ? shown.lower : null,
		upper: isKnown ? shown.upper : null,
		numerator: isKnown ? shown.numerator : null,
		denominator: isKnown ? shown.denominator : null,
		flags: isKnown ? flagsOf(observation) : [],
		// A note on a hidden figure may speak of it.
		note: hidden ? null : observation.note,
		sourceId: observation.sourceId
	};
}

/** A share of a small place without its counts: nobody here can tell whether it is of few people. */
const isUnchecked = ({ observation, rule, belowBorough }: GateRow): boolean =>
	belowBorough &&
	rule.whole !== null &&
	observation.numerator === null &&
	observation.denominator === null;

/** Small by itself, by its complement, or out of too few people. */
export function isTooSmall(count: number | null, base: number | null, rule: Rule): boolean {
	if (count === null) return base !== null && base < rule.threshold;
	return base === null ? isSmall(count, rule) : isSmallShare(count, base, rule);
}

type Counted = Pick<Observation, 'numerator' | 'denominator' | 'value'>;

/**
 * The people counted in a figure; null where it is no count. A share whose numerator was left out gives
 * it away by its denominator.
 */
export function countOf(
	{ numerator, denominator, value }: Counted,
	{ isCount, whole }: Pick<GateRule, 'isCount' | 'whole'>
): number | null {
	if (numerator !== null || value === null) return numerator;
	if (isCount) return value;
	return whole === null || denominator === null ? null : Math.round((value * denominator) / whole);
}

/** Rounded counts, and a value made of them; limits made of the true counts would give those away. */
function rounded(observation: Observation, { isCount }: GateRule, base: number): Observation {
	const { numerator, denominator, value } = observation;
	const round = (count: number | null) => (count === null ? null : roundToBase(count, base));
	const counts = { numerator: round(numerator), denominator: round(denominator) };
	return { ...observation, ...counts, lower: null, upper: null, value: valueOf() };

	function valueOf(): number | null {
		if (numerator === null) return isCount ? round(value) : value;
		if (denominator === null || value === null) return counts.numerator;
		if (numerator === 0 || !counts.denominator) return numerator === 0 ? 0 : null;
		const multiplier = (value * denominator) / numerator;
		return ((counts.numerator ?? 0) / counts.denominator) * multiplier;
	}
}
