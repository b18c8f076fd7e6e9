import {
	academicYear,
	calendarYear,
	day,
	financialYear,
	pooled,
	yearTo
} from '../../domain/period-make.ts';
import type { Period } from '../../domain/period.ts';

// Periods as the publishers write them ("2022-01-01/P3Y": start and length), as the product's own.

export const CENSUS_2001 = '2001-04-29';
export const CENSUS_2011 = '2011-03-27';
export const CENSUS_2021 = '2021-03-21';
export const MID_2020 = '2020-06-30';
export const INDICES_2019 = 'IMD2019';
export const INDICES_2025 = 'IMD2025';
export const YEAR_2020 = 'FY2020';

const snapshot = (iso: string, label: string): Period => ({ ...day(iso), label });

/** Periods that no series file names. */
export const fixedPeriods: Period[] = [
	snapshot(CENSUS_2001, 'Census 2001'),
	snapshot(CENSUS_2011, 'Census 2011'),
	snapshot(CENSUS_2021, 'Census 2021'),
	snapshot(MID_2020, 'Mid-2020'),
	{ ...calendarYear(2019), id: INDICES_2019, kind: 'survey_wave', label: 'Indices 2019' },
	{ ...calendarYear(2025), id: INDICES_2025, kind: 'survey_wave', label: 'Indices 2025' },
	periodOf('2020-04-01/P1Y')
];

const monthName = new Intl.DateTimeFormat('en-GB', {
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});

/** Reads a published period: a start and a length, or a single day. */
export function periodOf(published: string): Period {
	const [start = '', length] = published.split('/');
	const first = Number(start.slice(0, 4));
	const monthDay = start.slice(5);
	if (length === undefined) return snapshot(start, monthName.format(new Date(start)));
	const years = Number(/^P(\d+)Y$/.exec(length)?.[1]);
	if (!(years >= 1)) throw new Error(`unknown length of a period: ${published}`);
	if (years > 1 && monthDay === '01-01') return pooled(first, first + years - 1);
	switch (monthDay) {
		case '01-01':
			return calendarYear(first);
		case '04-01':
			return financialYear(first);
		// Further education counts from August, schools from September: one academic year.
		case '08-01':
		case '09-01':
			return academicYear(first);
		case '07-01':
			return yearTo(first + 1, 6);
		case '11-16':
			return surveyWave(first);
		default:
			throw new Error(`unknown start of a period: ${published}`);
	}
}

/** A wave of a survey that runs from mid-November to mid-November. */
const surveyWave = (first: number): Period => ({
	id: `SW${first}-11`,
	kind: 'survey_wave',
	starts: `${first}-11-16`,
	ends: `${first + 1}-11-15`,
	label: financialYear(first).label
});
