import type { PeriodsTable } from '../db/schema.ts';

// Periods as the publishers write them ("2022-01-01/P3Y": start and length), as the product's own.

export const CENSUS_2001 = '2001-04-29';
export const CENSUS_2011 = '2011-03-27';
export const CENSUS_2021 = '2021-03-21';
export const MID_2020 = '2020-06-30';
export const INDICES_2019 = 'IMD2019';
export const INDICES_2025 = 'IMD2025';
export const YEAR_2020 = 'FY2020';

const snapshot = (day: string, label: string): PeriodsTable => ({
	id: day,
	kind: 'snapshot',
	starts: day,
	ends: day,
	label
});

/** Periods that no series file names. */
export const fixedPeriods: PeriodsTable[] = [
	snapshot(CENSUS_2001, 'Census 2001'),
	snapshot(CENSUS_2011, 'Census 2011'),
	snapshot(CENSUS_2021, 'Census 2021'),
	snapshot(MID_2020, 'Mid-2020'),
	{ ...year('2019'), id: INDICES_2019, kind: 'survey_wave', label: 'Indices 2019' },
	{ ...year('2025'), id: INDICES_2025, kind: 'survey_wave', label: 'Indices 2025' },
	periodOf('2020-04-01/P1Y')
];

const monthName = new Intl.DateTimeFormat('en-GB', {
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});

/** Reads a published period: a start and a length, or a single day. */
export function periodOf(published: string): PeriodsTable {
	const [start = '', length] = published.split('/');
	const first = Number(start.slice(0, 4));
	const monthDay = start.slice(5);
	if (length === undefined) return snapshot(start, monthName.format(new Date(start)));
	const years = Number(/^P(\d+)Y$/.exec(length)?.[1]);
	if (!(years >= 1)) throw new Error(`unknown length of a period: ${published}`);
	if (years > 1 && monthDay === '01-01') return pooled(first, first + years - 1);
	switch (monthDay) {
		case '01-01':
			return year(String(first));
		case '04-01':
			return split(`FY${first}`, 'financial_year', first, '04-01', '03-31');
		// Further education counts from August, schools from September: one academic year.
		case '08-01':
		case '09-01':
			return split(`AY${first}`, 'academic_year', first, '09-01', '08-31');
		case '07-01':
			return {
				...split(`YE${first + 1}-06`, 'rolling', first, '07-01', '06-30'),
				label: `Year to June ${first + 1}`
			};
		case '11-16':
			return split(`SW${first}-11`, 'survey_wave', first, '11-16', '11-15');
		default:
			throw new Error(`unknown start of a period: ${published}`);
	}
}

function year(text: string): PeriodsTable {
	return {
		id: text,
		kind: 'calendar_year',
		starts: `${text}-01-01`,
		ends: `${text}-12-31`,
		label: text
	};
}

function pooled(first: number, last: number): PeriodsTable {
	return {
		id: `${first}-${last}`,
		kind: 'rolling',
		starts: `${first}-01-01`,
		ends: `${last}-12-31`,
		label: `${first} to ${last}`
	};
}

function split(id: string, kind: string, first: number, from: string, to: string): PeriodsTable {
	return {
		id,
		kind,
		starts: `${first}-${from}`,
		ends: `${first + 1}-${to}`,
		label: `${first}/${String(first + 1).slice(2)}`
	};
}
