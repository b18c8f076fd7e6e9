import { LOCALITIES } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
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
	/** Upper bounds of the map's classes by locality; none where nothing is mapped. */
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

async function heldOf(db: Db, { indicator, sheet }: Return, now: Date): Promise<Held> {
	const at = now.toISOString();
	const areas = sheet.places.map(({ code }) => code);
	const wanted = { indicators: [indicator.code], areas };
	const held = await figures.held(db, at, { ...wanted, breakdowns: ['all'] });
	const said = await judgements.held(db, at, wanted);
	const breaks = await classes.ofVintage(db, LOCALITIES);
	return {
		figures: held,
		judgements: said,
		breaks: breaks.find((one) => one.indicator === indicator.code)?.upper ?? []
	};
}
