import { LOCALITIES, MSOAS, NEIGHBOURHOODS, WARDS_BEFORE, WARDS_NOW } from '$lib/domain/area.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { code, oneOf } from '$lib/domain/parameter-kinds.ts';
import { cellSchema } from '$lib/domain/table.ts';
import * as classes from '$lib/server/db/classes.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import { indicatorNotes } from '$lib/server/export/indicator-notes.ts';
import { nothing } from '$lib/server/export/reference.ts';
import { figureColumns, figures } from '$lib/server/export/tables/figures.ts';
import * as published from '$lib/server/figures.ts';
import {
	codeName,
	edition,
	listOf,
	openIndicator,
	object,
	shortIndicator,
	shortIndicatorSchema
} from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { Problem } from '$lib/server/web/problem.ts';
import { oneGroup } from './series.ts';

const shown = ['area_code', 'area', 'value', 'lower_95', 'upper_95', 'state', 'code'];

const vintages = {
	ward: WARDS_NOW,
	'former-ward': WARDS_BEFORE,
	lsoa: NEIGHBOURHOODS,
	msoa: MSOAS,
	locality: LOCALITIES
} as const;
type By = keyof typeof vintages;

export const map = endpoint({
	path: '/map/{code}',
	id: 'map',
	summary: 'One indicator for every area of one kind, as lists of equal length',
	description:
		'Map classes are upper bounds: a value belongs to the first class whose bound it does not pass. Indicators shown as tables only have no map.',
	names: { code: codeName },
	parameters: {
		by: oneOf<By, 'ward'>(
			Object.keys(vintages) as By[],
			'ward',
			'Kind of area: wards of May 2026, former wards, neighbourhoods (lsoa), community areas (msoa) or localities'
		),
		period: code('periods', {
			of: 'a period',
			description: 'The period, by code; the latest with figures when left out',
			example: '2021-03-21',
			listedAt: '/api/v1/periods'
		}),
		breakdown: oneGroup,
		edition
	},
	formats: ['json', 'csv', 'xlsx'],
	beside: {
		indicator: shortIndicatorSchema,
		boundaries: { type: 'string' },
		period: { ...object({ id: 'string', label: 'string' }), type: ['object', 'null'] },
		breakdown: { type: 'string' },
		classes: {
			...object({ version: 'integer', method: 'string', upper: listOf({ type: 'number' }) }),
			type: ['object', 'null']
		}
	},
	shape: object(
		Object.fromEntries(
			figureColumns(nothing)
				.filter(({ name }) => shown.includes(name))
				.map((column) => [column.name, listOf(cellSchema(column))])
		)
	),
	async answer({ db, at, reference, named, values }) {
		const indicator = mapped(openIndicator(reference, named['code']));
		const vintage = vintages[values.by];
		const of = { indicator: indicator.code, breakdown: values.breakdown ?? 'all', vintage };
		const [period, breaks] = await Promise.all([
			values.period ?? holdings.latestPeriod(db, at, of),
			classes.forMap(db, indicator.code, vintage)
		]);
		const rows = period === undefined ? [] : await published.map(db, at, { ...of, period });
		const label = period === undefined ? undefined : reference.periods.get(period)?.label;
		return {
			title: label ? `${indicator.title}, ${label}` : indicator.title,
			beside: {
				indicator: shortIndicator(indicator),
				boundaries: vintage,
				period: period === undefined ? null : { id: period, label },
				breakdown: of.breakdown,
				classes: breaks
					? { version: breaks.version, method: breaks.method, upper: breaks.upper }
					: null
			},
			table: figures(rows, reference, shown),
			as: 'columns',
			whole: () => figures(rows, reference),
			sources: [indicator.sourceId, ...rows.map((row) => row.sourceId)],
			notes: indicatorNotes(indicator)
		};
	}
});

function mapped(indicator: Indicator): Indicator {
	if (indicator.mapAllowed) return indicator;
	const { code } = indicator;
	throw new Problem(
		404,
		`${code} describes the make-up of the population, so it has tables and no map: see /api/v1/indicators/${code.toLowerCase()}/values.`
	);
}
