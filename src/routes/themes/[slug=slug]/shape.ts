import type { Line } from '../../indicators/line.ts';

// A theme's lines: those with figures first, then what is awaited; context measures apart.

export function shape(lines: readonly Line[]) {
	const proposed = lines.filter(({ indicator }) => indicator.kind === 'catalogue');
	const isFilled = (line: Line) => line.filled;
	const filled = proposed.filter(isFilled);
	return {
		filled,
		awaited: proposed.filter((line) => !isFilled(line)),
		context: lines.filter((line) => line.indicator.kind === 'context' && isFilled(line)),
		headline: headline(filled, proposed.length)
	};
}

/** "2 of 12 indicators have figures, and 1 of them has clearly changed". */
function headline(filled: readonly Line[], total: number): string {
	const have = (n: number) => (n === 1 ? 'has' : 'have');
	if (filled.length === 0) {
		return total === 1
			? 'The only indicator has no figures yet.'
			: `None of the ${total} indicators has figures yet.`;
	}
	const clear = filled.filter(
		({ movement }) => movement?.outcome === 'higher' || movement?.outcome === 'lower'
	).length;
	const changed =
		clear === 0
			? 'None of them has clearly changed.'
			: `${clear} of them ${have(clear)} clearly changed.`;
	return `${filled.length} of ${total} indicators ${have(filled.length)} figures. ${changed}`;
}
