// Where a value lies among those of its kind, in fifths and in words. It says how usual a value is and
// never gives a rank: places are not in a league.

const words = [
	'in the lowest fifth',
	'lower than most',
	'near the middle',
	'higher than most',
	'in the highest fifth'
] as const;

/** Undefined with fewer than 20 values: fifths of a few places would be ranks. */
export function position(value: number, all: readonly number[]): string | undefined {
	if (all.length < 20) return undefined;
	const below = all.filter((other) => other < value).length;
	const alike = all.filter((other) => other === value).length;
	const middle = (below + Math.max(alike - 1, 0) / 2) / (all.length - 1);
	return words[Math.min(4, Math.floor(middle * 5))];
}
