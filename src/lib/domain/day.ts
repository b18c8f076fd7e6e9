const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day in Walsall at an instant, '2026-11-22'. */
export const dayInWalsall = (instant: Date): string => day.format(instant);
