// Does a proportion rise or fall steadily across ordered groups or periods?
import { type Maybe, isNumber, sum } from '../number.ts';
import { chiSquarePValue } from './distribution.ts';

/**
 * Cochran-Armitage test for trend, 1 degree of freedom: x with the property among n, at `scores`
 * (1..k unless given). undefined for missing or impossible counts, all or none, or equal scores.
 * Cochran 1954; Armitage 1955.
 */
export function cochranArmitage(
	x: readonly Maybe[],
	n: readonly Maybe[],
	scores: readonly number[] = x.map((_, i) => i + 1)
): { chi2: number; p: number } | undefined {
	if (x.length !== n.length || x.length !== scores.length) throw new RangeError('unequal lengths');
	if (!x.every(isNumber) || !n.every(isNumber)) return undefined;
	if (x.some((value, i) => value < 0 || value > (n[i] ?? 0))) return undefined;
	const [X, N] = [sum(x), sum(n)];
	const at = (i: number) => scores[i] ?? 0;
	const xt = sum(x.map((value, i) => value * at(i)));
	const nt = sum(n.map((value, i) => value * at(i)));
	const ntt = sum(n.map((value, i) => value * at(i) ** 2));
	const spread = X * (N - X) * (N * ntt - nt ** 2);
	if (!(spread > 0)) return undefined;
	const chi2 = (N * (N * xt - X * nt) ** 2) / spread;
	return { chi2, p: chiSquarePValue(chi2) };
}
