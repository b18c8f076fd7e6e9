import {
	academicYear,
	calendarYear,
	day,
	financialYear,
	month,
	pooled,
	quarter,
	term,
	yearTo,
	type Term
} from '../period-make.ts';
import type { Period } from '../period.ts';
import { tidy } from './cell.ts';

// A period in any of the spellings that returns and publications use. Some spellings fit two periods
// (2024/25 may be a financial or a school year; "2026 Q3" counts from January or from April): all of
// them are given, the likelier first, and whoever imports decides once.

/** Periods that the text may mean, likelier first; none when it is no period. */
export function readPeriod(text: string): Period[] {
	const clean = plain(text);
	for (const read of READERS) {
		const found = read(clean);
		if (found.length > 0) return found;
	}
	return [];
}

/** A year and, from a column beside it, the quarter, month, term or kind of year that is meant. */
export function periodWithPart(year: string, part: string): string {
	const said = plain(part);
	const spelled = tidy(year).replace(/^((?:19|20)\d\d)(\d\d)$/, '$1/$2');
	const number = /^(?:q|qtr|quarter)? ?([1-4])$/.exec(said)?.[1];
	if (number) return `${spelled} Q${number}`;
	if (new RegExp(`^${MONTH}$`).test(said) || /^(autumn|spring|summer)( term)?$/.test(said)) {
		return `${said} ${spelled}`;
	}
	return /^(academic|financial|calendar|school) year$/.test(said) ? `${said} ${spelled}` : year;
}

/** Months by the three letters that tell them apart. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
	'(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '(?:fy|ay)? ?((?:19|20)?\\d\\d)';
const SPLIT = `${YEAR} ?[/-] ?((?:19|20)?\\d\\d)`;

const READERS: readonly ((text: string) => Period[])[] = [
	ownId,
	isoDay,
	numericDay,
	quarterOfYear,
	monthRange,
	yearEnding,
	schoolTerm,
	splitYear,
	pooledYears,
	singleMonth,
	named,
	excelDay,
	singleYear
];

function plain(text: string): string {
	return tidy(text)
		.toLowerCase()
		.replace(/[–—−]/g, '-')
		.replace(/[,]/g, ' ')
		.replace(/\bto\b/g, '-')
		.replace(/ *- */g, '-')
		.replace(/ +/g, ' ')
		.trim();
}

/** Our own ids: FY2026-Q1, AY2025-autumn, YE2025-06, FY2026. */
function ownId(text: string): Period[] {
	const quarterly = /^fy(\d{4})-q([1-4])$/.exec(text);
	if (quarterly) return [quarter(Number(quarterly[1]), quarterNumber(quarterly[2]))];
	const termly = /^ay(\d{4})-(autumn|spring|summer)$/.exec(text);
	if (termly) return [term(Number(termly[1]), termly[2] as Term)];
	const ended = /^ye(\d{4})-(\d\d)$/.exec(text);
	if (ended && isMonth(Number(ended[2]))) return [yearTo(Number(ended[1]), Number(ended[2]))];
	const yearly = /^(fy|ay)(\d{4})$/.exec(text);
	if (!yearly) return [];
	const year = Number(yearly[2]);
	return [yearly[1] === 'fy' ? financialYear(year) : academicYear(year)];
}

function isoDay(text: string): Period[] {
	const found = /^(\d{4})-(\d\d)-(\d\d)(?:[t ]00:00(?::00)?(?:\.0+)?z?)?$/.exec(text);
	return found ? onDay(Number(found[1]), Number(found[2]), Number(found[3])) : [];
}

function numericDay(text: string): Period[] {
	const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
	return found ? onDay(Number(found[3]), Number(found[2]), Number(found[1])) : [];
}

/** Every period that begins or ends on the day, longest first, then the day itself. */
function onDay(year: number, number: number, date: number): Period[] {
	const iso = `${year}-${pad(number)}-${pad(date)}`;
	const exists = !Number.isNaN(Date.parse(iso)) && new Date(iso).getUTCDate() === date;
	if (!exists || !isMonth(number)) return [];
	const quarters = ([1, 2, 3, 4] as const).flatMap((one) => [
		quarter(year, one),
		quarter(year - 1, one)
	]);
	return [
		financialYear(year),
		financialYear(year - 1),
		calendarYear(year),
		...quarters,
		month(year, number)
	]
		.filter(({ starts, ends }) => starts === iso || ends === iso)
		.concat(day(iso));
}

