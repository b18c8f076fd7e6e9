import type { Area } from '$lib/domain/area.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { codes, readElsewhere, whole } from '$lib/domain/parameter-kinds.ts';
import { rolesOnly } from '$lib/domain/sentence/absent.ts';
import type { Reference } from '$lib/server/export/reference.ts';
import { Problem } from '$lib/server/web/problem.ts';

// What several addresses of the interface share: common parameters, and the thing a path names.

export const edition = readElsewhere(
	'Show what was held to be true in this edition: its name, or a date (YYYY-MM-DD). The latest when left out.',
	'2026-11-22'
);

export const LONGEST_PAGE = 10_000;

/** For lists that come in pages. */
export const paging = {
	limit: whole(1, LONGEST_PAGE, 1000, 'Most rows in one answer'),
	offset: whole(
		0,
		999_999_999,
		0,
		'Rows to leave out at the start; `next` has the address of the next page'
	)
};

export const someIndicators = codes('indicators', {
	of: 'an indicator',
	description: 'Codes of indicators, with commas between',
	example: 'W04,L07',
	listedAt: '/api/v1/indicators'
});

export const someAreas = codes('areas', {
	of: 'an area',
	description: 'Codes of areas, with commas between',
	example: 'E08000030,E92000001',
	listedAt: '/api/v1/areas'
});

/** The page of rows that was asked for. */
export function paged<T>(
	rows: readonly T[],
	{ limit, offset }: { limit: number; offset: number }
): T[] {
	return rows.slice(offset, offset + limit);
}

export const codeName = { description: 'Code of an indicator, in capitals or not', example: 'W04' };
export const areaName = { description: 'Code of an area', example: 'E08000030' };

/** The indicator that a path names; a problem when there is none. */
export function namedIndicator({ indicators }: Reference, code = ''): Indicator {
	const found = indicators.get(code.toUpperCase());
	if (found) return found;
	throw new Problem(
		404,
		`We hold no indicator with the code "${code}". /api/v1/indicators lists them.`
	);
}

/** The same where its figures are asked for: those of a restricted one are refused, held or not. */
export function openIndicator(reference: Reference, code?: string): Indicator {
	const found = namedIndicator(reference, code);
	if (!found.restricted) return found;
	throw new Problem(403, rolesOnly(found).text);
}

/** The area that a path names; a problem when there is none. */
export function namedArea({ areas }: Reference, code = ''): Area {
	const found = areas.get(code.toUpperCase());
	if (found) return found;
	throw new Problem(404, `We hold no area with the code "${code}". /api/v1/areas lists them.`);
}

/** An indicator beside its figures. */
export function shortIndicator({ code, title, unit, valueKind, decimals, polarity }: Indicator) {
	return {
		code,
		title,
		unit,
		value_kind: valueKind,
		decimals,
		polarity,
		page: `/indicators/${code.toLowerCase()}`
	};
}

export const shortIndicatorSchema = object({
	code: 'string',
	title: 'string',
	unit: 'string',
	value_kind: 'string',
	decimals: 'integer',
	polarity: 'string',
	page: 'string'
});

/** An area beside its figures. */
export function shortArea({ code, name, level, vintage }: Area) {
	return { code, name, level, boundaries: vintage };
}

export const shortAreaSchema = object({
	code: 'string',
	name: 'string',
	level: 'string',
	boundaries: 'string'
});

/** JSON Schema of an object whose every property is there, but the optional; a name stands for `{ type }`. */
export function object(
	properties: Record<string, string | object>,
	optional: readonly string[] = []
): object {
	return {
		type: 'object',
		required: Object.keys(properties).filter((name) => !optional.includes(name)),
		properties: Object.fromEntries(
			Object.entries(properties).map(([name, shape]) => [
				name,
				typeof shape === 'string' ? { type: shape } : shape
			])
		),
		additionalProperties: false
	};
}

/** JSON Schema of a type or null. */
export const maybe = (type: string): object => ({ type: [type, 'null'] });

export const listOf = (items: object): object => ({ type: 'array', items });
