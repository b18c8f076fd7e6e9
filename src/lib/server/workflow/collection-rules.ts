import { type Cadence, cadenceOf, cadenceTitles, kindOf } from '../../domain/collection/cadence.ts';
import { datesOf } from '../../domain/collection/calendar.ts';
import { boxesOf, type CollectionRule } from '../../domain/collection/rule.ts';
import { dayInWalsall } from '../../domain/day.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { PeriodKind } from '../../domain/period.ts';
import type { Person } from '../../domain/permission.ts';
import { isOpen, STATES } from '../../domain/submission.ts';
import { record } from '../audit.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import * as rules from '../db/collection-rules.ts';
import * as collections from '../db/collections.ts';
import * as indicators from '../db/indicators.ts';
import * as periods from '../db/periods.ts';
import * as submissions from '../db/submissions.ts';
import * as targets from '../db/targets.ts';
import { must } from './must.ts';
import { Refused } from './refused.ts';
import { usual } from './return-sheet.ts';

// How an indicator is collected is set by the performance lead and holds at once. Dates in the calendar
// follow the rule, apart from those that a person has set; what is due already keeps its day.

export interface Asked {
	indicator: string;
	/** With the revision of the rule that the person has seen. */
	rule: CollectionRule;
	reason: string;
}

export const OUTDATED =
	'Somebody has changed this while you looked at it. Nothing was saved: what you filled in is below. Reload the page to see the change.';

export async function setRule(db: Db, person: Person, asked: Asked, now: Date): Promise<void> {
	must(person, 'edit collection');
	const { indicator: code, rule, reason } = asked;
	if (reason === '') throw new Refused('Say why: the reason is kept with the change.', 'reason');
	await transaction(db, async (trx) => {
		await indicators.lock(trx, code);
		const indicator = await indicators.byCode(trx, code);
		if (!indicator) throw new Refused(`There is no indicator ${code}.`);
		const held = await rules.of(trx, code);
		if ((held?.revision ?? 0) !== rule.revision) throw new Refused(OUTDATED);
		const before = held ?? usual(indicator);
		if (held && isSame(before, rule)) throw new Refused('This is what is set already.');
		if (before.cadence !== rule.cadence)
			await refuseOtherCadence(trx, indicator, rule.cadence, now);
		const written = { indicator: code, rule, periodKind: kindOf(rule.cadence), by: person.id };
		if (!(await rules.write(trx, written, now))) throw new Refused(OUTDATED);
		const moved = await follow(trx, { indicator: code, before, rule }, now);
		await record(trx, person, now, {
			action: 'collection rule set',
			subject: ['collection rule', code],
			before: held ? boxesOf(held) : null,
			after: { ...boxesOf(rule), ...moved },
			reason
		});
	});
}

const isSame = (a: CollectionRule, b: CollectionRule): boolean =>
	JSON.stringify(boxesOf(a)) === JSON.stringify(boxesOf(b));

/** Figures of two frequencies are two series: another frequency needs another definition first. */
async function refuseOtherCadence(
	trx: Trx,
	{ code, version }: Indicator,
	cadence: Cadence,
	now: Date
): Promise<void> {
	const open = await submissions.inState(trx, STATES.filter(isOpen));
	const under = open.find(({ indicator }) => indicator === code);
	if (under)
		throw new Refused(
			`The return of ${under.period} is under way. Finish or withdraw it first.`,
			'cadence'
		);
	const own = (one: { id: string; kind: PeriodKind }) =>
		cadence === 'by hand' || cadenceOf(one) === cadence;
	const held = (await periods.ofVersion(trx, code, version)).find((one) => !own(one));
	if (held)
		throw new Refused(
			`Figures of definition ${version} are held for ${held.label}. Another frequency is another definition: propose it first, with a break in the series. When it is approved, set the frequency here.`,
			'cadence'
		);
	const [target] = await targets.inForce(trx, now.toISOString(), [code]);
	const start = target?.baseline?.period;
	if (start && !own(start))
		throw new Refused(
			`A target starts from ${start.label}. Withdraw it first, or propose it anew.`,
			'cadence'
		);
}

interface Following {
	indicator: string;
	before: CollectionRule;
	rule: CollectionRule;
}

/** Brings what is still to come in the calendar in line with the rule; says how much moved. */
async function follow(trx: Trx, { indicator, before, rule }: Following, now: Date) {
	const today = dayInWalsall(now);
	const every = await periods.all(trx);
	const entries = await collections.ofIndicator(trx, now.toISOString(), indicator);
	const coming = entries.filter(({ hasCome, dueOn }) => !hasCome && dueOn >= today);
	const moved = { datesMoved: 0, takenOut: 0 };
	for (const entry of coming) {
		const period = every.get(entry.period);
		if (!period) continue;
		const isOther = rule.cadence !== before.cadence && cadenceOf(period) !== rule.cadence;
		if (isOther && rule.cadence !== 'by hand') {
			const note = `${cadenceTitles[rule.cadence]} from now on.`;
			await collections.change(trx, entry, { takenOutAt: now, note });
			moved.takenOut++;
			continue;
		}
		const dates = datesOf(rule, period);
		const isMoved = dates.dueOn !== entry.dueOn || dates.locksOn !== entry.locksOn;
		if (entry.note !== null || !isMoved || dates.dueOn < today) continue;
		await collections.change(trx, entry, { ...dates, note: null });
		moved.datesMoved++;
	}
	return moved;
}
