import { error } from '@sveltejs/kit';
import { NEIGHBOURHOODS } from '$lib/domain/area.ts';
import { type Column, table } from '$lib/domain/table.ts';
import { versionShown } from '$lib/domain/coldspot/standing.ts';
import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as coldSpots from '$lib/server/db/cold-spots.ts';
import { file, formats } from '$lib/server/export/file.ts';
import { asked } from '../asked.ts';
import type { RequestHandler } from './$types';

interface Row {
	name: string;
	result: StoredArea;
	standing: string;
}

/** Findings of one lens by neighbourhood; a draft says so in every row. */
export const GET: RequestHandler = async ({ locals: { db, edition }, params, url }) => {
	const format = formats.find((known) => known === params.format);
	if (!format) error(404, `Choose one of: ${formats.map((f) => `results.${f}`).join(', ')}.`);
	const ask = asked(url.searchParams);
	const versions = await coldSpots.recipes(db);
	const chosen = versionShown(versions, ask.lens, ask.version);
	if (!chosen) error(404, 'There is no such version of this lens. Leave the version out.');
	const { recipe, status, inputsHash } = chosen;
	const [places, results] = await Promise.all([
		areas.ofVintage(db, NEIGHBOURHOODS),
		coldSpots.results(db, recipe.lens, recipe.version)
	]);
	const standing = status === 'signed' ? 'signed' : 'draft method, not adopted';
	const rows = places.flatMap(({ code, name }): Row[] => {
		const result = results.get(code);
		return result ? [{ name, result, standing }] : [];
	});
	const about = {
		title: `Integration cold spots: ${recipe.title}, version ${recipe.version} (${standing})`,
		description: `${recipe.summary} A prompt for conversation about places, not a ranking of people.`,
		name: `cold-spots-${recipe.lens}-v${recipe.version}`,
		edition,
		sources: [],
		facts: [
			{ term: 'Seed', text: String(recipe.seed) },
			{ term: 'Permutations', text: String(recipe.permutations) },
			{ term: 'Hash of the inputs', text: inputsHash }
		]
	};
	const made = await file(table(columns, rows, ['area_code']), about, format);
	return new Response(made.body, { headers: made.headers });
};

const number = (name: string, title: string, of: (row: Row) => number | null): Column<Row> => ({
	name,
	title,
	datatype: 'number',
	description: title,
	of
});
const text = (name: string, title: string, of: (row: Row) => string | null): Column<Row> => ({
	name,
	title,
	datatype: 'string',
	description: title,
	of
});

const columns: Column<Row>[] = [
	text('area_code', 'Neighbourhood code (LSOA 2021)', ({ result }) => result.area),
	text('area_name', 'Neighbourhood', ({ name }) => name),
	text('finding', 'Finding', ({ result }) => result.label),
	text('confidence', 'Confidence', ({ result }) => result.confidence),
	number(
		'held_share',
		'Share of changed recipes in which it held',
		({ result }) => result.heldShare
	),
	number('score', 'Score (low = cold)', ({ result }) => result.score),
	number('z', 'Gi* z-score', ({ result }) => result.z),
	number('p', 'Permutation p', ({ result }) => result.p),
	number('q', 'p after the correction for many tests', ({ result }) => result.q),
	text('edge', 'Touches the borough boundary', ({ result }) => (result.edge ? 'yes' : 'no')),
	text(
		'finding_without_edge',
		'Finding with border neighbourhoods left out',
		({ result }) => result.labelWithoutEdge
	),
	text(
		'finding_without_ring',
		'Finding without the neighbourhoods outside, where those were used',
		({ result }) => result.profile.withoutRing ?? null
	),
	text('standing', 'Standing of the method', ({ standing }) => standing)
];
