import {
	type Area,
	type AreaLink,
	ENGLAND,
	LOCALITIES,
	NEIGHBOURHOODS,
	WALSALL,
	WARDS_NOW,
	WEST_MIDLANDS
} from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Comparison } from '$lib/domain/judgement.ts';
import type { Period } from '$lib/domain/period.ts';
import type { Geography } from '$lib/map/geographies.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as classes from '$lib/server/db/classes.ts';
import type { ClassBreaks } from '$lib/server/db/classes.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as figures from '$lib/server/figures.ts';

// Everything that one map shows: one indicator, one geography, one period.

export interface View {
	indicator: Indicator;
	geography: Geography;
	period: Period;
}

export interface MapFacts extends View {
	areas: Area[];
	localities: Area[];
	/** Where the areas lie: localities, and for neighbourhoods the wards now in force. */
	links: AreaLink[];
	wards: Area[];
	figures: Figure[];
	/** Borough, England, region and similar areas for the same period. */
	benchmarks: Figure[];
	/** Codes of the similar areas. */
	similar: string[];
	/** The borough's figures of every period, for the starting point. */
	borough: Figure[];
	allPeriods: ReadonlyMap<string, Period>;
	breaks: ClassBreaks | undefined;
	comparisons: Comparison[];
}

/** The areas of a geography and where they lie. */
export async function geometryOf(db: Db, vintage: string) {
	const isOfNeighbourhoods = vintage === NEIGHBOURHOODS;
	const [all, localities, wards, inLocalities, inWards] = await Promise.all([
		areas.ofVintage(db, vintage),
		areas.ofVintage(db, LOCALITIES),
		areas.ofVintage(db, WARDS_NOW),
		areas.linksBetween(db, vintage, LOCALITIES),
		isOfNeighbourhoods ? areas.linksBetween(db, vintage, WARDS_NOW) : []
	]);
	return {
		areas: all,
		localities: localities.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
		wards,
		links: [...inLocalities, ...inWards]
	};
}

/** What the database holds for a view, as published at `at`. */
export async function factsOf(db: Db, at: string, view: View): Promise<MapFacts> {
	const { code } = view.indicator;
	const { vintage } = view.geography;
	const wanted = { indicators: [code], periods: [view.period.id], breakdowns: ['all'] };
	const similar = (await areas.comparatorSet(db, 'similar')).map((area) => area.code);
	const beside = [WALSALL, ENGLAND, WEST_MIDLANDS, ...similar];
	const [geometry, own, benchmarks, borough, allPeriods, breaks, compared] = await Promise.all([
		geometryOf(db, vintage),
		figures.held(db, at, { ...wanted, vintages: [vintage] }),
		figures.held(db, at, { ...wanted, areas: beside }),
		figures.held(db, at, { indicators: [code], areas: [WALSALL], breakdowns: ['all'] }),
		periods.all(db),
		classes.forMap(db, code, vintage),
		judgements.held(db, at, { kind: 'comparison', indicators: [code] })
	]);
	return {
		...view,
		...geometry,
		figures: own,
		...{ benchmarks, similar, borough, allPeriods },
		breaks,
		comparisons: compared.filter(isAgainstBorough(view.period.id))
	};
}

const isAgainstBorough =
	(period: string) =>
	(judgement: { kind: string; period: string }): judgement is Comparison =>
		judgement.kind === 'comparison' &&
		judgement.period === period &&
		(judgement as Comparison).againstArea === WALSALL;
