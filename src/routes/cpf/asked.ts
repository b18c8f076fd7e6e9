import { error } from '@sveltejs/kit';
import { LOCALITIES, WALSALL } from '$lib/domain/area.ts';
import {
	type Asked as Filter,
	directorates,
	type Grouping,
	GROUPINGS,
	type Named,
	NOBODY
} from '$lib/domain/cpf/filter.ts';
import * as areas from '$lib/server/db/areas.ts';
import type { Db } from '$lib/server/db/client.ts';
import type { Performance } from '$lib/server/cpf.ts';

// What an address of /cpf asks for. What is not known is refused with what is.

export interface Place {
	code: string;
	name: string;
}

/** The borough and its localities: the places whose figures can be shown. */
export async function placesOf(db: Db): Promise<Place[]> {
	const localities = await areas.ofVintage(db, LOCALITIES);
	return [
		{ code: WALSALL, name: 'Walsall borough' },
		...localities.map(({ code, name }) => ({ code, name: `${name} locality` }))
	];
}

/** The place whose figures are asked for. */
export function placeOf(params: URLSearchParams, places: readonly Place[]): Place {
	const code = params.get('locality') || WALSALL;
	const found = places.find((place) => place.code === code.toUpperCase());
	return found ?? error(404, `There is no locality “${code}”. Choose one of: ${listed(places)}.`);
}

export interface Asked extends Filter {
	by: Grouping;
}

/** Grouping and filters; `area` is that of the page, if it has one. */
export function asked(
	params: URLSearchParams,
	{ areas: all, measures }: Performance,
	themes: readonly Named[]
): Asked {
	const owners = [...directorates(measures), { code: NOBODY, label: 'Nobody' }];
	const codes = all.map(({ code, label }) => ({ code, label }));
	return {
		by: (one(
			params,
			'by',
			GROUPINGS.map((code) => ({ code, label: code }))
		) ?? 'area') as Grouping,
		area: one(params, 'area', codes),
		owner: one(params, 'owner', owners),
		theme: one(params, 'theme', themes)
	};
}

function one(params: URLSearchParams, name: string, known: readonly Named[]): string | null {
	const text = params.get(name);
	if (text === null || text === '') return null;
	const found = known.find(({ code }) => code.toLowerCase() === text.toLowerCase());
	if (found) return found.code;
	const codes = known.map(({ code }) => code).join(', ');
	return error(400, `“${text}” is no ${name} here. You can use: ${codes}.`);
}

const listed = (places: readonly Place[]): string =>
	places.map(({ code, name }) => `${code} (${name})`).join(', ');
