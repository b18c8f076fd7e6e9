import { WALSALL } from '$lib/domain/area.ts';
import type { Movement } from '$lib/domain/judgement.ts';
import * as breakdowns from '$lib/server/db/breakdowns.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as figures from '$lib/server/figures.ts';
import type { Held } from './line.ts';

/** Asks for what the lines of a list need: the borough's latest figures, tests, levels with figures. */
export async function heldForLines(locals: App.Locals, indicators?: string[]): Promise<Held> {
	const { db } = locals;
	const at = locals.edition.publishedAt;
	const wanted = { areas: [WALSALL], ...(indicators && { indicators }) };
	const [latest, movements, allPeriods, allBreakdowns, levels] = await Promise.all([
		figures.latest(db, at, wanted),
		judgements.held(db, at, { kind: 'movement', ...wanted }),
		periods.all(db),
		breakdowns.all(db),
		holdings.levels(db, at)
	]);
	return {
		figures: latest,
		movements: movements.filter(
			(judgement): judgement is Movement => judgement.kind === 'movement'
		),
		periods: allPeriods,
		breakdowns: allBreakdowns,
		levels
	};
}
