import {
	academicYear,
	financialYear,
	month,
	quarter,
	type Term,
	term
} from '../../domain/period-make.ts';
import type { Period } from '../../domain/period.ts';

// The demonstration's own time: fourteen quarters, an edition for each from the third on, and a
// correction between two of them. Nothing here reads a clock.

/** The first load of open data, before any invented figure. */
export const OPEN_DATA_AT = new Date('2024-01-15T09:30:00Z');

const FIRST_YEAR = 2023;
const QUARTERS = 14;

type Quarter = 1 | 2 | 3 | 4;

/** 2023/24 Q1 to 2026/27 Q2. */
export const quarters: readonly Period[] = Array.from({ length: QUARTERS }, (_, i) =>
	quarter(FIRST_YEAR + Math.floor(i / 4), ((i % 4) + 1) as Quarter)
);

/** The quarter that is under way: its returns are due next. */
export const nextQuarter: Period = quarter(2026, 3);

/** Terms of the school years 2022/23 to 2025/26: the last ended in August 2026. */
export const terms: readonly Period[] = [2022, 2023, 2024, 2025].flatMap((year) =>
	(['autumn', 'spring', 'summer'] as Term[]).map((name) => term(year, name))
);

export const financialYears: readonly Period[] = [2021, 2022, 2023, 2024, 2025].map(financialYear);
export const academicYears: readonly Period[] = [2021, 2022, 2023, 2024].map(academicYear);
export const months: readonly Period[] = Array.from({ length: 12 }, (_, i) =>
	month(i < 3 ? 2025 : 2026, ((i + 9) % 12) + 1)
);

export interface Publication {
	id: string;
	label: string;
	note: string;
	at: Date;
	/** Periods that ended after the edition before and by this day are new in it. */
	upTo: string;
}

/** About seven weeks after each quarter's end. */
export const publications: readonly Publication[] = [
	...quarters.slice(2).map((period) => ({
		id: editionId(period.id),
		label: period.label,
		note: 'Illustrative: the returns in this edition are invented.',
		at: publishedAfter(period.ends),
		upTo: period.ends
	})),
	{
		id: '2026-27-q1-correction',
		label: '2026/27 Q1, corrected',
		note: 'Illustrative: a correction of one invented return, with its reason.',
		at: new Date('2026-09-10T15:00:00Z'),
		upTo: ''
	}
].sort((a, b) => a.at.getTime() - b.at.getTime());

export const CORRECTION = '2026-27-q1-correction';

/** FY2026-Q2 as editions are named: 2026-27-q2. */
function editionId(quarterId: string): string {
	const [, year = '', number = ''] = /^FY(\d{4})-Q(\d)$/.exec(quarterId) ?? [];
	return `${year}-${String((Number(year) + 1) % 100).padStart(2, '0')}-q${number}`;
}

/** The twentieth day of the second month after the end, at half past nine. */
function publishedAfter(ends: string): Date {
	const [year = 0, monthNumber = 0] = ends.split('-').map(Number);
	return new Date(Date.UTC(year, monthNumber + 1, 20, 9, 30));
}
