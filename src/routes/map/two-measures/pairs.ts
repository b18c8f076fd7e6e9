import { NEIGHBOURHOODS } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Pair } from '$lib/domain/spatial/bivariate.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as coverage from '$lib/server/db/holdings.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as figures from '$lib/server/figures.ts';

// The two measures that an address names, and their latest figures by neighbourhood.

export interface Chosen {
	offered: Indicator[];
	x: Indicator | undefined;
	y: Indicator | undefined;
	/** Parameters that name no measure with figures by neighbourhood. */
	unknown: string[];
}

export async function chosen(db: Db, at: string, params: URLSearchParams): Promise<Chosen> {
	const offered = await offeredBy(db, at);
	const pick = (name: string) =>
		offered.find(({ code }) => code === params.get(name)?.toUpperCase());
	const x = pick('x') ?? offered[0];
	const y = pick('y') ?? offered.find(({ code }) => code !== x?.code);
	return { offered, x, y, unknown: ['x', 'y'].filter((name) => params.get(name) && !pick(name)) };
}

/** Measures with figures by neighbourhood that may be mapped. */
async function offeredBy(db: Db, at: string): Promise<Indicator[]> {
	const [catalogue, held] = await Promise.all([indicators.all(db), coverage.coverage(db, at)]);
	const covered = new Set(
		held
			.filter(({ vintage, breakdown }) => vintage === NEIGHBOURHOODS && breakdown === 'all')
			.map(({ indicator }) => indicator)
	);
	return catalogue.filter(({ code, mapAllowed }) => mapAllowed && covered.has(code));
}

export interface Held {
	/** Neighbourhoods with a known figure of both; too small a base leaves one out. */
	pairs: Pair[];
	figures: Figure[];
}

export async function pairsOf(db: Db, at: string, x: Indicator, y: Indicator): Promise<Held> {
	const held = await figures.latest(db, at, {
		indicators: [x.code, y.code],
		vintages: [NEIGHBOURHOODS],
		breakdowns: ['all']
	});
	const ys = known(held, y);
	const pairs = [...known(held, x)].flatMap(([area, value]) => {
		const other = ys.get(area) ?? null;
		return value === null || other === null ? [] : [{ area, x: value, y: other }];
	});
	return { pairs, figures: held };
}

const known = (held: readonly Figure[], { code }: Indicator) =>
	new Map(
		held
			.filter(({ indicator, flags }) => indicator === code && !flags.includes('u'))
			.map(({ area, value }) => [area, value])
	);
