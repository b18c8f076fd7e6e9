import type { Indicator } from '../indicator.ts';
import type { Measure } from './measures.ts';

// What is missing and why, and what is due: from whom, and when if that is agreed.

export interface Awaited {
	/** Who is to send it. */
	source: string;
	/** When, in the catalogue's words. */
	when: string;
	indicators: Indicator[];
}

/** Proposed indicators without figures, by source, in catalogue order. */
export function awaited(all: readonly Measure[]): Awaited[] {
	const waiting = all
		.filter(({ indicator, filled }) => !filled && indicator.kind === 'catalogue')
		.map(({ indicator }) => indicator)
		.filter(({ restricted }) => !restricted);
	return [...Map.groupBy(waiting, ({ sourceText }) => sourceText)].map(([source, indicators]) => ({
		source,
		when: indicators[0]?.awaited ?? 'Date not yet agreed',
		indicators
	}));
}

/** The source that most indicators wait for, when it is more than a few. */
export function mostAwaited(
	groups: readonly Awaited[]
): { source: string; count: number } | undefined {
	const most = [...groups].sort((a, b) => b.indicators.length - a.indicators.length)[0];
	return most && most.indicators.length > 3
		? { source: most.source, count: most.indicators.length }
		: undefined;
}

export interface Due {
	when: string;
	measures: number;
}

/** When measures with figures are next updated, in the catalogue's words; those that end are left out. */
export function due(all: readonly Measure[]): Due[] {
	const coming = all.filter(
		({ filled, indicator }) =>
			filled && indicator.nextUpdate && !/^none/i.test(indicator.nextUpdate)
	);
	return [...Map.groupBy(coming, ({ indicator }) => indicator.nextUpdate ?? '')]
		.map(([when, measures]) => ({ when, measures: measures.length }))
		.sort((a, b) => Number(/not /.test(a.when)) - Number(/not /.test(b.when)));
}
