import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import type { StoredRecipe } from '$lib/server/db/cold-spots.ts';
import { layersOf, shown, valueIn } from './layers.ts';
import { names, parents, type Places } from './places.ts';

// Why: the profile of one neighbourhood beside the borough's middle neighbourhood.

export function selected(
	results: ReadonlyMap<string, StoredArea>,
	{ area, recipe: stored, places }: { area: string; recipe: StoredRecipe; places: Places }
) {
	const result = results.get(area);
	const place = places.neighbourhoods.find(({ code }) => code === area);
	if (!result || !place) return null;
	const ward = parents(places.links.toNow).get(area) ?? '';
	const former = parents(places.links.toFormer).get(area) ?? '';
	const locality = parents(places.links.toLocality).get(area) ?? '';
	const measures = layersOf(stored).filter(({ code }) => code !== 'score');
	return {
		code: area,
		name: place.name,
		note: place.note,
		ward: names(places.wards).get(ward) ?? '',
		formerWard: names(places.formerWards).get(former) ?? '',
		locality: names(places.localities).get(locality) ?? '',
		result,
		measures: measures.map((layer) => ({
			code: layer.code,
			title: layer.title,
			beside: layer.beside,
			here: shown(layer, valueIn(layer, result)),
			middle: shown(layer, layer.median)
		})),
		domains: stored.recipe.domains.map(({ code, title }) => ({
			title,
			coldness: result.profile.domains[code] ?? null
		}))
	};
}
