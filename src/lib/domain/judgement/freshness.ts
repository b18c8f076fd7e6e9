// Is the latest figure new, nothing new but not yet due, or late? From the catalogue's frequency and
// lag. Words that the tables do not have make no figure late.

import { daysOn } from '../day.ts';
import type { Period } from '../period.ts';

export interface Freshness {
	state: 'new' | 'nothing new' | 'late';
	/** Day by which the next figure should have come; null when the catalogue does not say. */
	due: string | null;
	/** Whole months since then, 1 or more when late, else 0. */
	monthsLate: number;
}

export interface Held {
	/** Period of the latest figure now, and of the latest at the edition before (null = none then). */
	latest: Pick<Period, 'id' | 'ends'>;
	before: Pick<Period, 'id'> | null;
	frequency: string;
	lag: string;
	/** Day of the judgement, ISO. */
	on: string;
}

/** `before` is the reporting edition before this one, not the last correction. */
export function freshness({ latest, before, frequency, lag, on }: Held): Freshness {
	const due = dueDay(latest.ends, frequency, lag);
	const monthsLate = due === null ? 0 : wholeMonths(due, on);
	if (monthsLate >= 1) return { state: 'late', due, monthsLate };
	return { state: before?.id === latest.id ? 'nothing new' : 'new', due, monthsLate: 0 };
}

/** When the figure after one that ends on a day should be out: one interval on, plus the longest lag. */
export function dueDay(ends: string, frequency: string, lag: string): string | null {
	const [every, wait] = [monthsBetween(frequency), lagMonths(lag)];
	if (every === null || wait === null) return null;
	const whole = Math.floor(wait);
	const days = Math.round((wait - whole) * 30.4375);
	return daysOn(monthsOn(ends, every + whole), days);
}

const frequencies: [RegExp, number | null][] = [
	[/^(once|no longer|replaced)/, null],
	[/^(10-yearly|every ten years)/, 120],
	[/^about every five years/, 60],
	[/^every 1-2 years/, 24],
	[/^(annual|yearly)/, 12],
	[/^half-yearly/, 6],
	[/^termly/, 4],
	[/^quarterly/, 3],
	[/^monthly/, 1]
];

/** Months from one figure to the next by the catalogue's words; null = no next one, or not known. */
export function monthsBetween(frequency: string): number | null {
	return frequencies.find(([words]) => words.test(frequency))?.[1] ?? null;
}

/** Are these words known at all? Guards the catalogue in a test. */
export const isFrequency = (words: string): boolean =>
	frequencies.some(([known]) => known.test(words));

const perMonth = { day: 1 / 30.4375, week: 7 / 30.4375, month: 1, year: 12 };

/** The longest lag named, in months: "4-8 weeks local; 7 months national" is 7; null = not known. */
export function lagMonths(lag: string): number | null {
	if (lag === 'days') return 7 * perMonth.day;
	const found = [...lag.matchAll(/(\d+|\ba) (day|week|month|year)s?/g)].map(
		([, number, unit]) => (number === 'a' ? 1 : Number(number)) * perMonth[unit as 'day']
	);
	return found.length === 0 ? null : Math.max(...found);
}

/** The same day some months on; a month's last day stays the last. */
export function monthsOn(day: string, months: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	const isLast = date.getUTCDate() === last;
	const then = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
	if (!isLast) then.setUTCDate(Math.min(date.getUTCDate(), then.getUTCDate()));
	return then.toISOString().slice(0, 10);
}

/** Whole months from one day to a later one; 0 when it is not later. */
export function wholeMonths(from: string, to: string): number {
	if (to <= from) return 0;
	const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number);
	const [y2 = 0, m2 = 0, d2 = 0] = to.slice(0, 10).split('-').map(Number);
	return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}
