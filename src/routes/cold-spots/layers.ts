import type { Measure } from '$lib/domain/coldspot/recipe.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import { fixed, type Unit } from '$lib/domain/format.ts';
import { lookOf, type Painted } from '$lib/map/choropleth.ts';
import type { StoredRecipe } from '$lib/server/db/cold-spots.ts';

// What the map can shade: the composite of the lens, each measure in it, and those beside it.

export interface Layer {
	code: string;
	title: string;
	/** Part of the lens, or shown beside it only. */
	beside: boolean;
	unit: Unit;
	/** Stored values of shares are shares: shown as percent. */
	times: number;
	upper: number[];
	median: number | null;
}

export function layersOf({ recipe, findings }: StoredRecipe): Layer[] {
	if (!findings) return [];
	const layer = (measure: Measure, beside: boolean): Layer => ({
		code: measure.code,
		title: measure.title,
		beside,
		unit: unitOf(measure),
		times: measure.unit === '%' && measure.source.kind === 'share' ? 100 : 1,
		upper: findings.classes[measure.code] ?? [],
		median: findings.medians[measure.code] ?? null
	});
	const exposure = findings.medians['exposure'];
	return [
		{
			code: 'score',
			title: 'The whole lens (low score = cold)',
			beside: false,
			unit: { valueKind: 'score', unit: 'score', decimals: 0 },
			times: 1,
			upper: findings.classes['score'] ?? [],
			median: null
		},
		...recipe.domains.flatMap(({ measures }) => measures.map((one) => layer(one, false))),
		...recipe.beside.map((one) => layer(one, true)),
		...(exposure == null
			? []
			: [
					{
						code: 'exposure',
						title: 'Mixing beside what the borough’s make-up gives (1 = as much)',
						beside: true,
						unit: { valueKind: 'index' as const, unit: 'ratio', decimals: 2 },
						times: 1,
						upper: findings.classes['exposure'] ?? [],
						median: exposure
					}
				])
	];
}

export const valueIn = (layer: Layer, area: StoredArea): number | null =>
	layer.code === 'score' ? area.score : (area.profile.measures[layer.code] ?? null);

/** A value in the layer's own words; "No data" where there is none. */
export function shown(layer: Layer, value: number | null): string {
	if (value === null) return 'No data';
	const text = fixed(value * layer.times, layer.unit.decimals);
	return layer.unit.valueKind === 'percent' ? `${text}%` : text;
}

export function painted(
	results: ReadonlyMap<string, StoredArea>,
	layer: Layer,
	names: ReadonlyMap<string, string>
): Record<string, Painted> {
	return Object.fromEntries(
		[...results].map(([code, area]) => {
			const value = valueIn(layer, area);
			const state = value === null ? ('not collected' as const) : ('known' as const);
			const look = lookOf({ value, state, flags: [] }, layer.upper);
			const label = `${names.get(code) ?? code}: ${shown(layer, value)}. ${area.label}`;
			return [code, { look, label }];
		})
	);
}

function unitOf({ unit, decimals }: Measure): Unit {
	if (unit === '%') return { valueKind: 'percent', unit: '%', decimals };
	return { valueKind: unit === 'chance' ? 'index' : 'score', unit, decimals };
}
