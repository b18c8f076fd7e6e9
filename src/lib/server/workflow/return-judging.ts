import type { Judging } from '../../domain/entry/status.ts';
import { keyOf } from '../../domain/entry/row.ts';
import { mayTakeColour } from '../../domain/influence.ts';
import type { Db } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import * as influences from '../db/influences.ts';
import * as targets from '../db/targets.ts';
import type { Return } from './return-sheet.ts';

// What the entry page judges typed figures by: the targets in force and what publication knows of the
// series (judge-targets.ts).

export async function judgingOf(
	db: Db,
	{ indicator, hides, period }: Return,
	now: Date
): Promise<Judging> {
	const { code, kind, polarity, colourRule, version } = indicator;
	const at = now.toISOString();
	const inForce = await targets.inForce(db, at, [code]);
	const influence = await influences.inForce(db, at);
	const breaks = await indicators.breaks(db, code);
	const takes = mayTakeColour(influence.get(code));
	return {
		indicator: { kind: takes ? kind : 'context', polarity, colourRule },
		hides,
		period,
		history: { breaks: breaks.map(({ starts }) => ({ starts, note: null })), version },
		targets: Object.fromEntries(inForce.map((target) => [keyOf(target), target]))
	};
}
