import type { Recipe } from '$lib/domain/coldspot/recipe.ts';
import { agreement, rollup, rollupWords } from '$lib/domain/coldspot/rollup.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import type { Compared } from './comparison.ts';
import { names, parents, type Places } from './places.ts';

// Where lenses agree and differ, and what each says of the places that were once named.

export function lensesSideBySide({ lenses }: Compared, { neighbourhoods }: Places) {
	const [first, second] = lenses.filter(({ results }) => results.size > 0);
	if (!first || !second) return null;
	const counts = agreement(first.results, second.results);
	const nameOf = names(neighbourhoods);
	const both = [...first.results.values()]
		.filter(
			({ area, label }) => label === 'cold spot' && second.results.get(area)?.label === 'cold spot'
		)
		.map(({ area }) => nameOf.get(area) ?? area);
	return { first: first.recipe.title, second: second.recipe.title, counts, both };
}

export interface NamedPlace {
	code: string;
	name: string;
	by: string;
	says: { lens: string; words: string; why: string }[];
}

/** For each place that somebody once named, what each lens finds in it. */
export function namedPlaces({ lenses }: Compared, places: Places): NamedPlace[] {
	const wardOf = parents(places.links.toFormer);
	const nameOf = names(places.formerWards);
	const rolled = lenses.map(({ recipe, results }) => ({
		recipe,
		results,
		lens: recipe.title,
		rows: rollup(results.values(), wardOf, places.residents),
		empty: results.size === 0
	}));
	const named = lenses[0]?.recipe.named ?? [];
	return named.map(({ area, by }) => ({
		code: area,
		name: nameOf.get(area) ?? area,
		by,
		says: rolled.map(({ recipe, results, lens, rows, empty }) => {
			const row = rows.get(area);
			if (empty || !row) return { lens, words: 'No data yet', why: '' };
			const inside = [...results.values()].filter((one) => wardOf.get(one.area) === area);
			return { lens, words: rollupWords(row), why: reason(recipe, inside) };
		})
	}));
}

/** "Colder than the borough's average on 4 of 4 parts: ethnic group, …". Parts are z-scores. */
function reason({ domains }: Recipe, inside: readonly StoredArea[]): string {
	const colder = domains.filter(({ code }) => {
		const known = inside.flatMap(({ profile }) => profile.domains[code] ?? []);
		return known.length > 0 && known.reduce((a, b) => a + b, 0) / known.length > 0;
	});
	const parts = colder.map(({ title }) => title.toLowerCase()).join(', ');
	const count = `Colder than the borough’s average on ${colder.length} of ${domains.length} parts`;
	return colder.length === 0 ? `${count}.` : `${count}: ${parts}.`;
}
