import { code } from '$lib/domain/parameter-kinds.ts';
import { compare } from '$lib/domain/period.ts';
import { rowSchema } from '$lib/domain/table.ts';
import { indicatorNotes } from '$lib/server/export/indicator-notes.ts';
import { nothing, type Reference } from '$lib/server/export/reference.ts';
import { figureColumns, figures } from '$lib/server/export/tables/figures.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import * as published from '$lib/server/figures.ts';
import {
	areaName,
	codeName,
	edition,
	listOf,
	namedArea,
	openIndicator,
	shortArea,
	shortAreaSchema,
	shortIndicator,
	shortIndicatorSchema
} from '../common.ts';
import { endpoint } from '../endpoint.ts';

const shown = [
	'period',
	'period_label',
	'period_starts',
	'period_ends',
	'value',
	'lower_95',
	'upper_95',
	'numerator',
	'denominator',
	'state',
	'code',
	'flags',
	'note'
];

export const oneGroup = code('breakdowns', {
	of: 'a group',
	description: 'The group, by code; "all" (everybody) when left out',
	example: 'all',
	listedAt: '/api/v1/breakdowns'
});

export const series = endpoint({
	path: '/series/{code}/{area}',
	id: 'series',
	summary: 'One indicator in one area over time, oldest first',
	names: { code: codeName, area: areaName },
	parameters: { breakdown: oneGroup, edition },
	formats: ['json', 'csv', 'xlsx'],
	beside: {
		indicator: shortIndicatorSchema,
		area: shortAreaSchema,
		breakdown: { type: 'string' }
	},
	shape: listOf(rowSchema(figureColumns(nothing).filter(({ name }) => shown.includes(name)))),
	async answer({ db, at, reference, named, values }) {
		const indicator = openIndicator(reference, named['code']);
		const area = namedArea(reference, named['area']);
		const breakdown = values.breakdown ?? 'all';
		const of = { indicator: indicator.code, area: area.code, breakdown };
		const rows = inTime(await published.series(db, at, of), reference);
		return {
			title: `${indicator.title}, ${area.name}`,
			beside: { indicator: shortIndicator(indicator), area: shortArea(area), breakdown },
			table: figures(rows, reference, shown),
			whole: () => figures(rows, reference),
			sources: [indicator.sourceId, ...rows.map((row) => row.sourceId)],
			notes: indicatorNotes(indicator)
		};
	}
});

function inTime(rows: readonly Figure[], { periods }: Reference): Figure[] {
	return rows.toSorted((a, b) => {
		const [one, other] = [periods.get(a.period), periods.get(b.period)];
		return one && other ? compare(one, other) : 0;
	});
}