/** "Q1 2026/27" is a quarter of the financial year; "2026 Q3" counts from January, or from April. */
function quarterOfYear(text: string): Period[] {
	const word = '(?:q|qtr|quarter) ?([1-4])';
	const split =
		new RegExp(`^${SPLIT}[ -]?\\(?${word}\\)?$`).exec(text) ??
		swap(new RegExp(`^${word}[ -]?${SPLIT}$`).exec(text), [2, 3, 1]);
	if (split) {
		const first = follows(split[1], split[2]);
		return first === undefined ? [] : [quarter(first, quarterNumber(split[3]))];
	}
	const single =
		new RegExp(`^((?:19|20)\\d\\d)[ -]?${word}$`).exec(text) ??
		swap(new RegExp(`^${word}[ -]?((?:19|20)\\d\\d)$`).exec(text), [2, 1]);
	if (!single) return [];
	const year = Number(single[1]);
	const number = quarterNumber(single[2]);
	return [ofCalendar(year, number), quarter(year, number)];
}

const ofCalendar = (year: number, number: 1 | 2 | 3 | 4): Period =>
	number === 1 ? quarter(year - 1, 4) : quarter(year, (number - 1) as 1 | 2 | 3);

/** "Jul-Sep 2026", "July 2026 to September 2026", "Apr 2025 to Mar 2026". */
function monthRange(text: string): Period[] {
	const found = new RegExp(`^${MONTH}(?: (\\d{4}))?-${MONTH} (\\d{4})$`).exec(text);
	if (!found) return [];
	const [from, end] = [monthNumber(found[1]), monthNumber(found[3])];
	const endYear = Number(found[4]);
	const fromYear = Number(found[2] ?? (from > end ? endYear - 1 : endYear));
	const length = (endYear - fromYear) * 12 + end - from + 1;
	if (length === 3 && from % 3 === 1) return [ofCalendar(fromYear, quarterNumber((from + 2) / 3))];
	if (length !== 12) return [];
	return yearThatEnds(endYear, end);
}

function yearEnding(text: string): Period[] {
	const words = '(?:year ended|year ending|year-|ye|12 months-|twelve months-|12 months ending)';
	const found = new RegExp(`^${words} ?(?:\\d{1,2} )?${MONTH} (\\d{4})$`).exec(text);
	return found ? yearThatEnds(Number(found[2]), monthNumber(found[1])) : [];
}

function yearThatEnds(year: number, end: number): Period[] {
	if (end === 3) return [financialYear(year - 1)];
	if (end === 8) return [academicYear(year - 1), yearTo(year, end)];
	return end === 12 ? [calendarYear(year)] : [yearTo(year, end)];
}

function schoolTerm(text: string): Period[] {
	const name = '(autumn|spring|summer)(?: term)?';
	const split =
		new RegExp(`^${name}(?: of)? ${SPLIT}$`).exec(text) ??
		swap(new RegExp(`^${SPLIT} ${name}$`).exec(text), [3, 1, 2]);
	if (split) {
		const first = follows(split[2], split[3]);
		return first === undefined ? [] : [term(first, split[1] as Term)];
	}
	const single =
		new RegExp(`^${name} (\\d{4})$`).exec(text) ??
		swap(new RegExp(`^(\\d{4}) ${name}$`).exec(text), [2, 1]);
	if (!single) return [];
	const year = Number(single[2]);
	return [term(single[1] === 'autumn' ? year : year - 1, single[1] as Term)];
}

