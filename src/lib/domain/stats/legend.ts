// Legend numbers of map classes, printed the same on every map of a series.

/**
 * The numbers a legend prints: one more than classes, ascending. The ends are rounded outwards so
 * that no value lies outside; decimals grow by up to six until no two numbers are equal.
 */
export function legendNumbers(
	breaks: { lowest: number; upper: readonly number[] },
	decimals: number
): number[] {
	for (let places = decimals; places < decimals + 6; places++) {
		const numbers = outwards([breaks.lowest, ...breaks.upper], places);
		if (breaks.upper.length < 2 || new Set(numbers).size === numbers.length) return numbers;
	}
	return [breaks.lowest, ...breaks.upper];
}

function outwards(numbers: readonly number[], decimals: number): number[] {
	const scale = 10 ** decimals;
	const last = numbers.length - 1;
	return numbers.map((number, i) => {
		const scaled = Number((number * scale).toPrecision(15));
		const whole =
			i === 0 ? Math.floor(scaled) : i === last ? Math.ceil(scaled) : Math.round(scaled);
		return whole / scale;
	});
}
