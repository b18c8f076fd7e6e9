// Reading map classes: the class of a value and the numbers of the legend. No library, so that a map in
// the browser can use it alone.

/** Class of a value, from 0. Below the first or above the last bound (another year): the end class. */
export function classOf(value: number, upper: readonly number[]): number {
	const found = upper.findIndex((bound) => value <= bound);
	return found === -1 ? upper.length - 1 : found;
}

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
