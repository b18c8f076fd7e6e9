// A promise about an indicator: what, by whom, by when, and what became of it. The promise itself is
// never edited; each report of its state is added, and the newest counts.

import { daysBetween } from './day.ts';

export type ActionState = 'not started' | 'under way' | 'done' | 'not done' | 'stopped';

/** In the order in which a reader should meet them. */
export const actionStates: readonly ActionState[] = [
	'not started',
	'under way',
	'done',
	'not done',
	'stopped'
];

export interface Action {
	id: string;
	indicator: string;
	area: string;
	promise: string;
	/** Post or person who answers for it; null = not given. */
	owner: string | null;
	/** Day, ISO; null = not given. */
	dueOn: string | null;
	/** Instant, ISO. */
	promisedAt: string;
	state: ActionState;
	/** What became of it, in the owner's words. */
	outcome: string | null;
	/** When its state was last reported; null = never. */
	saidAt: string | null;
}

/** Is it still to be done? */
export const isOpen = ({ state }: Pick<Action, 'state'>): boolean =>
	state === 'not started' || state === 'under way';

/** Open after its day. `on` is an ISO day or instant. */
export const isOverdue = (action: Pick<Action, 'state' | 'dueOn'>, on: string): boolean =>
	isOpen(action) && action.dueOn !== null && action.dueOn < on.slice(0, 10);

/** Reported after its day, however it ended. */
export const isLate = ({
	dueOn,
	saidAt,
	state
}: Pick<Action, 'state' | 'dueOn' | 'saidAt'>): boolean =>
	state === 'done' && dueOn !== null && saidAt !== null && saidAt.slice(0, 10) > dueOn;

/** Whole days after the due day; 0 when not late. */
export function daysLate(action: Pick<Action, 'dueOn'>, on: string): number {
	if (action.dueOn === null) return 0;
	return Math.max(0, Math.floor(daysBetween(action.dueOn, on.slice(0, 10))));
}

/** Late by 6 weeks, by 1 day: whole weeks from two weeks on. */
export function lateBy(days: number): string {
	if (days >= 14) return `${Math.floor(days / 7)} weeks`;
	return `${days} ${days === 1 ? 'day' : 'days'}`;
}
