import { type AreaLevel, levels } from '$lib/domain/area.ts';
import { someOf } from '$lib/domain/parameter-kinds.ts';
import { records, rowSchema } from '$lib/domain/table.ts';
import * as memberships from '$lib/server/db/areas.ts';
import { filters } from '$lib/server/export/filters.ts';
import { nothing } from '$lib/server/export/reference.ts';
import {
	areaColumns,
	areas as areaTable,
	lookupColumns,
	lookups
} from '$lib/server/export/tables/places.ts';
import { areaName, edition, listOf, namedArea, object, paged, paging } from '../common.ts';
import { endpoint } from '../endpoint.ts';

const areaShape = rowSchema(areaColumns) as { properties: Record<string, object> };
const linkShape = rowSchema(lookupColumns(nothing));

export const areas = endpoint({
	path: '/areas',
	id: 'areas',
	summary: 'Every area of every version of the boundaries',
	parameters: {
		level: someOf(Object.keys(levels) as AreaLevel[], 'Only these levels of geography'),
		boundaries: filters.boundaries,
		...paging,
		edition
	},
	formats: ['json', 'csv', 'xlsx'],
	isPaged: true,
	shape: listOf(areaShape),
	async answer({ reference, values }) {
		const rows = [...reference.areas.values()].filter(
			(area) =>
				(values.level?.includes(area.level) ?? true) &&
				(values.boundaries?.some((vintage) => vintage === area.vintage) ?? true)
		);
		return { title: 'Areas', table: areaTable(paged(rows, values)), total: rows.length };
	}
});

export const area = endpoint({
	path: '/areas/{code}',
	id: 'area',
	summary: 'One area, with the areas it lies in and those that lie in it, dated and with shares',
	names: { code: areaName },
	parameters: { edition },
	formats: ['json'],
	shape: object({
		...areaShape.properties,
		lies_in: listOf(linkShape),
		contains: listOf(linkShape),
		links: object({ page: 'string', profile: 'string' })
	}),
	async answer({ db, reference, named }) {
		const found = namedArea(reference, named['code']);
		const links = await memberships.linksOf(db, found.code);
		const shown = (rows: typeof links) => records(lookups(rows, reference));
		return {
			title: found.name,
			data: {
				...records(areaTable([found]))[0],
				lies_in: shown(links.filter((link) => link.child === found.code)),
				contains: shown(links.filter((link) => link.parent === found.code)),
				links: { page: `/places/${found.code}`, profile: `/api/v1/areas/${found.code}/profile` }
			}
		};
	}
});
