// Which earlier period the latest figure is tested against: five years earlier, or the first
// available, and the one before. A break in the series hides what lies behind it, and pooled periods
// that share a year are never tested against one another.

import { daysOn } from '../day.ts';
import { compare, overlaps, type Period } from '../period.ts';

const YEARS = 5;
/** Yearly figures of one month, such as pay in April, fall on other days each year. */
const SLACK_DAYS = 31;

export interface Against {
	/** Five years earlier, else the first available; undefined = nothing may be compared. */
	start: Period | undefined;
	/** The latest earlier period that may be compared. */
	previous: Period | undefined;
	/** Why earlier periods were left out, when none is left. */
	reason: 'no earlier period' | 'series break' | 'overlapping periods' | 'unlike periods';
}

/** Chooses among earlier periods (any order). `breaks` are first days of new series. */
export function against(
	latest: Period,
	earlier: readonly Period[],
	breaks: readonly string[]
): Against {
	const since = breaks.filter((day) => day <= latest.ends).reduce((a, b) => (a > b ? a : b), '');
	const all = earlier.filter((period) => compare(period, latest) < 0);
	const alike = all.filter(({ kind }) => kind === latest.kind);
	const unbroken = alike.filter(({ starts }) => starts >= since);
	const usable = unbroken.filter((period) => !overlaps(period, latest)).sort(compare);
	return {
		start: usable.filter(({ ends }) => ends <= yearsBefore(latest.ends)).at(-1) ?? usable[0],
		previous: usable.at(-1),
		reason: reason(all, alike, unbroken)
	};
}

function reason(all: Period[], alike: Period[], unbroken: Period[]): Against['reason'] {
	if (all.length === 0) return 'no earlier period';
	if (alike.length === 0) return 'unlike periods';
	return unbroken.length === 0 ? 'series break' : 'overlapping periods';
}

function yearsBefore(day: string): string {
	const then = `${Number(day.slice(0, 4)) - YEARS}${day.slice(4)}`;
	return daysOn(then, SLACK_DAYS);
}
