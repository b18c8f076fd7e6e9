import { oneOf } from '$lib/domain/parameter-kinds.ts';
import { records, rowSchema } from '$lib/domain/table.ts';
import * as stored from '$lib/server/db/judgements.ts';
import { judgementColumns, judgements as table } from '$lib/server/export/tables/judgements.ts';
import { edition, listOf, maybe, object, paging, someAreas, someIndicators } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { inputsOf, methodOf } from '$lib/server/judgement-inputs.ts';
import { Problem } from '$lib/server/web/problem.ts';

const rowShape = rowSchema(judgementColumns) as { properties: Record<string, object> };

export const judgements = endpoint({
	path: '/judgements',
	id: 'judgements',
	summary: 'Stored tests that the pages’ sentences rest on',
	description: 'Made once, when figures are published. Nothing recomputes them.',
	parameters: {
		indicator: someIndicators,
		area: someAreas,
		kind: oneOf(
			[
				...(['movement', 'comparison', 'trend', 'control', 'spread', 'gap'] as const),
				...(['target', 'pace', 'chance', 'masking', 'reliability'] as const)
			],
			undefined,
			'Only judgements of this kind'
		),
		...paging,
		edition
	},
	formats: ['json', 'csv', 'xlsx'],
	isPaged: true,
	shape: listOf(rowShape),
	async answer({ db, at, values }) {
		const { indicator, area, kind } = values;
		const wanted = {
			...(kind ? { kind } : {}),
			...(indicator ? { indicators: indicator } : {}),
			...(area ? { areas: area } : {})
		};
		const { rows, total } = await stored.page(db, at, wanted, values);
		return { title: 'Judgements', table: table(rows), total };
	}
});

export const judgement = endpoint({
	path: '/judgements/{id}',
	id: 'judgement',
	summary:
		'One judgement by its number, with its rule, version and inputs: sentences on pages link here',
	names: { id: { description: 'Number of the judgement', example: '1' } },
	parameters: { edition },
	formats: ['json'],
	shape: object({
		...rowShape.properties,
		held_from: { type: 'string', format: 'date-time' },
		held_to: maybe('string'),
		inputs: listOf(
			object({
				area: 'string',
				period: 'string',
				value: maybe('number'),
				lower: maybe('number'),
				upper: maybe('number'),
				numerator: maybe('number'),
				denominator: maybe('number')
			})
		),
		links: object({ indicator: 'string', area: 'string', series: 'string', method: 'string' })
	}),
	async answer({ db, at, reference, named }) {
		const id = /^\d{1,12}$/.test(named['id'] ?? '') ? Number(named['id']) : NaN;
		const found = Number.isNaN(id) ? undefined : await stored.byId(db, at, id);
		if (!found) throw new Problem(404, `We hold no judgement with the number "${named['id']}".`);
		const { judgement, heldFrom, heldTo } = found;
		const code = judgement.indicator.toLowerCase();
		const inputs = await inputsOf(db, heldFrom, judgement);
		return {
			title: `Judgement ${judgement.id}`,
			data: {
				...records(table([judgement]))[0],
				held_from: heldFrom,
				held_to: heldTo,
				inputs: inputs.map(({ area, period, value, lower, upper, numerator, denominator }) => ({
					...{ area, period, value, lower, upper, numerator, denominator }
				})),
				links: {
					indicator: `/indicators/${code}`,
					area: `/places/${judgement.area}`,
					series: `/api/v1/series/${code}/${judgement.area}`,
					method: methodOf(judgement)
				}
			},
			sources: [reference.indicators.get(judgement.indicator)?.sourceId ?? null]
		};
	}
});
