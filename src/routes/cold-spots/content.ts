import { standingOf } from '$lib/domain/coldspot/standing.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import type { Shapes } from '$lib/map/shapes.ts';
import type { StoredRecipe } from '$lib/server/db/cold-spots.ts';
import { address, type Asked } from './asked.ts';
import type { Compared } from './comparison.ts';
import { layersOf, painted } from './layers.ts';
import { lensesSideBySide, namedPlaces } from './lenses.ts';
import { list } from './list.ts';
import { outlined } from './outlined.ts';
import { names, parents, type Places } from './places.ts';
import { rollups } from './rollups.ts';
import { selected } from './selected.ts';
import { versionChanges, versionList } from './versions.ts';

// Stored results to the words and columns of the page. Nothing is computed about a place here.

interface Facts {
	ask: Asked;
	chosen: StoredRecipe | undefined;
	versions: readonly StoredRecipe[];
	compared: Compared;
	places: Places;
	shapes: Shapes;
}

export function content({ ask, chosen, versions, compared, places, shapes }: Facts) {
	const results: ReadonlyMap<string, StoredArea> =
		compared.lenses.find(({ recipe }) => recipe.lens === ask.lens)?.results ?? new Map();
	const layers = chosen ? layersOf(chosen) : [];
	const layer = layers.find(({ code }) => code === ask.layer) ?? layers[0];
	const area = ask.area !== null && results.has(ask.area) ? ask.area : null;
	return {
		view: { lens: ask.lens, version: ask.version, layer: layer?.code ?? 'score', area },
		unknownArea: ask.area !== null && area === null ? ask.area : null,
		lenses: compared.lenses.map(({ recipe }) => ({
			code: recipe.lens,
			title: recipe.title,
			summary: recipe.summary,
			href: address({ lens: recipe.lens })
		})),
		recipe: chosen?.recipe ?? null,
		standing: chosen ? standingOf(chosen) : null,
		versions: versionList(versions, chosen?.recipe),
		findings: chosen?.findings ?? null,
		headline: headline(results, places),
		layers,
		layer: layer ?? null,
		painted: layer ? painted(results, layer, names(places.neighbourhoods)) : {},
		outlined: outlined(results),
		list: list(results, places),
		selected: area && chosen ? selected(results, { area, recipe: chosen, places }) : null,
		rollups: rollups(results, places),
		sideBySide: lensesSideBySide(compared, places),
		named: namedPlaces(compared, places),
		changes: versionChanges(compared, chosen && { recipe: chosen.recipe, results }, places),
		boundaries: shapes.label
	};
}

/** "20 of 169 neighbourhoods, most of them in Pelsall and Brownhills." Former wards, by best fit. */
function headline(results: ReadonlyMap<string, StoredArea>, places: Places) {
	const cold = [...results.values()].filter(({ label }) => label === 'cold spot');
	const ward = parents(places.links.toFormer);
	const counts = new Map<string, number>();
	for (const { area } of cold) {
		const parent = ward.get(area);
		if (parent) counts.set(parent, (counts.get(parent) ?? 0) + 1);
	}
	const wardNames = names(places.formerWards);
	const wards = [...counts.keys()].map((code) => wardNames.get(code) ?? code).sort();
	return { cold: cold.length, of: results.size, wards };
}
