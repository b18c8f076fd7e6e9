import type { Indicator } from '$lib/domain/indicator.ts';
import type { Line } from '../../indicators/line.ts';

// A theme's lines: those with figures first, then what is awaited; context measures apart.

export function shape(lines: readonly Line[]) {
	const proposed = lines.filter(({ indicator }) => indicator.kind === 'catalogue');
	const isFilled = (line: Line) => line.filled;
	const filled = proposed.filter(isFilled);
	return {
		filled,
		awaited: wait(proposed.filter((line) => !isFilled(line)).map(({ indicator }) => indicator)),
		context: lines.filter((line) => line.indicator.kind === 'context' && isFilled(line)),
		missing: proposed.length - filled.length,
		headline: headline(filled, proposed.length)
	};
}

export interface Waiting {
	reason: string;
	indicators: Pick<Indicator, 'code' | 'title'>[];
}

/** Indicators that wait for the same thing, in catalogue order of the first. */
function wait(indicators: readonly Indicator[]): Waiting[] {
	return [...Map.groupBy(indicators, reason)].map(([why, waiting]) => ({
		reason: why,
		indicators: waiting.map(({ code, title }) => ({ code, title }))
	}));
}

function reason({ restricted, awaited, sourceText }: Indicator): string {
	if (restricted) return 'Not public: its figures need a named role.';
	return awaited ?? `Awaited from: ${sourceText}. Date not yet agreed.`;
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
