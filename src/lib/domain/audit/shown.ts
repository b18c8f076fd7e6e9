import { WALSALL } from '../area.ts';
import { SMALL_COUNT } from '../disclosure/gate.ts';
import { isOfFew } from '../disclosure/rule.ts';

// What of an event may be read and exported. Counts of people below the borough are in the return alone:
// here somebody could subtract one from another and learn a small one, or one that is hidden for it.

interface Event {
	action: string;
	before: unknown;
	after: unknown;
	/** Rule of the definition whose figures a return holds; null for other events. */
	disclosure_rule: string | null;
	threshold: number | null;
	hide_zero: boolean | null;
}

export const NOT_SHOWN = 'not shown: counts of people';
/** Numbers, and words that may speak of one. */
const TELLING = [
	...['numerator', 'denominator', 'value', 'lower', 'upper'],
	...['note', 'jumpReason', 'reply']
];

/** Both sides of an event without what must not be told. */
export function shownSides(event: Event): Sides {
	const { before, after } = event;
	return { before: side(event, before), after: side(event, after) };
}

/** Both sides without any number: for a figure that is hidden from readers. */
export function hiddenSides({ before, after }: Pick<Event, 'before' | 'after'>): Sides {
	return { before: untold(before), after: untold(after) };
}

export interface Sides {
	before: unknown;
	after: unknown;
}

function side(event: Event, given: unknown): unknown {
	const { action, disclosure_rule } = event;
	if (disclosure_rule !== 'people') return given;
	if (action !== 'cell entered' && action !== 'warning answered') return given;
	return isWhole(given) && !isSmallHere(event, given) ? given : untold(given);
}

function untold(given: unknown): unknown {
	if (given === null || typeof given !== 'object') return given;
	return Object.fromEntries(
		Object.entries(given).map(([name, cell]) => [
			name,
			TELLING.includes(name) && cell !== null ? NOT_SHOWN : cell
		])
	);
}

/** Everybody in the borough, or a warning about the return as a whole. */
function isWhole(given: unknown): boolean {
	if (given === null || typeof given !== 'object') return true;
	const { area, breakdown = 'all' } = given as { area?: unknown; breakdown?: unknown };
	return (area === WALSALL || area === '') && (breakdown === 'all' || breakdown === '');
}

/** By the rule of today, which may be stricter than the one by which the event was recorded. */
function isSmallHere({ threshold, hide_zero }: Event, given: unknown): boolean {
	const rule = { threshold: threshold ?? SMALL_COUNT + 1, suppressZeros: hide_zero ?? false };
	const { numerator, denominator, value } = (given ?? {}) as Record<string, unknown>;
	return isOfFew(number(numerator) ?? number(value), number(denominator), rule);
}

const number = (given: unknown): number | null => (typeof given === 'number' ? given : null);
