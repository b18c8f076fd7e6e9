// From measures to one score a neighbourhood. Inside a lens, measures are put on a common scale so
// that no single one dominates; between lenses nothing is ever added up. Low score = cold.

import { exponentialTransform, winsorised, zScores } from '../composite/normalise.ts';
import { type Tables, values } from './measure.ts';
import type { Measure, Recipe } from './recipe.ts';

export type Normalisation = 'exponential' | 'zscore';

/** Coldness of each domain by neighbourhood; higher = colder, null = no measure has a value. */
export interface DomainScores {
	codes: string[];
	scores: (number | null)[][];
	/** Neighbourhoods that lack at least one measure: "possible" at most. */
	incomplete: boolean[];
}

/** Mean of the z-scores of a domain's measures, each turned so that higher = colder. */
export function domainScores(recipe: Recipe, tables: Tables): DomainScores {
	const measured = recipe.domains.map(({ measures }) =>
		measures.map((measure) => values(measure, tables, recipe.minimumBase))
	);
	const size = measured[0]?.[0]?.length ?? 0;
	return {
		codes: recipe.domains.map(({ code }) => code),
		scores: recipe.domains.map(({ measures }, d) =>
			meanOf(measures.map((measure, m) => coldness(measure, measured[d]?.[m] ?? [])))
		),
		incomplete: Array.from({ length: size }, (_, area) =>
			measured.some((domain) => domain.some((column) => column[area] == null))
		)
	};
}

/** Weighted composite, low = cold; null where no domain has a value. Weights of missing domains fall away. */
export function composite(
	{ scores }: DomainScores,
	weights: readonly number[],
	normalisation: Normalisation
): (number | null)[] {
	const scaled = scores.map((column) => normalised(column, normalisation));
	const size = scores[0]?.length ?? 0;
	return Array.from({ length: size }, (_, area) => {
		let total = 0;
		let weight = 0;
		scaled.forEach((column, d) => {
			const value = column[area];
			if (value == null) return;
			total += value * (weights[d] ?? 0);
			weight += weights[d] ?? 0;
		});
		return weight > 0 ? -total / weight : null;
	});
}

function coldness(measure: Measure, column: (number | null)[]): (number | null)[] {
	const sign = measure.cold === 'high' ? 1 : -1;
	// The outermost hundredths are drawn in, so that one odd value does not stretch the scale.
	const drawnIn = onKnown(column, (known) => winsorised(known, 0.01, 0.99));
	return standard(drawnIn).map((z) => (z === null ? null : sign * z));
}

function normalised(column: (number | null)[], how: Normalisation): (number | null)[] {
	return how === 'zscore'
		? standard(column)
		: onKnown(column, (known) => exponentialTransform(known, true));
}

const standard = (column: (number | null)[]) =>
	onKnown(column, (known) => zScores(known)?.population ?? known.map(() => 0));

/** Applies a function of the known values and puts the gaps back where they were. */
function onKnown(
	column: (number | null)[],
	scale: (known: number[]) => number[]
): (number | null)[] {
	const scaled = scale(column.filter((value) => value !== null));
	let next = 0;
	return column.map((value) => (value === null ? null : (scaled[next++] ?? null)));
}

function meanOf(columns: (number | null)[][]): (number | null)[] {
	return (columns[0] ?? []).map((_, area) => {
		const known = columns.map((column) => column[area] ?? null).filter((value) => value !== null);
		return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
	});
}
