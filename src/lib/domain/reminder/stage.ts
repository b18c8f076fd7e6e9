import { daysBetween } from '../day.ts';

// When somebody is reminded. A stage is told once: a day on which nothing was sent is made up for on the
// next, and no stage is told again. Days are days in Walsall, so that a change of the clocks moves none.

const FIRST = 14;
const SECOND = 3;
const WEEK = 7;
/** Days that a decision may take before it is asked for. */
const PATIENCE = 3;

/** How near the due day of a return is: two weeks, three days, today, or how many weeks ago it was. */
export function dueStage(dueOn: string, today: string): string | undefined {
	const days = daysBetween(today, dueOn);
	if (days > FIRST) return undefined;
	if (days > SECOND) return 'in 14 days';
	if (days > 0) return 'in 3 days';
	return days === 0 ? 'today' : `overdue, week ${Math.ceil(-days / WEEK)}`;
}

/** What waits for a decision is told after three days, and then every week. */
export function waitingStage(since: string, today: string): string | undefined {
	const days = daysBetween(since, today);
	return days > PATIENCE ? `waiting, week ${Math.ceil((days - PATIENCE) / WEEK)}` : undefined;
}

/** "in 3 days", "today", "1 day ago". */
export function daysInWords(day: string, today: string): string {
	const days = daysBetween(today, day);
	const many = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
	return days === 0 ? 'today' : days > 0 ? `in ${many}` : `${many} ago`;
}

const hour = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	hour: '2-digit',
	hourCycle: 'h23'
});

/** Letters go out by day, from 7 in the morning in Walsall. */
export function isTimeForLetters(instant: Date): boolean {
	const at = Number(hour.format(instant));
	return at >= 7 && at < 19;
}
