import {
	type Area,
	type AreaLevel,
	ENGLAND,
	levels,
	LOCALITIES,
	MSOAS,
	NEIGHBOURHOODS,
	WALSALL,
	WARDS_BEFORE,
	WARDS_NOW,
	WEST_MIDLANDS
} from '../../domain/area.ts';
import { codes, someOf } from '../../domain/parameter-kinds.ts';
import type { Values } from '../../domain/parameters.ts';
import { type Comparator, comparators } from '../../domain/selection.ts';
import * as areas from '../db/areas.ts';
import type { Db } from '../db/client.ts';
import type { Wanted } from '../db/observations.ts';
import type { Reference } from './reference.ts';

// Which figures of an indicator a file or an answer of the interface holds. The same words in both, and
// in the links below every chart and map.

export const compareWith = {
	compare: someOf<Comparator | 'none'>(
		[...comparators, 'none'],
		'Rows to add for these comparators; without an area or a level, the areas of Walsall come with them'
	)
};

export const filters = {
	area: codes('areas', {
		of: 'an area',
		description: 'Only these areas, by code, with commas between',
		example: 'E08000030,E92000001',
		listedAt: '/api/v1/areas'
	}),
	level: someOf(Object.keys(levels) as AreaLevel[], 'Only these levels of geography'),
	boundaries: someOf(
		[WARDS_NOW, WARDS_BEFORE, LOCALITIES, NEIGHBOURHOODS, MSOAS],
		'Only areas of these versions of the boundaries: the wards of May 2026 and those before are two sets'
	),
	period: codes('periods', {
		of: 'a period',
		description: 'Only these periods, by code',
		example: '2023',
		listedAt: '/api/v1/periods'
	}),
	breakdown: codes('breakdowns', {
		of: 'a group',
		description: 'Only these groups, by code; "all" is everybody',
		example: 'all',
		listedAt: '/api/v1/breakdowns'
	}),
	...compareWith
};

export type Filters = Partial<Values<typeof filters>>;

/** The filters as conditions on figures. */
export async function wanted(
	db: Db,
	indicator: string,
	given: Filters,
	reference: Reference
): Promise<Wanted> {
	const { period, breakdown, compare } = given;
	const places = compare
		? { areas: [...chosen(given, reference), ...(await comparatorCodes(db, compare))] }
		: { areas: given.area, levels: given.level, vintages: given.boundaries };
	return present({ indicators: [indicator], periods: period, breakdowns: breakdown, ...places });
}

/** Codes of the areas that comparators stand for; the starting point is a period and has none. */
export async function comparatorCodes(
	db: Db,
	compare: readonly (Comparator | 'none')[]
): Promise<string[]> {
	const similar = compare.includes('similar') ? await areas.comparatorSet(db, 'similar') : [];
	return compare.flatMap((comparator) => {
		switch (comparator) {
			case 'england':
				return ENGLAND;
			case 'region':
				return WEST_MIDLANDS;
			case 'borough':
				return WALSALL;
			case 'similar':
				return similar.map(({ code }) => code);
			case 'start':
			case 'none':
				return [];
		}
	});
}

function chosen({ area, level, boundaries }: Filters, reference: Reference): string[] {
	const isAny = !area && !level && !boundaries;
	const isChosen = (one: Area) =>
		isAny
			? one.isLocal
			: (area?.includes(one.code) ?? true) &&
				(level?.includes(one.level) ?? true) &&
				(boundaries?.some((vintage) => vintage === one.vintage) ?? true);
	return [...reference.areas.values()].filter(isChosen).map(({ code }) => code);
}

// A condition that is not given must be absent, not undefined.
function present(conditions: { [K in keyof Wanted]: Wanted[K] | undefined }): Wanted {
	return Object.fromEntries(
		Object.entries(conditions).filter(([, condition]) => condition !== undefined)
	);
}
