import { actionStates, type ActionState } from '../../domain/action.ts';
import { isDay } from '../../domain/day.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { may, type Person, refusal } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import * as actions from '../db/actions.ts';
import * as areas from '../db/areas.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import { setSetting } from '../db/loading.ts';
import { forget } from '../publication.ts';

// Promises about indicators, and what became of them. A promise is never edited: what changes is said
// in a report, and both stay.

export type Outcome = { ok: true; id: string } | { ok: false; why: string };

export interface Promised {
	indicator: string;
	area: string;
	promise: string;
	/** Empty = not given; readers are told so. */
	owner: string;
	dueOn: string;
}

const LONGEST = 300;

/** Makes a promise. */
export async function promise(
	db: Db,
	person: Person,
	entered: Promised,
	now: Date
): Promise<Outcome> {
	const indicator = await indicators.byCode(db, entered.indicator);
	if (!mayWrite(person, indicator)) return no(refusal('write action'));
	const { code } = indicator;
	const [text, owner, dueOn] = [entered.promise, entered.owner, entered.dueOn].map((s) => s.trim());
	const wrong = await problem(db, {
		...entered,
		promise: text ?? '',
		owner: owner ?? '',
		dueOn: dueOn ?? ''
	});
	if (wrong) return no(wrong);
	return changed(db, now, async (trx) => {
		const id = `${code}-${await actions.nextNumber(trx, code)}`.toLowerCase();
		const made = { indicator: code, area: entered.area, promise: text ?? '' };
		const given = { ...made, owner: owner || null, dueOn: dueOn || null };
		await actions.add(trx, { id, ...given, by: person.id }, now);
		await record(trx, person, now, {
			action: 'action promised',
			subject: ['action', id],
			after: given
		});
		return id;
	});
}

export interface Reported {
	id: string;
	state: string;
	outcome: string;
}

/** Says what has become of a promise. One that did not come about says why. */
export async function report(
	db: Db,
	person: Person,
	{ id, state, outcome }: Reported,
	now: Date
): Promise<Outcome> {
	const [before] = await actions.all(db, now.toISOString(), { ids: [id] });
	const indicator = before && (await indicators.byCode(db, before.indicator));
	if (!before || !mayWrite(person, indicator)) return no(refusal('write action'));
	const said = outcome.trim();
	if (!isState(state)) return no('Choose what has become of the action.');
	if (said.length > LONGEST) return no(`Use at most ${LONGEST} characters for the outcome.`);
	if ((state === 'not done' || state === 'stopped') && said === '')
		return no('Say why it was not done. Readers see your words.');
	if (state === before.state && said === (before.outcome ?? ''))
		return no('This is what was said last.');
	return changed(db, now, async (trx) => {
		await actions.report(trx, { action: id, state, outcome: said || null, by: person.id }, now);
		await record(trx, person, now, {
			action: 'action reported',
			subject: ['action', id],
			before: { state: before.state, outcome: before.outcome },
			after: { state, outcome: said || null }
		});
		return id;
	});
}

const isState = (text: string): text is ActionState => actionStates.some((state) => state === text);
const no = (why: string): Outcome => ({ ok: false, why });

/** The same rule that shows the button: whoever answers for the indicator, or the performance lead. */
export function mayWrite(
	person: Person | null,
	indicator: Indicator | undefined
): indicator is Indicator {
	if (!indicator || indicator.restricted) return false;
	return may(person, 'write action', { indicator: indicator.code, themes: indicator.themes });
}

async function problem(
	db: Db,
	{ area, promise, owner, dueOn }: Promised
): Promise<string | undefined> {
	if (promise === '') return 'Say what will be done.';
	if (promise.length > LONGEST) return `Use at most ${LONGEST} characters for the action.`;
	if (owner.length > 100) return 'Use at most 100 characters for the owner.';
	if (dueOn !== '' && !isDay(dueOn)) return 'Give the day as year, month and day: 2027-01-31.';
	const place = await areas.byCode(db, area);
	return place?.isLocal ? undefined : 'Choose Walsall or a place in it.';
}

async function changed(db: Db, now: Date, work: (trx: Trx) => Promise<string>): Promise<Outcome> {
	const id = await transaction(db, async (trx) => {
		const made = await work(trx);
		// Pages that were kept are made anew.
		await setSetting(trx, 'actions', made, now);
		return made;
	});
	forget(db);
	return { ok: true, id };
}
