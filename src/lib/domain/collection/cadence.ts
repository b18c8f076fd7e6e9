import { academicYear, calendarYear, financialYear, month, quarter, term } from '../period-make.ts';
import type { Period, PeriodKind } from '../period.ts';

// How often figures are collected. A kind of period is not enough: school terms and quarters are both
// quarters to a chart, and no calendar is made of both.

export const CADENCES = [
	...(['month', 'quarter', 'term', 'financial_year', 'academic_year'] as const),
	...(['calendar_year', 'by hand'] as const)
] as const;
export type Cadence = (typeof CADENCES)[number];

export const isCadence = (text: string): text is Cadence =>
	(CADENCES as readonly string[]).includes(text);

export const cadenceTitles: Readonly<Record<Cadence, string>> = {
	month: 'Every month',
	quarter: 'Every quarter',
	term: 'Every school term',
	financial_year: 'Every financial year',
	academic_year: 'Every school year',
	calendar_year: 'Every calendar year',
	'by hand': 'Now and then: periods are added by hand'
};

/** The kind of its periods; by hand they may be of any kind, kept as snapshots. */
export const kindOf = (cadence: Cadence): PeriodKind =>
	cadence === 'term' ? 'quarter' : cadence === 'by hand' ? 'snapshot' : cadence;

const TERM = /^AY\d{4}-(autumn|spring|summer)$/;

/** What periods like this one are collected by. */
export function cadenceOf({ id, kind }: Pick<Period, 'id' | 'kind'>): Cadence {
	if (TERM.test(id)) return 'term';
	return kind === 'rolling' || kind === 'survey_wave' || kind === 'snapshot' ? 'by hand' : kind;
}

/** What the words of a frequency in the catalogue say. */
export function cadenceIn(frequency: string): Cadence {
	const said = frequency.toLowerCase();
	if (/term/.test(said)) return 'term';
	if (/quarter/.test(said)) return 'quarter';
	if (/month/.test(said)) return 'month';
	if (/school year|academic/.test(said)) return 'academic_year';
	if (/financial/.test(said)) return 'financial_year';
	return 'by hand';
}

const QUARTERS = [1, 2, 3, 4] as const;

/** Its periods that end from April of `year` to March of the next. */
export function periodsEnding(cadence: Cadence, year: number): Period[] {
	switch (cadence) {
		case 'month':
			return Array.from({ length: 12 }, (_, i) =>
				i < 9 ? month(year, i + 4) : month(year + 1, i - 8)
			);
		case 'quarter':
			return QUARTERS.map((number) => quarter(year, number));
		case 'term':
			// Spring ends on the last day of March, summer in August, autumn in December.
			return [term(year - 1, 'summer'), term(year, 'autumn'), term(year, 'spring')];
		case 'financial_year':
			return [financialYear(year)];
		case 'academic_year':
			return [academicYear(year - 1)];
		case 'calendar_year':
			return [calendarYear(year)];
		case 'by hand':
			return [];
		default:
			throw new Error(`no periods for ${cadence satisfies never}`);
	}
}
