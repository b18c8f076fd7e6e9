import { change, type Unit } from '../format.ts';
import type { Slope, SlopeHistory, Visible } from '../target/realism.ts';
import { small } from './pace.ts';
import { type Sentence, statement, together } from './sentence.ts';

// What a target asks for, said to the people who set it.

export interface Realism {
	slope: Slope;
	history: SlopeHistory | undefined;
	visible: Visible | undefined;
	/** The area as printed. */
	place: string;
}

/** Slope needed, how often it has happened, and whether the sample could show it. */
export function realismSentence({ slope, history, visible, place }: Realism, unit: Unit): Sentence {
	return together([
		needed(slope, unit),
		slope.change === 0 ? undefined : before(history, slope, place),
		seen(visible, unit)
	]);
}

function needed({ perYear, years, change: all }: Slope, unit: Unit): Sentence {
	const span = years >= 1.5 ? `${Math.round(years)} years` : 'about a year';
	if (all === 0) return statement(`The target asks that the figure is held for ${span}.`);
	const way = perYear > 0 ? 'rise' : 'fall';
	return statement(`The target asks for a ${way} of ${small(perYear, unit)} a year for ${span}.`);
}

function before(history: SlopeHistory | undefined, { perYear }: Slope, place: string): Sentence {
	if (!history) {
		return statement('The series is too short to say how often that has happened before.');
	}
	const { here, elsewhere, years, areas } = history;
	const way = perYear > 0 ? 'rose' : 'fell';
	const own = `In ${place} ${here.as} of ${here.of} stretches of ${years} years ${way} at least as fast.`;
	if (areas === 0) return statement(own);
	const others = `${areas} similar ${areas === 1 ? 'area' : 'areas'}`;
	return statement(`${own} In ${others} ${elsewhere.as} of ${elsewhere.of} did.`);
}

function seen(visible: Visible | undefined, unit: Unit): Sentence {
	if (!visible) {
		return statement(
			'The figures come without a range, so we cannot say what change could be seen.'
		);
	}
	const size = change(visible.change, unit);
	return visible.isSeen
		? statement(`A change of ${size} or more would very likely show, so this one would.`)
		: statement(`A change smaller than ${size} may not show, so this one may be missed.`);
}
