import { count, oneIn, type Unit, value } from '../format.ts';
import type { Figure } from '../disclosure/gate.ts';
import { flagWords, stateWords } from '../observation.ts';
import type { Period } from '../period.ts';
import { listed, type Sentence, statement } from './sentence.ts';
import { inPeriod } from './when.ts';
import { base } from './who.ts';

// How high a figure is. Numerator and denominator travel with a percentage; a survey says between
// which values the true figure probably lies.

export interface LevelInput {
	figure: Pick<
		Figure,
		'state' | 'value' | 'lower' | 'upper' | 'numerator' | 'denominator' | 'flags'
	>;
	period: Period;
	/** The place as printed. */
	place: string;
	unit: Unit;
	/** The catalogue's words for the denominator. */
	denominator: string | null;
	/** How the range was made: only published ranges speak of a true figure. */
	intervalMethod: string;
}

/** "About 1 in 36 in Walsall at the 2021 census: 2.8% (7,501 of 271,013 residents aged 3 and over)." */
export function level(input: LevelInput): Sentence {
	const { figure, place, period, unit } = input;
	const when = inPeriod(period);
	if (figure.value === null) {
		return statement(`${place} ${when}: ${stateWords[figure.state].toLowerCase()}.`);
	}
	const size = value(figure.value, unit);
	const counted = outOf(input);
	const share = unit.valueKind === 'percent' ? oneIn(figure.value / 100) : undefined;
	const start = share
		? `About ${share} in ${place} ${when}: ${size}`
		: `The figure for ${place} was ${size} ${when}`;
	return statement(`${start}${counted ? ` (${counted})` : ''}.${flagged(figure.flags)}`);
}

/** "The true figure is likely to be between 15.6% and 26.4%." Only for published survey ranges. */
export function likely(
	input: Pick<LevelInput, 'figure' | 'unit' | 'intervalMethod'>
): Sentence | undefined {
	const { lower, upper } = input.figure;
	if (lower === null || upper === null || input.intervalMethod !== 'published') return undefined;
	const { unit } = input;
	return statement(
		`The true figure is likely to be between ${value(lower, unit)} and ${value(upper, unit)}.`
	);
}

/** "7,501 of 271,013 residents aged 3 and over"; undefined where the figure is not a count of a base. */
function outOf({ figure, denominator, unit }: LevelInput): string | undefined {
	const { numerator, denominator: out } = figure;
	if (unit.valueKind !== 'percent' || numerator === null || out === null) return undefined;
	const about = isWhole(numerator) && isWhole(out) ? '' : 'about ';
	return [`${about}${count(numerator)} of ${count(out)}`, base(denominator)]
		.filter(Boolean)
		.join(' ');
}

const isWhole = (number: number): boolean => Math.abs(number - Math.round(number)) < 1e-6;

function flagged(flags: Figure['flags']): string {
	const words = flags.filter((flag) => flag !== 'u').map((flag) => flagWords[flag]);
	return words.length === 0 ? '' : ` This figure is ${listed(words)}.`;
}
