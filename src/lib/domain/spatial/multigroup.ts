// Segregation of several groups at once. Biased upwards for small groups and small areas: see
// segregation-reference.ts. Formulas: Theil & Finizza 1971; Reardon & Firebaugh 2002.
import { sum } from '../number.ts';
import { entropy, simpson } from './diversity.ts';
import { type Margins, type Matrix, column, margins } from './groups.ts';

/** Mutual information M, Theil's H = M / E (0 to 1) and overall entropy E, natural logarithm. */
export function theilH(matrix: Matrix): { M: number; H: number; E: number } | undefined {
	const whole = margins(matrix);
	const E = whole && entropy(whole.groups);
	if (!whole || E === undefined || E === 0) return undefined;
	const inside = sum(
		matrix.map((row, i) => ((whole.areas[i] ?? 0) / whole.total) * (entropy(row) ?? 0))
	);
	const M = E - inside;
	return { M, H: M / E, E };
}

/** Multigroup dissimilarity, 0 to 1. Morgan 1975; Sakoda 1981. */
export const multigroupDissimilarity = (matrix: Matrix): number | undefined =>
	deviations(
		matrix,
		(gap) => Math.abs(gap),
		(_, diversity, total) => 2 * total * diversity
	);

/** Relative diversity R, 0 to 1. Carlson 1992. */
export const relativeDiversity = (matrix: Matrix): number | undefined =>
	deviations(
		matrix,
		(gap) => gap ** 2,
		(_, diversity, total) => total * diversity
	);

/** Normalised exposure P, 0 to 1. James 1986. */
export const normalisedExposure = (matrix: Matrix): number | undefined =>
	deviations(
		matrix,
		(gap) => gap ** 2,
		(share, _, total) => total * (1 - share)
	);

/**
 * Sum over areas and groups of people times a function of (local share - overall share), each group's
 * part divided by `scale`; undefined unless two groups have members.
 */
function deviations(
	matrix: Matrix,
	size: (gap: number) => number,
	scale: (share: number, diversity: number, total: number) => number
): number | undefined {
	const whole = margins(matrix);
	const diversity = whole && simpson(whole.groups);
	if (!whole || !diversity) return undefined;
	return sum(
		whole.shares.map((share, m) => {
			const part = ofGroup(matrix, m, whole, (gap) => size(gap));
			return part / scale(share, diversity, whole.total);
		})
	);
}

const ofGroup = (matrix: Matrix, m: number, whole: Margins, size: (gap: number) => number) =>
	sum(
		column(matrix, m).map((x, i) => {
			const here = whole.areas[i] ?? 0;
			return here === 0 ? 0 : here * size(x / here - (whole.shares[m] ?? 0));
		})
	);
