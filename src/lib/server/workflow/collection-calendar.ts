import {
	CADENCES,
	cadenceOf,
	cadenceTitles,
	periodsEnding
} from '../../domain/collection/cadence.ts';
import {
	type Dates,
	dateFault,
	datesOf,
	financialYearOf
} from '../../domain/collection/calendar.ts';
import { dayInWalsall } from '../../domain/day.ts';
import type { Person } from '../../domain/permission.ts';
import type { Period } from '../../domain/period.ts';
import { isOpen } from '../../domain/submission.ts';
import { record } from '../audit.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import * as rules from '../db/collection-rules.ts';
import * as collections from '../db/collections.ts';
import type { Collection } from '../db/collections.ts';
import * as indicators from '../db/indicators.ts';
import * as periods from '../db/periods.ts';
import * as submissions from '../db/submissions.ts';
import { OUTDATED } from './collection-rules.ts';
import { must } from './must.ts';
import { Refused } from './refused.ts';
import { usual } from './return-sheet.ts';

// The collection calendar: a year made from the rules in one step, single dates changed with a reason,
// a period added or taken out. Each holds at once and is recorded.

export interface Entry {
	indicator: string;
	period: string;
	/** The state that the person has seen. */
	revision: number;
	reason: string;
}

/** Sets the dates of one return, e.g. because of a bank holiday or a late source. */
export async function changeDates(
	db: Db,
	person: Person,
	{ dueOn, locksOn, ...asked }: Entry & Dates,
	now: Date
): Promise<void> {
	await onEntry(db, person, asked, now, async (trx, entry) => {
		const wrong = dateFault({ dueOn, locksOn }, { ends: entry.ends, today: dayInWalsall(now) });
		if (wrong) throw new Refused(wrong.why, wrong.field);
		if (entry.dueOn === dueOn && entry.locksOn === locksOn)
			throw new Refused('These are its dates already.', 'dueOn');
		const isDone = await collections.change(trx, asked, { dueOn, locksOn, note: asked.reason });
		if (!isDone) throw new Refused(OUTDATED);
		return { action: 'collection dates changed', after: { dueOn, locksOn } };
	});
}

/** Takes a period out before it is due. */
export async function takeOut(db: Db, person: Person, asked: Entry, now: Date): Promise<void> {
	await onEntry(db, person, asked, now, async (trx, entry) => {
		if (entry.dueOn < dayInWalsall(now))
			throw new Refused('It was due already. Say in its return why there is no figure.');
		const all = await submissions.ofPeriod(trx, asked.indicator, asked.period);
		if (all.some(({ state }) => isOpen(state)))
			throw new Refused('Its return is under way. Withdraw it first.');
		const change = { takenOutAt: now, note: asked.reason };
		if (!(await collections.change(trx, asked, change))) throw new Refused(OUTDATED);
		return { action: 'collection period taken out', after: null };
	});
}

interface Done {
	action: 'collection dates changed' | 'collection period taken out';
	after: unknown;
}

async function onEntry(
	db: Db,
	person: Person,
	asked: Entry,
	now: Date,
	work: (trx: Trx, entry: Collection) => Promise<Done>
): Promise<void> {
	must(person, 'edit collection');
	const { indicator, period, revision, reason } = asked;
	if (reason === '') throw new Refused('Say why: the reason is kept with the change.', 'reason');
	await transaction(db, async (trx) => {
		await indicators.lock(trx, indicator);
		const all = await collections.ofIndicator(trx, now.toISOString(), indicator);
		const entry = all.find((one) => one.period === period);
		if (!entry || entry.revision !== revision) throw new Refused(OUTDATED);
		if (entry.hasCome) throw new Refused('Its figures are published already.');
		const { action, after } = await work(trx, entry);
		await record(trx, person, now, {
			...{ action, subject: ['collection rule', indicator], reason },
			before: { period, dueOn: entry.dueOn, locksOn: entry.locksOn },
			after: after && { period, ...after }
		});
	});
}

export interface Added {
	indicator: string;
	period: string;
	reason: string;
}

/** Adds one period, or brings one back that was taken out; its dates are those of the rule. */
export async function addPeriod(db: Db, person: Person, asked: Added, now: Date): Promise<void> {
	must(person, 'edit collection');
	const { indicator: code, reason } = asked;
	if (reason === '') throw new Refused('Say why: the reason is kept with the change.', 'reason');
	await transaction(db, async (trx) => {
		await indicators.lock(trx, code);
		const indicator = await indicators.byCode(trx, code);
		if (!indicator || indicator.restricted) throw new Refused('Choose an indicator.', 'indicator');
		const rule = (await rules.of(trx, code)) ?? usual(indicator);
		if (!rule.isCollected)
			throw new Refused(`${code} is not collected. Change its rule first.`, 'indicator');
		const period = await periodOf(trx, asked.period, now);
		if (!period) throw new Refused('Choose a period of the list.', 'period');
		if (rule.cadence !== 'by hand' && cadenceOf(period) !== rule.cadence) {
			const often = cadenceTitles[rule.cadence].toLowerCase();
			throw new Refused(`${code} is collected ${often}. Choose such a period.`, 'period');
		}
		const dates = datesOf(rule, period);
		const today = dayInWalsall(now);
		const from = dates.dueOn < today ? { dueOn: today, locksOn: null } : dates;
		await periods.ensure(trx, [period]);
		const entry = { indicator: code, period: period.id, ...from, note: reason };
		if (!(await collections.addOrBringBack(trx, entry)))
			throw new Refused('This period is in the calendar already.', 'period');
		await record(trx, person, now, {
			action: 'collection period added',
			subject: ['collection rule', code],
			after: { period: period.id, ...from },
			reason
		});
	});
}

/** A period by its id: one that is held, or of a calendar of the years around. */
async function periodOf(trx: Trx, id: string, now: Date): Promise<Period | undefined> {
	const held = (await periods.all(trx)).get(id);
	const year = financialYearOf(dayInWalsall(now));
	const around = [-2, -1, 0, 1, 2].flatMap((years) =>
		CADENCES.flatMap((cadence) => periodsEnding(cadence, year + years))
	);
	return held ?? around.find((one) => one.id === id);
}
