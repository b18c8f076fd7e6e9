import { isCalendarYear, plan, type Planned, yearWords } from '../../domain/collection/calendar.ts';
import type { Person } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { type Db, transaction } from '../db/client.ts';
import * as rules from '../db/collection-rules.ts';
import * as collections from '../db/collections.ts';
import * as indicators from '../db/indicators.ts';
import * as periods from '../db/periods.ts';
import { OUTDATED } from './collection-rules.ts';
import { must } from './must.ts';
import { Refused } from './refused.ts';

// The calendar of a year, made from the rules in one step, exactly as it was looked at.

export interface YearPlan {
	entries: (Planned & { title: string })[];
	/** Stands for what the plan says: only what was seen is made. */
	seen: string;
}

/** What the rules would make of a financial year; nothing is written. */
export async function planYear(db: Db, year: number): Promise<YearPlan> {
	if (!isCalendarYear(year)) throw new Refused('Choose a year from 2020/21 to 2040/41.', 'year');
	const all = await rules.all(db);
	const there = await collections.everEntered(db);
	const catalogue = new Map((await indicators.inUse(db)).map((one) => [one.code, one]));
	const own = [...catalogue.values()].flatMap(({ code, restricted }) => {
		const rule = all.get(code);
		return rule && !restricted ? [[code, rule] as const] : [];
	});
	const entries = plan(new Map(own), year, there).map((entry) => ({
		...entry,
		title: catalogue.get(entry.indicator)?.title ?? ''
	}));
	const fresh = entries.filter(({ state }) => state === 'new');
	const seen = fresh.map(({ indicator, period, dueOn, locksOn }) =>
		[indicator, period.id, dueOn, locksOn].join(' ')
	);
	return { entries, seen: seen.join('\n') };
}

/** Makes the calendar that was seen; gives how many returns are new in it. */
export async function makeYear(
	db: Db,
	person: Person,
	{ year, seen }: { year: number; seen: string },
	now: Date
): Promise<number> {
	must(person, 'edit collection');
	return transaction(db, async (trx) => {
		const made = await planYear(trx, year);
		if (made.seen !== seen) throw new Refused(OUTDATED);
		const fresh = made.entries.filter(({ state }) => state === 'new');
		if (fresh.length === 0) throw new Refused('Everything is in the calendar already.');
		await periods.ensure(
			trx,
			fresh.map(({ period }) => period)
		);
		const rows = fresh.map(({ indicator, period, dueOn, locksOn }) => ({
			...{ indicator, period: period.id, dueOn, locksOn, note: null }
		}));
		// Another who made it at the same time was quicker.
		if ((await collections.add(trx, rows)) !== rows.length) throw new Refused(OUTDATED);
		await record(trx, person, now, {
			action: 'collection calendar made',
			subject: ['collection calendar', yearWords(year)],
			after: rows.map(({ indicator, period, dueOn }) => `${indicator} ${period} due ${dueOn}`)
		});
		return rows.length;
	});
}
