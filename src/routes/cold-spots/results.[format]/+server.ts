import { error } from '@sveltejs/kit';
import { PROMPT, standingOf, versionShown } from '$lib/domain/coldspot/standing.ts';
import { file, formats } from '$lib/server/export/file.ts';
import { findings } from '$lib/server/export/tables/cold-spots.ts';
import { findingsOf, seen } from '$lib/server/findings.ts';
import { asked } from '../asked.ts';
import type { RequestHandler } from './$types';

/** Findings of one lens by neighbourhood; a draft says so in every row. */
export const GET: RequestHandler = async ({ locals: { db, edition }, params, url }) => {
	const format = formats.find((known) => known === params.format);
	if (!format) error(404, `Choose one of: ${formats.map((f) => `results.${f}`).join(', ')}.`);
	const ask = asked(url.searchParams);
	const chosen = versionShown(await seen(db, edition.publishedAt), ask.lens, ask.version);
	if (!chosen) error(404, 'There is no such version of this lens. Leave the version out.');
	const { recipe, inputsHash } = chosen;
	const about = {
		title: `Integration cold spots: ${recipe.title}, version ${recipe.version}. ${standingOf(chosen).text}`,
		description: `${recipe.summary} ${PROMPT}`,
		name: `cold-spots-${recipe.lens}-v${recipe.version}`,
		edition,
		sources: [],
		facts: [
			{ term: 'Seed', text: String(recipe.seed) },
			{ term: 'Permutations', text: String(recipe.permutations) },
			{ term: 'Hash of the inputs', text: inputsHash }
		]
	};
	const made = await file(findings(await findingsOf(db, [chosen])), about, format);
	return new Response(made.body, { headers: made.headers });
};
