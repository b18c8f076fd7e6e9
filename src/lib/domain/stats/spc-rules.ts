// The rules that mark unusual points on an XmR chart (Making Data Count, NHS England). Flags are 0 or
// +1, and -1 for a downward run; lists are as long as the series.

const run = 7;

/** +1 or -1 at each point that completes or continues 7 in a row on one side; 0 on the mean breaks it. */
export function shift7(relativeToMean: readonly number[]): number[] {
	let length = 0;
	return relativeToMean.map((side, i) => {
		length = side !== 0 && side === relativeToMean[i - 1] ? length + 1 : Math.abs(Math.sign(side));
		return length >= run ? side : 0;
	});
}

/** +1 or -1 at each point that completes or continues 6 rises or falls (7 points); a tie breaks it. */
export function trend7(values: readonly number[]): number[] {
	const steps = values.map((value, i) =>
		i === 0 ? 0 : Math.sign(value - (values[i - 1] ?? value))
	);
	let length = 0;
	return steps.map((step, i) => {
		length = step !== 0 && step === steps[i - 1] ? length + 1 : Math.abs(step);
		return length >= run - 1 ? step : 0;
	});
}

/** 1 at every point of the runs of seven that end at a flag. */
export function partOf7(flags: readonly number[]): number[] {
	return flags.map((_, i) => (flags.slice(i, i + run).some((flag) => flag !== 0) ? 1 : 0));
}

/** 1 at all points of any three in a row on one side of the mean, two or more close to the limit. */
export function twoInThree(
	closeToLimit: readonly number[],
	relativeToMean: readonly number[]
): number[] {
	const holds = (start: number) => {
		const sides = relativeToMean.slice(start, start + 3);
		const close = closeToLimit.slice(start, start + 3).filter((flag) => flag !== 0).length;
		const oneSide = sides.every((side) => side !== 0 && side === sides[0]);
		return start >= 0 && sides.length === 3 && oneSide && close >= 2;
	};
	return relativeToMean.map((_, i) => ([i - 2, i - 1, i].some(holds) ? 1 : 0));
}
