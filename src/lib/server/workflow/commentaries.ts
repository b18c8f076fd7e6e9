import { may, type Person, refusal } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import * as areas from '../db/areas.ts';
import { type Db, transaction } from '../db/client.ts';
import * as commentaries from '../db/commentaries.ts';
import * as indicators from '../db/indicators.ts';
import { setSetting } from '../db/loading.ts';
import * as periods from '../db/periods.ts';
import { forget } from '../publication.ts';

// Words beside a figure. They are published when they are sent; the words before them stay in their
// own time, and an earlier edition shows what stood then.

export type Outcome = { ok: true } | { ok: false; why: string };

export interface Entered {
	indicator: string;
	area: string;
	period: string;
	what: string;
	soWhat: string;
	nowWhat: string;
	cause: string;
}

const LONGEST = 1000;

/** Publishes words for the figure of a place and period. */
export async function publish(
	db: Db,
	person: Person,
	entered: Entered,
	now: Date
): Promise<Outcome> {
	const indicator = await indicators.byCode(db, entered.indicator);
	const subject = indicator && { indicator: indicator.code, themes: indicator.themes };
	if (!indicator || indicator.restricted || !may(person, 'write commentary', subject))
		return no(refusal('write commentary'));
	const wrong = await problem(db, entered);
	if (wrong) return no(wrong);
	const { area, period } = entered;
	const text = (words: string) => words.trim() || null;
	const given = {
		...{ indicator: indicator.code, area, period, what: entered.what.trim() },
		...{ soWhat: text(entered.soWhat), nowWhat: text(entered.nowWhat), cause: text(entered.cause) }
	};
	await transaction(db, async (trx) => {
		await indicators.lock(trx, indicator.code);
		const at = now.toISOString();
		const of = { indicators: [indicator.code], areas: [area], periods: [period] };
		const [before] = await commentaries.held(trx, at, of);
		await commentaries.replace(trx, { ...given, author: person.id, authorName: person.name }, now);
		await record(trx, person, now, {
			action: before ? 'commentary replaced' : 'commentary published',
			subject: ['commentary', `${indicator.code} ${area} ${period}`],
			before,
			after: given
		});
		await setSetting(trx, 'commentaries', `${indicator.code} ${area} ${period}`, now);
	});
	forget(db);
	return { ok: true };
}

const no = (why: string): Outcome => ({ ok: false, why });

async function problem(db: Db, entered: Entered): Promise<string | undefined> {
	const { area, period, what, soWhat, nowWhat, cause } = entered;
	if (what.trim() === '') return 'Say what the figure shows.';
	if ([what, soWhat, nowWhat, cause].some((words) => words.length > LONGEST))
		return `Use at most ${LONGEST} characters in each box.`;
	const [place, times] = await Promise.all([areas.byCode(db, area), periods.all(db)]);
	if (!place?.isLocal) return 'Choose Walsall or a place in it.';
	return times.has(period) ? undefined : 'Choose the period that the words are about.';
}
