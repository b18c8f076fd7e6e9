// A random generator whose seed is printed, so that any permutation test can be repeated to the last
// digit. xoshiro128** (Blackman & Vigna 2021), seeded through splitmix32; never Math.random.

/** Gives the next whole number from 0 to 2^32 - 1. */
export type Random = () => number;

/** A generator from a whole-number seed; the same seed gives the same numbers on every machine. */
export function generator(seed: number): Random {
	if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
	const mix = splitmix(seed);
	let [a, b, c, d] = [mix(), mix(), mix(), mix()];
	return () => {
		const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
		const shifted = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= shifted;
		d = rotated(d, 11);
		return result;
	};
}

/** A number from 0 (included) to 1 (excluded) with 32 random bits. */
export const uniform = (random: Random): number => random() / 2 ** 32;

/** A whole number from 0 to n - 1; its bias is below n / 2^32. */
export const below = (random: Random, n: number): number => Math.floor((random() * n) / 2 ** 32);

/** Weights that add to 1, every combination equally likely (flat Dirichlet distribution). */
export function weights(random: Random, k: number): number[] {
	const gaps = Array.from({ length: k }, () => -Math.log(1 - uniform(random)));
	const total = gaps.reduce((a, b) => a + b, 0);
	return gaps.map((gap) => gap / total);
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function splitmix(seed: number): Random {
	let state = (seed ^ Math.floor(seed / 2 ** 32)) | 0;
	return () => {
		state = (state + 0x9e3779b9) | 0;
		let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return (mixed ^ (mixed >>> 15)) >>> 0;
	};
}
