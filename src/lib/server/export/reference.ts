import type { Area } from '../../domain/area.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Known } from '../../domain/parameters.ts';
import type { Period } from '../../domain/period.ts';
import type { Theme } from '../../domain/theme.ts';
import * as areas from '../db/areas.ts';
import * as breakdowns from '../db/breakdowns.ts';
import type { Breakdown } from '../db/breakdowns.ts';
import type { Db } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import * as periods from '../db/periods.ts';
import * as sources from '../db/sources.ts';
import type { Source } from '../db/sources.ts';
import * as themes from '../db/themes.ts';
import { current } from '../publication.ts';

// Names and definitions by code: a few hundred rows that nearly every answer needs and that change
// only with the publication, so one read serves until then. No figures.

export interface Reference extends Known {
	/** The whole catalogue; a restricted one has its definition here and never a figure. */
	indicators: ReadonlyMap<string, Indicator>;
	areas: ReadonlyMap<string, Area>;
	periods: ReadonlyMap<string, Period>;
	breakdowns: ReadonlyMap<string, Breakdown>;
	sources: ReadonlyMap<string, Source>;
	themes: ReadonlyMap<string, Theme>;
}

/** Holds nothing: for describing tables without their rows. */
export const nothing: Reference = {
	indicators: new Map(),
	areas: new Map(),
	periods: new Map(),
	breakdowns: new Map(),
	sources: new Map(),
	themes: new Map()
};

const read = new WeakMap<Db, { stamp: string; reference: Promise<Reference> }>();

/** The reference of the present publication. */
export async function reference(db: Db): Promise<Reference> {
	const { stamp } = await current(db);
	const last = read.get(db);
	if (last?.stamp === stamp) return last.reference;
	const asked = ask(db);
	read.set(db, { stamp, reference: asked });
	asked.catch(() => read.delete(db));
	return asked;
}

async function ask(db: Db): Promise<Reference> {
	const [allIndicators, allAreas, allPeriods, allBreakdowns, allSources, allThemes] =
		await Promise.all([
			indicators.all(db),
			areas.all(db),
			periods.all(db),
			breakdowns.all(db),
			sources.all(db),
			themes.all(db)
		]);
	return {
		indicators: byCode(allIndicators),
		areas: byCode(allAreas),
		periods: allPeriods,
		breakdowns: allBreakdowns,
		sources: allSources,
		themes: byCode(allThemes)
	};
}

const byCode = <T extends { code: string }>(rows: readonly T[]): Map<string, T> =>
	new Map(rows.map((row) => [row.code, row]));
