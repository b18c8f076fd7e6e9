// Do two measures rank the areas alike? Between areas only: it says nothing about people.
import { average, sum } from '../number.ts';
import { averageRanks } from '../composite/normalise.ts';
import { zFor } from './distribution.ts';

/** Pearson's correlation; undefined below two pairs or without spread. */
export function pearson(x: readonly number[], y: readonly number[]): number | undefined {
	if (x.length !== y.length) throw new RangeError('unequal lengths');
	const [meanX, meanY] = [average(x), average(y)];
	if (meanX === undefined || meanY === undefined) return undefined;
	const xy = sum(x.map((value, i) => (value - meanX) * ((y[i] ?? 0) - meanY)));
	const xx = sum(x.map((value) => (value - meanX) ** 2));
	const yy = sum(y.map((value) => (value - meanY) ** 2));
	return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : undefined;
}

/** Spearman's rank correlation; ties share their average rank. Spearman 1904. */
export const spearman = (x: readonly number[], y: readonly number[]): number | undefined =>
	pearson(averageRanks(x), averageRanks(y));

/**
 * Spearman's correlation with limits by Fisher's z, standard error sqrt((1 + r^2 / 2) / (n - 3))
 * (Bonett & Wright 2000). Neighbouring areas resemble each other, so the true limits are wider.
 * undefined below four pairs.
 */
export function spearmanInterval(
	x: readonly number[],
	y: readonly number[],
	confidence = 0.95
): { value: number; lower: number; upper: number } | undefined {
	const value = spearman(x, y);
	if (value === undefined || x.length < 4) return undefined;
	if (Math.abs(value) === 1) return { value, lower: value, upper: value };
	const half = zFor(confidence) * Math.sqrt((1 + value ** 2 / 2) / (x.length - 3));
	const at = (shift: number) => Math.tanh(Math.atanh(value) + shift);
	return { value, lower: at(-half), upper: at(half) };
}

/** Kendall's tau-b, corrected for ties; undefined when either list is all ties. Kendall 1945. */
export function kendallTauB(x: readonly number[], y: readonly number[]): number | undefined {
	if (x.length !== y.length) throw new RangeError('unequal lengths');
	let [agree, pairsX, pairsY] = [0, 0, 0];
	for (let j = 1; j < x.length; j++) {
		for (let i = 0; i < j; i++) {
			const dx = Math.sign((x[j] ?? 0) - (x[i] ?? 0));
			const dy = Math.sign((y[j] ?? 0) - (y[i] ?? 0));
			agree += dx * dy;
			pairsX += Math.abs(dx);
			pairsY += Math.abs(dy);
		}
	}
	return pairsX > 0 && pairsY > 0 ? agree / Math.sqrt(pairsX * pairsY) : undefined;
}
