import { stampOf } from '../../domain/edition.ts';
import { dayInWalsall, isDay } from '../../domain/day.ts';
import { date } from '../../domain/format.ts';
import type { Db, Trx } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import type { Proposal } from '../db/proposals.ts';
import { addEdition } from '../db/replacing.ts';
import type { Applied } from './applied.ts';
import { publish } from './publish.ts';

// A known change after which the usual range of a series is counted anew. Figures on both sides stay
// comparable; what is said of them changes, so that it is approved by somebody else and makes an edition.

/** Why a series cannot be rebased on a day. */
export async function rebasingFaults(
	db: Db,
	code: string,
	from: string,
	today: string
): Promise<string[]> {
	if (!isDay(from)) return ['Give the first day of the first period after the change.'];
	if (from > today) return ['The change lies in the future: propose it when it has happened.'];
	const there = await indicators.rebasings(db, code);
	return there.some(({ starts }) => starts === from)
		? [`The usual range starts anew on ${date(from)} already.`]
		: [];
}

export async function applyRebasing(
	trx: Trx,
	{ indicator, content, reason }: Proposal,
	{ name, now }: { name: string; now: Date }
): Promise<Applied | string> {
	const code = indicator ?? '';
	const starts = content.from ?? '';
	const before = (await indicators.rebasings(trx, code)).map((one) => one.starts);
	const decided = { decidedBy: name, decidedOn: dayInWalsall(now) };
	await indicators.addRebasing(trx, { indicator: code, starts, reason, ...decided });
	const note = `${code}: its usual range is counted anew from ${date(starts)}. ${reason}`;
	const label = `New usual range of ${code}`;
	await addEdition(trx, { id: `rebasing-${stampOf(now)}`, label, note, kind: 'addition' }, now);
	await publish(trx, now, [code]);
	return { code, before, after: [...before, starts] };
}
