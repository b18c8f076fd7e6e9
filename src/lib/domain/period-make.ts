import type { Period } from './period.ts';

// Periods made from their parts, with the ids that every figure of that period shares. A quarter is a
// quarter of the financial year (Q1 = April to June): July to September is one period, whatever a
// return calls it.

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;

/** Terms of a school year, with the month each begins and ends in. */
const TERMS = {
	autumn: { from: '09-01', to: '12-31', years: 0 },
	spring: { from: '01-01', to: '03-31', years: 1 },
	summer: { from: '04-01', to: '08-31', years: 1 }
} as const;
export type Term = keyof typeof TERMS;

export const calendarYear = (year: number): Period =>
	period(`${year}`, 'calendar_year', [`${year}-01-01`, `${year}-12-31`], `${year}`);

/** April of `year` to March of the next. */
export const financialYear = (year: number): Period =>
	period(
		`FY${year}`,
		'financial_year',
		[`${year}-04-01`, `${year + 1}-03-31`],
		`${year}/${two(year + 1)}`
	);

/** September of `year` to August of the next. */
export const academicYear = (year: number): Period =>
	period(
		`AY${year}`,
		'academic_year',
		[`${year}-09-01`, `${year + 1}-08-31`],
		`${year}/${two(year + 1)}`
	);

/** Quarter 1 to 4 of the financial year that begins in April of `year`. */
export function quarter(year: number, number: 1 | 2 | 3 | 4): Period {
	const firstMonth = number === 4 ? 1 : 3 * number + 1;
	const at = number === 4 ? year + 1 : year;
	return period(
		`FY${year}-Q${number}`,
		'quarter',
		[firstDay(at, firstMonth), lastDay(at, firstMonth + 2)],
		`${year}/${two(year + 1)} Q${number}`
	);
}

/** Month 1 to 12. */
export const month = (year: number, number: number): Period =>
	period(
		`${year}-${String(number).padStart(2, '0')}`,
		'month',
		[firstDay(year, number), lastDay(year, number)],
		`${MONTHS[number - 1] ?? ''} ${year}`
	);

/** A school term; the school year begins in September of `year`. */
export function term(year: number, name: Term): Period {
	const { from, to, years } = TERMS[name];
	return period(
		`AY${year}-${name}`,
		'quarter',
		[`${year + years}-${from}`, `${year + years}-${to}`],
		`${name[0]?.toUpperCase()}${name.slice(1)} term ${year}/${two(year + 1)}`
	);
}

/** The twelve months that end with a month, e.g. the year to June 2025. */
export function yearTo(year: number, endMonth: number): Period {
	const begins = endMonth === 12 ? firstDay(year, 1) : firstDay(year - 1, endMonth + 1);
	return period(
		`YE${year}-${String(endMonth).padStart(2, '0')}`,
		'rolling',
		[begins, lastDay(year, endMonth)],
		`Year to ${MONTHS[endMonth - 1] ?? ''} ${year}`
	);
}

/** Calendar years pooled, both included. */
export const pooled = (first: number, last: number): Period =>
	period(`${first}-${last}`, 'rolling', [`${first}-01-01`, `${last}-12-31`], `${first} to ${last}`);

/** One day, e.g. a census. */
export const day = (iso: string): Period => {
	const [year = '', monthNumber = '', date = ''] = iso.split('-');
	return period(
		iso,
		'snapshot',
		[iso, iso],
		`${Number(date)} ${MONTHS[Number(monthNumber) - 1] ?? ''} ${year}`
	);
};

/** The period of the same kind and length just before. */
export function before(made: Period): Period | undefined {
	const found = /^FY(\d{4})-Q([1-4])$/.exec(made.id);
	if (found) {
		const number = Number(found[2]);
		return number === 1
			? quarter(Number(found[1]) - 1, 4)
			: quarter(Number(found[1]), (number - 1) as 1 | 2 | 3);
	}
	const year = Number(made.starts.slice(0, 4));
	switch (made.kind) {
		case 'calendar_year':
			return calendarYear(year - 1);
		case 'financial_year':
			return financialYear(year - 1);
		case 'academic_year':
			return academicYear(year - 1);
		case 'month': {
			const number = Number(made.starts.slice(5, 7));
			return number === 1 ? month(year - 1, 12) : month(year, number - 1);
		}
		default:
			return undefined;
	}
}

function period(
	id: string,
	kind: Period['kind'],
	[starts, ends]: readonly [string, string],
	label: string
): Period {
	return { id, kind, starts, ends, label };
}

const two = (year: number): string => String(year % 100).padStart(2, '0');
const firstDay = (year: number, number: number): string =>
	`${year}-${String(number).padStart(2, '0')}-01`;
const lastDay = (year: number, number: number): string =>
	new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
