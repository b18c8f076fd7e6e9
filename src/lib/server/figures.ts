import { discloseToNamedRole, type Figure, publish } from '../domain/disclosure/gate.ts';
import type { HeldVersion } from '../domain/journey.ts';
import { may, type Person, type Subject } from '../domain/permission.ts';
import type { Db } from './db/client.ts';
import * as observations from './db/observations.ts';
import type { Wanted } from './db/observations.ts';
import * as slices from './db/slices.ts';

// Figures for readers: the database's sealed rows, through the disclosure gate. Routes ask here.

/** Figures as published at the instant `at`; see `Wanted` for the conditions. */
export async function held(db: Db, at: string, wanted: Wanted): Promise<Figure[]> {
	return publish(await observations.held(db, at, wanted));
}

/** The latest known figure of each indicator, area and breakdown. */
export async function latest(db: Db, at: string, wanted: Wanted): Promise<Figure[]> {
	return publish(await observations.latest(db, at, wanted));
}

/** One series: every period of an indicator in one area. */
export async function series(
	db: Db,
	at: string,
	of: Parameters<typeof slices.series>[2]
): Promise<Figure[]> {
	return publish(await slices.series(db, at, of));
}

/** One map: every area of a vintage for an indicator and period, by code. */
export async function map(
	db: Db,
	at: string,
	of: Parameters<typeof slices.map>[2]
): Promise<Figure[]> {
	return publish(await slices.map(db, at, of));
}

/** Figures of a restricted indicator, for a person whose role may read them; nothing for others. */
export async function restricted(
	db: Db,
	at: string,
	{ indicator, ...of }: Subject & { indicator: string },
	person: Person | null
): Promise<Figure[]> {
	if (!may(person, 'read restricted', { indicator, ...of })) return [];
	return discloseToNamedRole(await observations.held(db, at, { indicators: [indicator] }));
}

/**
 * One figure in every span in which it was held; a restricted one for a person whose role may read it.
 * A hidden one is hidden in each span.
 */
export async function history(
	db: Db,
	at: string,
	{ themes, ...key }: Parameters<typeof observations.versions>[2] & { themes: readonly string[] },
	person: Person | null
): Promise<HeldVersion[]> {
	const open = may(person, 'read restricted', { indicator: key.indicator, themes })
		? (rows: Parameters<typeof publish>[0]) => [...publish(rows), ...discloseToNamedRole(rows)]
		: publish;
	const versions = await observations.versions(db, at, key);
	return versions.flatMap(({ row, ...span }) => open([row]).map((figure) => ({ figure, ...span })));
}
