import { LOCALITIES, MSOAS, NEIGHBOURHOODS, WARDS_BEFORE, WARDS_NOW } from '$lib/domain/area.ts';
import { carried } from '$lib/domain/selection.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as figures from '$lib/server/figures.ts';
import { geography } from '../places/geography.ts';
import { fullName } from '../places/naming.ts';
import { asked } from './asked.ts';
import { compareRows, remarks, shared } from './shape.ts';
import type { PageServerLoad } from './$types';

/** Rows shown when the address names no measure. */
const FIRST = 8;

export const load: PageServerLoad = async ({ locals: { db, edition }, url }) => {
	const ask = asked(url.searchParams);
	const [places, catalogue, all] = await Promise.all([
		geography(db, carried(url.searchParams)),
		indicators.inUse(db),
		periods.all(db)
	]);
	const areas = ask.areas.flatMap((code) => places.areas.get(code) ?? []);
	const unknown = ask.areas.filter((code) => !places.areas.has(code));
	const codes = areas.map(({ code }) => code);
	const wanted = { areas: codes, breakdowns: ['all'] };
	const held = {
		catalogue,
		periods: all,
		figures: codes.length > 0 ? await figures.held(db, edition.publishedAt, wanted) : []
	};
	const offered = shared(areas, held);
	const chosen = offered.filter(({ code }) => ask.indicators.includes(code));
	const shown = ask.indicators.length > 0 ? chosen : offered.slice(0, FIRST);
	return {
		areas: areas.map((area) => ({
			code: area.code,
			name: fullName(area),
			href: area.isLocal ? places.path(area) : null
		})),
		asked: ask,
		unknown,
		unknownMeasures: ask.indicators.filter((code) => !offered.some((one) => one.code === code)),
		remarks: remarks(areas, ask.left),
		rows: compareRows(areas, shown, held),
		shown: shown.map(({ code }) => code),
		offered: offered.map(({ code, title }) => ({ code, title })),
		choices: choices([...places.areas.values()])
	};
};

/** Every place that can be chosen, by kind and name. */
function choices(all: readonly Parameters<typeof fullName>[0][]) {
	const groups = [
		{ label: 'Localities', vintage: LOCALITIES },
		{ label: 'Wards now in force', vintage: WARDS_NOW },
		{ label: 'Former wards', vintage: WARDS_BEFORE },
		{ label: 'Community areas', vintage: MSOAS },
		{ label: 'Neighbourhoods', vintage: NEIGHBOURHOODS },
		{ label: 'Boroughs', vintage: 'borough' },
		{ label: 'Larger areas', vintage: 'region' },
		{ label: 'Country', vintage: 'country' }
	];
	return groups.map(({ label, vintage }) => ({
		label,
		areas: all
			.filter((area) => area.vintage === vintage)
			.map((area) => ({ code: area.code, name: fullName(area) }))
			.sort((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }))
	}));
}
