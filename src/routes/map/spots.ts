import { NEIGHBOURHOODS } from '$lib/domain/area.ts';
import { rollup, rollupWords } from '$lib/domain/coldspot/rollup.ts';
import { standingOf, versionShown } from '$lib/domain/coldspot/standing.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import type { FoundOn } from '$lib/map/found.ts';
import type { Geography } from '$lib/map/geographies.ts';
import * as areas from '$lib/server/db/areas.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as coldSpots from '$lib/server/db/cold-spots.ts';
import type { StoredRecipe } from '$lib/server/db/cold-spots.ts';
import { residentsOf } from '$lib/server/residents.ts';
import { parents } from '../cold-spots/places.ts';
import { outlined } from '../cold-spots/outlined.ts';
import { finding } from '../cold-spots/words.ts';
import { shapesOf } from '../geo/shapes.ts';

// Findings of one lens on the map of any measure: outlines of neighbourhoods, whatever the map is by.

export interface Spots extends FoundOn {
	lens: string;
	title: string;
	version: number;
	isSigned: boolean;
	/** "Draft method, not adopted (version 1)." */
	standing: string;
	sentence: string;
	/** What the lens says of each area of the map. */
	says: Record<string, Said>;
}

export interface Said {
	/** "Draft cold spot, high confidence"; for larger areas "3 of 7 neighbourhoods, 41% of residents". */
	words: string;
	isFound: boolean;
}

export interface SpotsAsked {
	choices: { lens: string; title: string }[];
	shown: Spots | null;
	remarks: string[];
}

const LENSES = ['mix', 'barriers', 'reach'];

/** What can be laid over a map, and what the address asks for, or why it cannot be shown. */
export async function spotsOf(
	db: Db,
	at: string,
	{ lens, geography }: { lens: string | null; geography: Geography }
): Promise<SpotsAsked> {
	const stored = await coldSpots.recipes(db);
	const offered = LENSES.flatMap((code) => versionShown(stored, code) ?? []);
	const choices = offered.map(({ recipe }) => ({ lens: recipe.lens, title: recipe.title }));
	if (lens === null) return { choices, shown: null, remarks: [] };
	const chosen = offered.find(({ recipe }) => recipe.lens === lens);
	if (!chosen) return { choices, shown: null, remarks: [notOffered(lens)] };
	const { title, version } = chosen.recipe;
	const results = await coldSpots.results(db, lens, version);
	if (results.size === 0) {
		return { choices, shown: null, remarks: [`The lens “${title}” has no data yet: no outlines.`] };
	}
	return { choices, shown: await shown(db, at, { chosen, results, geography }), remarks: [] };
}

const notOffered = (lens: string): string =>
	LENSES.includes(lens)
		? 'The findings of that lens are not shown at present.'
		: `"${lens}" is not a lens. Choose one from the list “Cold spots”.`;

interface Facts {
	chosen: StoredRecipe;
	results: ReadonlyMap<string, StoredArea>;
	geography: Geography;
}

async function shown(db: Db, at: string, facts: Facts): Promise<Spots> {
	const { chosen, results } = facts;
	const { lens, title, version } = chosen.recipe;
	const [shapes, says] = await Promise.all([shapesOf(db, NEIGHBOURHOODS), saysOf(db, at, facts)]);
	const { word, text, isSigned } = standingOf(chosen);
	const { cold, possible } = outlined(results);
	return {
		...{ lens, title, version, isSigned, word, standing: text, says, cold, possible },
		href: shapes?.href ?? '',
		sentence: `“${title}” outlines ${cold.length} of ${results.size} neighbourhoods as ${word}s and ${possible.length} as possible.`
	};
}

async function saysOf(db: Db, at: string, { chosen, results, geography }: Facts) {
	const { word } = standingOf(chosen);
	if (geography.vintage === NEIGHBOURHOODS) {
		return Object.fromEntries([...results].map(([code, area]) => [code, said(area, word)]));
	}
	const [links, residents] = await Promise.all([
		areas.linksBetween(db, NEIGHBOURHOODS, geography.vintage),
		residentsOf(db, at)
	]);
	const rolled = rollup(results.values(), parents(links), residents);
	return Object.fromEntries(
		[...rolled].map(([code, row]) => [code, { words: rollupWords(row), isFound: row.cold > 0 }])
	);
}

const said = (area: StoredArea, word: string): Said => ({
	words: finding(area, word),
	isFound: area.label === 'cold spot' || area.label === 'possible'
});
