import { daysOn, isDay } from '../day.ts';
import type { Period } from '../period.ts';
import { periodsEnding } from './cadence.ts';
import type { CollectionRule } from './rule.ts';

// The calendar of a financial year, made from the rules. Days are counted from the end of a period;
// a day that falls on a weekend is said and not moved, because the officer knows which way.

export interface Dates {
	readonly dueOn: string;
	readonly locksOn: string | null;
}

/** When the return of a period is due and closed by the rule. */
export const datesOf = (
	{ dueDays, lockDays }: Pick<CollectionRule, 'dueDays' | 'lockDays'>,
	{ ends }: Pick<Period, 'ends'>
): Dates => ({ dueOn: daysOn(ends, dueDays), locksOn: daysOn(ends, lockDays) });

/** Why the dates cannot be those of a return that is still to come; undefined when they can. */
export function dateFault(
	{ dueOn, locksOn }: Dates,
	{ ends, today }: { ends: string; today: string }
): { field: 'dueOn' | 'locksOn'; why: string } | undefined {
	if (!isDay(dueOn)) return { field: 'dueOn', why: 'Give the day on which it is due.' };
	if (dueOn < ends) return { field: 'dueOn', why: 'It cannot be due before its period ends.' };
	if (dueOn < today) return { field: 'dueOn', why: 'Choose today or a later day.' };
	if (locksOn === null) return undefined;
	if (!isDay(locksOn)) return { field: 'locksOn', why: 'Give the day on which it closes.' };
	return locksOn < dueOn
		? { field: 'locksOn', why: 'A return cannot close before it is due.' }
		: undefined;
}

const WEEKEND: Readonly<Record<number, string>> = { 0: 'a Sunday', 6: 'a Saturday' };

/** "a Saturday" or "a Sunday"; undefined on other days. */
export const weekendOf = (day: string): string | undefined => WEEKEND[new Date(day).getUTCDay()];

export interface Planned extends Dates {
	readonly indicator: string;
	readonly period: Period;
	/** It stands in the calendar already, or was taken out of it: either way it stays so. */
	readonly state: 'new' | 'there' | 'taken out';
}

interface There {
	readonly indicator: string;
	readonly period: string;
	readonly isTakenOut: boolean;
}

/** What the rules make of the financial year that begins in April of `year`. */
export function plan(
	rules: ReadonlyMap<string, CollectionRule>,
	year: number,
	there: readonly There[]
): Planned[] {
	return [...rules].flatMap(([indicator, rule]) =>
		!rule.isCollected
			? []
			: periodsEnding(rule.cadence, year).map((period): Planned => {
					const entry = there.find(
						(one) => one.indicator === indicator && one.period === period.id
					);
					const state = !entry ? 'new' : entry.isTakenOut ? 'taken out' : 'there';
					return { indicator, period, ...datesOf(rule, period), state };
				})
	);
}

/** The financial year, named by the year it begins in, in which a day lies. */
export const financialYearOf = (day: string): number =>
	Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);

export const yearWords = (year: number): string =>
	`${year}/${String((year + 1) % 100).padStart(2, '0')}`;

/** Years that a calendar can be looked at and made for. */
export const isCalendarYear = (year: number): boolean => year >= 2020 && year <= 2040;
