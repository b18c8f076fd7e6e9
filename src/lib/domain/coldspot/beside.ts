// What stands beside lens 1 and never enters it: how closely the lens follows the make-up of the
// population, and observed mixing apart from composition.

import { spearmanInterval } from '../stats/correlation.ts';
import { cells, type Table } from './measure.ts';

export interface GroupCorrelation {
	/** The group's name as the census prints it. */
	group: string;
	/** Rank correlation of the lens's score with the group's share over the neighbourhoods. */
	rho: number;
	lower: number;
	upper: number;
	areas: number;
}

/** A group counts as large from this share of the borough's residents. */
export const LARGE = 0.01;

/** Rank correlation of a score with the share of each large group: the page must print it. */
export function groupCorrelations(
	score: readonly (number | null)[],
	table: Table,
	groups: readonly number[]
): GroupCorrelation[] {
	const totals = groups.map((g) => sum(table.values[g] ?? []));
	const everyone = sum(totals);
	const known = score.flatMap((value, area) => (value === null ? [] : [area]));
	return groups
		.filter((_, i) => (totals[i] ?? 0) / everyone >= LARGE)
		.flatMap((group) => {
			const rho = spearmanInterval(
				known.map((area) => score[area] ?? 0),
				known.map((area) => shareOf(table, group, groups, area))
			);
			if (!rho) return [];
			const { value, lower, upper } = rho;
			const name = table.columns[group] ?? '';
			return [{ group: name, rho: value, lower, upper, areas: known.length }];
		});
}

const shareOf = (table: Table, group: number, groups: readonly number[], area: number): number =>
	(cells(table, [group], area)[0] ?? 0) / sum(cells(table, groups, area));

/**
 * Exposure beyond composition: the chance that two residents of a neighbourhood differ, over the
 * chance that a resident and somebody from anywhere in the borough differ. 1 = as mixed as the
 * borough's own make-up gives; below 1 = more apart. Massey & Denton 1988 (exposure), as a ratio.
 */
export function exposure(table: Table, groups: readonly number[]): (number | null)[] {
	const totals = groups.map((g) => sum(table.values[g] ?? []));
	const everyone = sum(totals);
	const size = table.values[0]?.length ?? 0;
	return Array.from({ length: size }, (_, area) => {
		const counts = cells(table, groups, area);
		const here = sum(counts);
		if (here === 0 || counts.includes(null)) return null;
		let observed = 0;
		let expected = 0;
		counts.forEach((count, i) => {
			const share = (count ?? 0) / here;
			observed += share * (1 - share);
			expected += share * (1 - (totals[i] ?? 0) / everyone);
		});
		return expected > 0 ? observed / expected : null;
	});
}

const sum = (values: readonly (number | null)[]): number =>
	values.reduce<number>((total, value) => total + (value ?? 0), 0);
