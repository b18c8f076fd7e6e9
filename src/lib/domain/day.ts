// Days, '2026-11-22': written as text so that they sort, and never shift with a time zone.

const DAY = 86_400_000;

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day in Walsall at an instant, '2026-11-22'. */
export const dayInWalsall = (instant: Date): string => day.format(instant);

/** The day some days later, or earlier where they are negative. */
export const daysOn = (from: string, days: number): string =>
	new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
	(Date.parse(to) - Date.parse(from)) / DAY;

/** Years between two days, as a decimal. */
export const yearsBetween = (from: string, to: string): number => daysBetween(from, to) / 365.25;
