import type { Indicator } from '../indicator.ts';
import { uncapitalised } from '../sentence/sentence.ts';
import type { Measure } from './measures.ts';

// What is missing and why, and what is due: from whom, and when if that is agreed. The words are the
// catalogue's own.

export interface Awaited {
	/** What it waits for: "First return; date not yet agreed". */
	next: string;
	count: number;
	/** Indicators that wait for the same, with the catalogue's reason. */
	reasons: { reason: string; indicators: Pick<Indicator, 'code' | 'title'>[] }[];
}

const UNKNOWN = 'Date not yet agreed';

/** Proposed indicators without figures, by what they wait for, in catalogue order. */
export function awaited(all: readonly Measure[]): Awaited[] {
	const waiting = all
		.filter(({ indicator, filled }) => !filled && indicator.kind === 'catalogue')
		.map(({ indicator }) => indicator)
		.filter(({ restricted }) => !restricted);
	const byNext = Map.groupBy(waiting, ({ nextUpdate }) => nextUpdate ?? UNKNOWN);
	return [...byNext].map(([next, indicators]) => ({
		next,
		count: indicators.length,
		reasons: [...Map.groupBy(indicators, reasonOf)].map(([reason, own]) => ({
			reason,
			indicators: own.map(({ code, title }) => ({ code, title }))
		}))
	}));
}

const reasonOf = ({ awaited: reason, sourceText }: Indicator): string =>
	reason ?? `Awaited from ${uncapitalised(sourceText)}.`;

/** "first return 29, annual report of a survey 12, to be loaded 12". */
export function awaitedInShort(groups: readonly Awaited[]): string {
	return groups
		.toSorted((a, b) => b.count - a.count)
		.map(({ next, count }) => `${uncapitalised(next.split(';')[0] ?? next)} ${count}`)
		.join(', ');
}

export interface Due {
	when: string;
	/** The measures that it brings, in catalogue order. */
	indicators: Pick<Indicator, 'code' | 'title'>[];
}

/** When measures with figures are next updated; those that have ended are left out. */
export function due(all: readonly Measure[]): Due[] {
	const coming = all
		.filter(({ filled, indicator }) => filled && !indicator.restricted)
		.map(({ indicator }) => indicator)
		.filter(({ nextUpdate }) => nextUpdate !== null && !/^none/i.test(nextUpdate));
	return [...Map.groupBy(coming, ({ nextUpdate }) => nextUpdate ?? UNKNOWN)]
		.map(([when, indicators]) => ({
			when,
			indicators: indicators.map(({ code, title }) => ({ code, title }))
		}))
		.sort((a, b) => lastYear(a.when) - lastYear(b.when));
}

/** The latest year that the words name; words without a year come last. */
function lastYear(words: string): number {
	const years = [...words.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year));
	return years.length > 0 ? Math.max(...years) : Infinity;
}