/** Two years, one after the other: a financial or a school year. */
function splitYear(text: string): Period[] {
	const kind = '(financial|fiscal|fy|academic|school|ay)?(?: year)? ?';
	const found = new RegExp(`^${kind}${SPLIT}(?: (financial|fiscal|academic|school) year)?$`).exec(
		text
	);
	const joined = /^((?:19|20)\d\d)(\d\d)$/.exec(text);
	const first = found ? follows(found[2], found[3]) : joined && follows(joined[1], joined[2]);
	if (first === undefined || first === null) return [];
	const said = `${found?.[1] ?? ''}${found?.[4] ?? ''}${/\bfy/.test(text) ? 'fy' : ''}`;
	if (/fin|fis|fy/.test(said)) return [financialYear(first)];
	if (/aca|sch|ay/.test(said)) return [academicYear(first)];
	const both = [financialYear(first), academicYear(first)];
	const pair = /^(\d{4})-(\d{4})$/.test(text) ? [pooled(first, first + 1)] : [];
	const monthly = joined ?? /^((?:19|20)\d\d)-(\d\d)$/.exec(text);
	const alsoMonth =
		monthly && isMonth(Number(monthly[2])) ? [month(Number(monthly[1]), Number(monthly[2]))] : [];
	return [...both, ...pair, ...alsoMonth];
}

function pooledYears(text: string): Period[] {
	const found = /^((?:19|20)\d\d) ?[-/] ?((?:19|20)?\d\d)$/.exec(text);
	if (!found) return [];
	const first = Number(found[1]);
	const last = fullYear(found[2] ?? '', first);
	if (last <= first + 1 || last > first + 10) return [];
	const isMonthly = found[2]?.length === 2 && text[4] === '-' && isMonth(Number(found[2]));
	return [pooled(first, last), ...(isMonthly ? [month(first, Number(found[2]))] : [])];
}

function singleMonth(text: string): Period[] {
	const worded =
		new RegExp(`^${MONTH}[ '-]*(\\d{4}|\\d\\d)$`).exec(text) ??
		swap(new RegExp(`^(\\d{4})[ -]${MONTH}$`).exec(text), [2, 1]);
	if (worded) return [month(fullYear(worded[2] ?? '', 2000), monthNumber(worded[1]))];
	const numeric =
		/^(\d{4})[-/m](\d\d)$/.exec(text) ??
		/^(\d{4})(\d\d)$/.exec(text) ??
		swap(/^(\d\d)[-/](\d{4})$/.exec(text), [2, 1]);
	if (!numeric || !isMonth(Number(numeric[2]))) return [];
	return [month(Number(numeric[1]), Number(numeric[2]))];
}

function named(text: string): Period[] {
	const mid = /^(?:mid|mid-year)[ -]((?:19|20)\d\d)$/.exec(text);
	if (mid) return [day(`${mid[1]}-06-30`)];
	const census = /^(?:census (2001|2011|2021)|(2001|2011|2021) census)$/.exec(text);
	const held = { 2001: '2001-04-29', 2011: '2011-03-27', 2021: '2021-03-21' };
	const year = census?.[1] ?? census?.[2];
	return year ? [day(held[Number(year) as keyof typeof held])] : [];
}

/** Days since 1899-12-30, as spreadsheets hold a date: 2000 to 2040. */
function excelDay(text: string): Period[] {
	const serial = /^\d{5}$/.test(text) ? Number(text) : Number.NaN;
	if (!(serial >= 36_526 && serial <= 51_501)) return [];
	const at = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
	return onDay(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

function singleYear(text: string): Period[] {
	const found = /^(?:calendar year |year |cy ?)?((?:19|20)\d\d)$/.exec(text);
	return found ? [calendarYear(Number(found[1]))] : [];
}

/** The first of two years when the second is the next; "24/25" is of this century. */
function follows(first = '', second = ''): number | undefined {
	const from = fullYear(first, 2000);
	return fullYear(second, from) === from + 1 ? from : undefined;
}

function fullYear(text: string, near: number): number {
	if (text.length === 4) return Number(text);
	const century = Math.floor(near / 100) * 100;
	const year = century + Number(text);
	return year < near ? year + 100 : year;
}

function swap(
	found: RegExpExecArray | null,
	order: readonly number[]
): (string | undefined)[] | null {
	return found && [found[0], ...order.map((at) => found[at])];
}

const monthNumber = (word = ''): number => MONTHS.indexOf(word.slice(0, 3)) + 1;
const quarterNumber = (text: string | number | undefined) => Number(text) as 1 | 2 | 3 | 4;
const isMonth = (number: number): boolean => number >= 1 && number <= 12;
const pad = (number: number): string => String(number).padStart(2, '0');
