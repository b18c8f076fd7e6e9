import type { Protection } from '../../domain/disclosure/gate.ts';
import type { Rule } from '../../domain/disclosure/rule.ts';
import { release, tighten } from '../../domain/disclosure/release.ts';
import {
	areaRelations,
	breakdownRelations,
	periodRelations
} from '../../domain/disclosure/structure.ts';
import * as areas from '../db/areas.ts';
import * as breakdowns from '../db/breakdowns.ts';
import type { Trx } from '../db/client.ts';
import * as periods from '../db/periods.ts';
import * as protecting from '../db/protecting.ts';

// Before figures are published: which counts of people may be shown. Decided for whole tables and with
// all that was published before, so it is done once, here, and stored with each figure; the gate obeys.

export interface Protected {
	/** New figures that are shown, and hidden. */
	shown: number;
	hidden: number;
	/** Indicators of which no pattern was safe: none of that table's new figures is shown. */
	withheld: string[];
}

/** Decides every new count of people. Nothing is asked of the database where there is none. */
export async function protect(trx: Trx): Promise<Protected> {
	const found: Protected = { shown: 0, hidden: 0, withheld: [] };
	const tables = await protecting.undecided(trx);
	if (tables.length === 0) return found;
	const structure = await structureOf(trx);
	const decisions = new Map<number, Protection>();
	for (const { indicator, rule, rows } of tables) {
		const { marks, withheld } = release(rows, structure, rule);
		const shown = [...marks.values()].filter((mark) => mark === 'shown').length;
		found.shown += shown;
		found.hidden += marks.size - shown;
		if (withheld.length > 0) found.withheld.push(indicator);
		for (const [id, mark] of marks) decisions.set(id, mark);
	}
	await protecting.decide(trx, decisions);
	return found;
}

/**
 * Decides anew, by a stricter rule, what was shown of one indicator, and hides it in every edition with
 * all that was judged of it. Gives how many figures.
 */
export async function tightenHeld(trx: Trx, indicator: string, rule: Rule): Promise<number> {
	const counts = await protecting.ofIndicator(trx, indicator);
	if (!counts) return 0;
	const { marks } = tighten(counts.rows, await structureOf(trx), rule);
	const hidden = await protecting.hide(trx, marks);
	await protecting.forgetJudged(trx, indicator);
	return hidden;
}

async function structureOf(trx: Trx) {
	const [places, links, groups, times] = await Promise.all([
		areas.all(trx),
		areas.allLinks(trx),
		breakdowns.all(trx),
		periods.all(trx)
	]);
	return {
		areas: areaRelations(places, links),
		breakdowns: breakdownRelations([...groups.values()]),
		periods: periodRelations([...times.values()])
	};
}
