import { error } from '@sveltejs/kit';
import { compareWith } from '$lib/server/export/filters.ts';
import { sourcesOf } from '$lib/server/export/indicator-notes.ts';
import { profileFigures } from '$lib/server/export/profile.ts';
import { reference } from '$lib/server/export/reference.ts';
import { figures } from '$lib/server/export/tables/figures.ts';
import { download, noSuchFile, parametersOf, wantedFile } from '../../download.ts';
import type { RequestHandler } from './$types';

/** The latest figure of every indicator for one place: /data/places/E05016433.csv. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	const file = wantedFile(params.file) ?? noSuchFile(params.file);
	const { db, edition } = locals;
	const held = await reference(db);
	const area = held.areas.get(file.name.toUpperCase());
	if (!area) {
		error(404, `We hold no area with the code ${file.name.toUpperCase()}. See the list of areas.`);
	}
	const { compare } = parametersOf(compareWith, url, held);
	const rows = await profileFigures(db, edition.publishedAt, area.code, compare);
	const about = {
		title: `Latest figures for ${area.name}`,
		description: 'The latest figure of every indicator that reaches this area.',
		name: area.code.toLowerCase(),
		edition,
		sources: sourcesOf(rows, undefined, held),
		facts: [
			{ term: 'Area', text: `${area.name} (${area.code})` },
			{ term: 'Boundaries', text: area.vintage },
			{
				term: 'Not listed',
				text: 'Measures that stop at a larger area are never spread over its parts.'
			}
		]
	};
	return download(figures(rows, held), about, file);
};
