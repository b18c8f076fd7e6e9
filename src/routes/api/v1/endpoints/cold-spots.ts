import { PROMPT, standingOf, versionShown } from '$lib/domain/coldspot/standing.ts';
import { whole } from '$lib/domain/parameter-kinds.ts';
import { rowSchema, table } from '$lib/domain/table.ts';
import { findingColumns, findings, versionColumns } from '$lib/server/export/tables/cold-spots.ts';
import { findingsOf, LENSES, seen } from '$lib/server/findings.ts';
import { Problem } from '$lib/server/web/problem.ts';
import { edition, listOf, object } from '../common.ts';
import { endpoint } from '../endpoint.ts';

// Integration cold spots: every answer says whether the method is a draft.

const about =
	'Three lenses, never added up. Findings are about places: a prompt for conversation, not a ranking of people. A draft method is not adopted.';

export const coldSpots = endpoint({
	path: '/cold-spots',
	id: 'cold-spots',
	summary: 'Versions of the cold-spot lenses',
	description: about,
	parameters: { edition },
	formats: ['json', 'csv', 'xlsx'],
	shape: listOf(rowSchema(versionColumns)),
	async answer({ db, at }) {
		const title = 'Integration cold spots: versions of the lenses';
		return { title, table: table(versionColumns, await seen(db, at), ['lens', 'version']) };
	}
});

export const coldSpotsOf = endpoint({
	path: '/cold-spots/{lens}',
	id: 'cold-spots-of-a-lens',
	summary: 'Findings of one lens by neighbourhood',
	description: about,
	names: { lens: { description: 'mix, barriers or reach', example: 'mix' } },
	parameters: {
		version: whole(0, 999, 0, 'Version of the recipe; 0 is the signed one, else the newest'),
		edition
	},
	formats: ['json', 'csv', 'xlsx'],
	beside: {
		lens: object({
			code: 'string',
			title: 'string',
			summary: 'string',
			version: 'integer',
			is_signed: 'boolean',
			standing: 'string',
			note: 'string',
			page: 'string'
		})
	},
	shape: listOf(rowSchema(findingColumns)),
	async answer({ db, at, named, values }) {
		const chosen = versionShown(await seen(db, at), named['lens'] ?? '', values.version || null);
		if (!chosen) {
			const what = values.version ? `version ${values.version} of the lens` : 'lens';
			throw new Problem(
				404,
				`There is no ${what} "${named['lens']}" to show. The lenses are ${LENSES.join(', ')}; /api/v1/cold-spots lists their versions.`
			);
		}
		const { lens, title, summary, version } = chosen.recipe;
		const { isSigned, text } = standingOf(chosen);
		return {
			title: `Integration cold spots: ${title}, version ${version}`,
			beside: {
				lens: {
					...{ code: lens, title, summary, version, is_signed: isSigned, standing: text },
					...{ note: PROMPT, page: `/cold-spots?lens=${lens}&version=${version}` }
				}
			},
			table: findings(await findingsOf(db, [chosen])),
			notes: [
				{ term: 'Standing of the method', text },
				{ term: 'What it is for', text: PROMPT }
			]
		};
	}
});
