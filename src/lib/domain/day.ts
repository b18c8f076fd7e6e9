// Days, '2026-11-22': written as text so that they sort, and never shift with a time zone.

const DAY = 86_400_000;

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day in Walsall at an instant, '2026-11-22'. */
export const dayInWalsall = (instant: Date): string => day.format(instant);

/** A day that the calendar has: 30 February is none. Years before 1900 or from 2100 are slips of the pen. */
export function isDay(text: string): boolean {
	if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(text);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day some days later, or earlier where they are negative. */
export const daysOn = (from: string, days: number): string =>
	new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
	(Date.parse(to) - Date.parse(from)) / DAY;

/** Years between two days, as a decimal. */
export const yearsBetween = (from: string, to: string): number => daysBetween(from, to) / 365.25;
