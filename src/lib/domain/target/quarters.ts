// Profiled targets as rows of one date and one value, the way they are stored, and as years of four
// quarters, the way they are entered and checked. Running totals for cumulative measures.

import type { Milestone } from '../target.ts';

export interface Row {
	ends: string;
	value: number;
}

/** One row a quarter end, running totals within each year for cumulative measures; one a year without. */
export function toRows(years: readonly Milestone[], cumulative: boolean): Row[] {
	return years.flatMap(({ ends, value, quarters }) => {
		if (!quarters || quarters.length !== 4) return [{ ends, value }];
		let total = 0;
		return quarterEnds(ends).map((end, i) => {
			const own = quarters[i] ?? 0;
			total += own;
			return { ends: end, value: cumulative ? total : own };
		});
	});
}

/**
 * Years with their quarters from stored rows; a year ends on the goal's day of the year. Rows that do
 * not fill a year's four quarters stay milestones by themselves. The last one is the goal.
 */
export function fromRows(
	rows: readonly Row[],
	goal: Row,
	cumulative: boolean
): { milestones: Milestone[]; goal: Milestone } {
	const held = new Map([...rows, goal].map(({ ends, value }) => [ends, value]));
	const years: Milestone[] = [];
	for (const ends of [...held.keys()].filter((day) => isYearEnd(day, goal.ends))) {
		const quarter = quarterEnds(ends);
		const values = quarter.map((day) => held.get(day));
		if (!values.every((value) => value !== undefined)) continue;
		quarter.forEach((day) => held.delete(day));
		const own = values.map((value, i) => (cumulative ? value - (values[i - 1] ?? 0) : value));
		years.push({ ends, value: values[3] ?? NaN, quarters: own });
	}
	const single = [...held].map(([ends, value]) => ({ ends, value }));
	const all = [...years, ...single].sort((a, b) => (a.ends < b.ends ? -1 : 1));
	return { milestones: all.slice(0, -1), goal: all.at(-1) ?? goal };
}

const isYearEnd = (day: string, goal: string): boolean => day.slice(5) === goal.slice(5);

/** Last days of the four quarters of the year that ends on a month's last day. */
export function quarterEnds(yearEnds: string): string[] {
	const [year = 0, month = 0] = yearEnds.split('-').map(Number);
	return [9, 6, 3, 0].map((before) =>
		new Date(Date.UTC(year, month - before, 0)).toISOString().slice(0, 10)
	);
}
