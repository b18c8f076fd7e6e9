import { type Rollup, rollup, rollupWords } from '$lib/domain/coldspot/rollup.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import type { Area, AreaLink } from '$lib/domain/area.ts';
import { parents, type Places } from './places.ts';

// Findings of neighbourhoods by locality and ward, in order of name.

export interface RolledUp {
	title: string;
	note: string;
	rows: { code: string; name: string; words: string; rollup: Rollup }[];
}

export function rollups(results: ReadonlyMap<string, StoredArea>, places: Places): RolledUp[] {
	const by = (areas: readonly Area[], links: readonly AreaLink[]) => {
		const rolled = rollup(results.values(), parents(links), places.residents);
		return areas.flatMap(({ code, name }) => {
			const row = rolled.get(code);
			return row && row.neighbourhoods > 0
				? [{ code, name, words: rollupWords(row), rollup: row }]
				: [];
		});
	};
	return [
		{
			title: 'By locality',
			note: 'Localities are inferred from the wards until May 2026.',
			rows: by(places.localities, places.links.toLocality)
		},
		{
			title: 'By ward now',
			note: 'A neighbourhood that is split between wards counts where most of it lies.',
			rows: by(places.wards, places.links.toNow)
		},
		{
			title: 'By ward until May 2026',
			note: 'The evaluation named wards by these boundaries.',
			rows: by(places.formerWards, places.links.toFormer)
		}
	];
}
