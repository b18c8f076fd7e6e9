import { oneOf, code } from '$lib/domain/parameter-kinds.ts';
import { records, rowSchema } from '$lib/domain/table.ts';
import { postWords } from '$lib/domain/cpf/words.ts';
import { answersFor } from '$lib/server/answers.ts';
import { shownFor } from '$lib/server/web/shown.ts';
import * as catalogue from '$lib/server/db/indicators.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import type { Coverage } from '$lib/server/db/holdings.ts';
import { nothing, type Reference } from '$lib/server/export/reference.ts';
import {
	catalogueColumns,
	catalogueRows,
	catalogue as catalogueTable
} from '$lib/server/export/tables/catalogue.ts';
import {
	codeName,
	edition,
	listOf,
	maybe,
	namedIndicator,
	object,
	paged,
	paging
} from '../common.ts';
import { endpoint } from '../endpoint.ts';

const rowShape = rowSchema(catalogueColumns(nothing)) as { properties: Record<string, object> };

export const indicators = endpoint({
	path: '/indicators',
	id: 'indicators',
	summary: 'Every indicator, in catalogue order',
	description: 'A restricted one is listed with its definition; its figures need a named role.',
	parameters: {
		theme: code('themes', {
			of: 'a theme',
			description: 'Only indicators of this theme, by code',
			example: 'living',
			listedAt: '/api/v1/themes'
		}),
		kind: oneOf(
			['catalogue', 'context'],
			undefined,
			'Only the strategy’s proposed indicators, or only the context measures beside them'
		),
		figures: oneOf(['yes', 'no'], undefined, 'Only indicators with figures, or only those without'),
		...paging,
		edition
	},
	formats: ['json', 'csv', 'xlsx'],
	isPaged: true,
	shape: listOf(rowShape),
	async answer({ db, at, reference, values }) {
		const { theme, kind, figures } = values;
		const coverage = await holdings.coverage(db, at);
		const rows = catalogueRows(reference.indicators.values(), coverage).filter(
			({ indicator, coverage }) =>
				(theme === undefined || indicator.themes.includes(theme)) &&
				(kind === undefined || indicator.kind === kind) &&
				(figures === undefined || (figures === 'yes') === coverage.length > 0)
		);
		return {
			title: 'Catalogue of indicators',
			table: catalogueTable(paged(rows, values), reference),
			total: rows.length
		};
	}
});

export const indicator = endpoint({
	path: '/indicators/{code}',
	id: 'indicator',
	summary: 'One indicator: definition, versions, breaks in its series, and what figures there are',
	names: { code: codeName },
	parameters: { edition },
	formats: ['json'],
	shape: object({
		...rowShape.properties,
		why: maybe('string'),
		who_missed: maybe('string'),
		disclosure: 'string',
		map_allowed: 'boolean',
		versions: listOf(
			object({
				version: 'integer',
				valid_from: { type: 'string', format: 'date' },
				valid_to: maybe('string'),
				title: 'string',
				definition: 'string',
				breaks_series: 'boolean',
				break_note: maybe('string')
			})
		),
		breaks: listOf(object({ starts: { type: 'string', format: 'date' }, note: 'string' })),
		tags: listOf(object({ framework: 'string', code: 'string', label: 'string' })),
		influence: maybe('string'),
		owner: maybe('string'),
		contributors: listOf({ type: 'string' }),
		coverage: listOf(
			object({
				period: 'string',
				level: 'string',
				boundaries: 'string',
				breakdown: 'string',
				areas: 'integer'
			})
		),
		links: object({ page: 'string', values: 'string', csv: 'string', csvw: 'string' })
	}),
	async answer({ db, at, edition: shown, reference, named }) {
		const found = namedIndicator(reference, named['code']);
		const on = await shownFor(db, shown, new Date());
		const [coverage, versions, breaks, tags, answers] = await Promise.all([
			holdings.coverage(db, at, found.code),
			catalogue.versions(db, found.code),
			catalogue.breaks(db, found.code),
			catalogue.tags(db, found.code),
			answersFor(db, found.code, on)
		]);
		return {
			title: found.title,
			data: {
				...rowOf(found.code, coverage, reference),
				why: found.why,
				who_missed: found.whoMissed,
				disclosure: found.disclosure,
				map_allowed: found.mapAllowed,
				versions: versions.map((one) => ({
					version: one.version,
					valid_from: one.valid_from,
					valid_to: one.valid_to,
					title: one.title,
					definition: one.definition,
					breaks_series: one.break_before,
					break_note: one.break_note
				})),
				breaks: breaks.map(({ starts, note }) => ({ starts, note })),
				tags: tags.map(({ framework, code, label }) => ({ framework, code, label })),
				influence: answers.influence,
				owner: answers.owner && postWords(answers.owner),
				contributors: answers.contributors.map(postWords),
				coverage: coverage.map(coverageRow),
				links: linksOf(found.code.toLowerCase())
			},
			sources: [found.sourceId]
		};
	}
});

function rowOf(code: string, coverage: readonly Coverage[], reference: Reference) {
	const rows = catalogueRows([...reference.indicators.values()], coverage);
	const own = rows.filter(({ indicator }) => indicator.code === code);
	return records(catalogueTable(own, reference))[0];
}

function coverageRow({ period, level, vintage, breakdown, areas }: Coverage) {
	return { period, level, boundaries: vintage, breakdown, areas };
}

function linksOf(code: string) {
	return {
		page: `/indicators/${code}`,
		values: `/api/v1/indicators/${code}/values`,
		csv: `/data/${code}.csv`,
		csvw: `/data/${code}.csv-metadata.json`
	};
}
