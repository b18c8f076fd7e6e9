// How well a best fit represents its targets: from how many neighbourhoods each is built, and which
// share of its people is counted in the wrong place.
import { sum } from '../number.ts';
import type { Lookup, Overlap } from './aggregate.ts';

/** Degree of fit of one target. Shares are of people, 0 to 1. */
export interface Fit {
	/** Neighbourhoods that make up the target. */
	sources: number;
	/** Share of the people counted in the target who live outside it. */
	strangers: number;
	/** Share of the target's residents who are counted elsewhere. */
	missing: number;
	/** Fewer than three neighbourhoods, or more than a tenth of people misplaced. */
	poor: boolean;
}

/** Fewer sources than this, or a larger misplaced share than that, makes a fit poor (judgement). */
export const poorFit = { sources: 3, share: 0.1 } as const;

/** Degree of fit of every target of a lookup, given the population of each source-target overlap. */
export function degreeOfFit(overlaps: readonly Overlap[], lookup: Lookup): Record<string, Fit> {
	const targets = new Set(Object.values(lookup).filter((code): code is string => code != null));
	return Object.fromEntries([...targets].map((code) => [code, fitOf(code, overlaps, lookup)]));
}

function fitOf(target: string, overlaps: readonly Overlap[], lookup: Lookup): Fit {
	const people = (rows: readonly Overlap[]) => sum(rows.map((row) => row.weight));
	const given = overlaps.filter((row) => lookup[row.source] === target);
	const resident = overlaps.filter((row) => row.target === target);
	const both = people(given.filter((row) => row.target === target));
	const sources = Object.values(lookup).filter((code) => code === target).length;
	const strangers = 1 - both / people(given) || 0;
	const missing = 1 - both / people(resident) || 0;
	const poor = sources < poorFit.sources || Math.max(strangers, missing) > poorFit.share;
	return { sources, strangers, missing, poor };
}
