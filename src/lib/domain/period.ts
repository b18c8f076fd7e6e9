// Periods of every kind that the field uses. A period has a kind and two dates; unlike kinds are
// never subtracted from one another, and the axis of a chart uses the middle of the period.

export type PeriodKind =
	| 'calendar_year'
	| 'financial_year'
	| 'academic_year'
	| 'quarter'
	| 'month'
	| 'rolling'
	| 'survey_wave'
	| 'snapshot';

export interface Period {
	/** Stable id that also sorts within a kind, e.g. `2024`, `FY2024`, `AY2024`, `2022-2024`, `2021-03-21`. */
	id: string;
	kind: PeriodKind;
	/** First and last day, ISO, inclusive. */
	starts: string;
	ends: string;
	/** As printed: `2024/25` for school and financial years, `2022 to 2024` for pooled ones. */
	label: string;
}

/** The strategy's own period, tinted on every time axis. */
export const STRATEGY = { starts: '2025-01-01', ends: '2035-12-31' } as const;

/** Last day that a period may end on to be the starting point: 31 March 2025 (rules, Areas). */
export const STARTING_POINT = '2025-03-31';

const DAY = 86_400_000;
const YEAR = 365.25;

/** Earlier first, by end date and then start date. */
export function compare(a: Period, b: Period): number {
	return a.ends < b.ends
		? -1
		: a.ends > b.ends
			? 1
			: a.starts < b.starts
				? -1
				: +(a.starts > b.starts);
}

/** The middle of a period as a decimal year (2021.22 for a census day), for time axes. */
export function midYear(period: Pick<Period, 'starts' | 'ends'>): number {
	const middle = (Date.parse(period.starts) + Date.parse(period.ends) + DAY) / 2;
	return 1970 + middle / DAY / YEAR;
}

/** Do two periods share a day? Overlapping pooled periods are never tested against one another. */
export function overlaps(a: Period, b: Period): boolean {
	return a.starts <= b.ends && b.starts <= a.ends;
}

/** Last of the periods that ended by 31 March 2025: the starting point, not an adopted baseline. */
export function startingPoint(periods: readonly Period[]): Period | undefined {
	return periods
		.filter((period) => period.ends <= STARTING_POINT)
		.sort(compare)
		.at(-1);
}
