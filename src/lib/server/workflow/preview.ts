import type { Figure } from '../../domain/disclosure/gate.ts';
import { EVERYONE } from '../../domain/entry/cell.ts';
import type { Judgement } from '../../domain/judgement.ts';
import * as classes from '../db/classes.ts';
import type { Db } from '../db/client.ts';
import * as judgements from '../db/judgements.ts';
import type { Submission } from '../db/submissions.ts';
import * as figures from '../figures.ts';
import { rehearse } from './publication.ts';
import type { Return } from './return-sheet.ts';

// What approval would change: the same publication, done and undone. So the preview cannot say anything
// that publication would not do, disclosure included.

export interface Held {
	figures: Figure[];
	judgements: Judgement[];
	/** Upper bounds of the map's stored classes; none where it is classed by the figures it shows. */
	breaks: readonly number[];
}

export interface Preview {
	now: Held;
	after: Held;
}

export async function preview(
	db: Db,
	{ submission, made }: { submission: Submission; made: Return },
	now: Date
): Promise<Preview> {
	const look = (at: Db) => heldOf(at, made, now);
	return { now: await look(db), after: await rehearse(db, submission, now, look) };
}

async function heldOf(db: Db, { indicator, sheet, vintage }: Return, now: Date): Promise<Held> {
	const at = now.toISOString();
	const areas = sheet.places.map(({ code }) => code);
	const wanted = { indicators: [indicator.code], areas };
	const breakdowns = [EVERYONE, ...sheet.groups.map((group) => group.id)];
	const held = await figures.held(db, at, { ...wanted, breakdowns });
	const said = await judgements.held(db, at, wanted);
	const breaks = vintage ? await classes.forMap(db, indicator.code, vintage) : undefined;
	return {
		figures: held,
		judgements: said,
		breaks: breaks?.upper ?? []
	};
}
