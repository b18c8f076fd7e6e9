import { max } from 'd3';

/** Moves labels apart along the value axis: at most `lines` of them fit between its limits. */
export function spreadLabels<T extends { value: number }>(
	labels: readonly T[],
	[low, high]: [number, number],
	lines: number
): (T & { at: number })[] {
	const step = (high - low) / lines;
	const placed = [...labels]
		.sort((a, b) => a.value - b.value)
		.map((label) => ({ ...label, at: label.value }));
	for (const [i, label] of placed.entries()) {
		const below = placed[i - 1];
		if (below) label.at = Math.max(label.at, below.at + step);
	}
	// Pushing upwards alone would lift the top label off its line: share the shift, stay inside.
	const shift = (max(placed, (label) => label.at - label.value) ?? 0) / 2;
	const top = placed.at(-1);
	const over = top ? Math.max(0, top.at - shift - high) : 0;
	return placed.map((label) => ({ ...label, at: label.at - shift - over }));
}
