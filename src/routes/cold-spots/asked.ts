import type { LensCode } from '$lib/domain/coldspot/recipe.ts';

// The view is wholly in the address: lens, version, what the map shades, the selected area.

export interface Asked {
	lens: LensCode;
	/** Null = the signed version, else the newest. */
	version: number | null;
	/** Another version to set beside it. */
	against: number | null;
	/** `score`, or the code of a measure of the lens. */
	layer: string;
	area: string | null;
}

export const lenses: readonly LensCode[] = ['mix', 'barriers', 'reach'];

/** Unknown words fall back to the default view; a page always answers. */
export function asked(params: URLSearchParams): Asked {
	const lens = lenses.find((code) => code === params.get('lens')) ?? 'mix';
	const number = (name: string) => {
		const given = Number(params.get(name));
		return Number.isInteger(given) && given > 0 ? given : null;
	};
	return {
		lens,
		version: number('version'),
		against: number('against'),
		layer: params.get('layer') ?? 'score',
		area: params.get('area')?.toUpperCase() ?? null
	};
}

/** Address of a view; what equals the default is left out. */
export function address(view: Partial<Asked>): string {
	const params = new URLSearchParams();
	if (view.lens && view.lens !== 'mix') params.set('lens', view.lens);
	if (view.version) params.set('version', String(view.version));
	if (view.against) params.set('against', String(view.against));
	if (view.layer && view.layer !== 'score') params.set('layer', view.layer);
	if (view.area) params.set('area', view.area);
	const query = params.toString();
	return query ? `/cold-spots?${query}` : '/cold-spots';
}
