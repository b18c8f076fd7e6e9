import type { WhyNot } from '../judgement/target.ts';
import type { Period } from '../period.ts';
import { named } from './when.ts';

// Why there is no colour: one plain sentence a code.

/** The reason of a judgement without colour. `period` is that of the latest figure. */
export function whyNot(why: WhyNot, period: Period | undefined, monthsLate: number): string {
	if (why === 'late') return stale(period, monthsLate);
	if (why === 'nothing new') {
		const last = period ? ` The last is for ${named(period)}, and it keeps no colour.` : '';
		return `There is no new figure since the last edition.${last}`;
	}
	return words[why];
}

/** "Last figure 2024, 3 months late." */
export function stale(period: Period | undefined, monthsLate: number): string {
	const late = `${monthsLate} ${monthsLate === 1 ? 'month' : 'months'} late`;
	return period ? `Last figure ${named(period)}, ${late}.` : `The first figure is ${late}.`;
}

const words: Record<Exclude<WhyNot, 'late' | 'nothing new'>, string> = {
	'context measure': 'This measure gives context. It has no target and takes no colour.',
	'no target': 'No target is set, so we do not say on track or off track.',
	'target not approved':
		'A target is proposed and not yet approved, so we do not judge against it.',
	'no colour by rule': 'The catalogue says that this measure is not judged against a target.',
	'no direction': 'Neither direction is better for this measure, so we do not judge it.',
	'no figure': 'There is no figure yet to judge.',
	hidden: 'The latest figure is hidden to protect people, so we do not judge it.',
	'not after the baseline':
		'The target is new. The first figure after its baseline will be judged.',
	'no plan for the period':
		'The target has no planned value for this period, so we do not judge it.',
	'base too small': 'Too few are counted to judge this against the target.',
	'no range': 'The figure comes without a range, so we cannot judge it against the target.',
	'range includes zero': 'The gap could be zero by chance, so we do not judge it.',
	'too uncertain': 'The figure is too uncertain to judge against the target.'
};
