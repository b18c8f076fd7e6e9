import type { Indicator } from '../../domain/indicator.ts';
import * as rules from '../db/collection-rules.ts';
import * as collections from '../db/collections.ts';
import type { Db } from '../db/client.ts';
import * as indicators from '../db/indicators.ts';
import * as periods from '../db/periods.ts';
import * as proposals from '../db/proposals.ts';
import * as submissions from '../db/submissions.ts';
import * as targets from '../db/targets.ts';

// All that may be waiting for somebody, read once for everybody.

export type Work = Awaited<ReturnType<typeof workOf>>;

/** One after the other: inside a transaction there is one connection. */
export async function workOf(db: Db, now: Date) {
	const calendar = await collections.all(db, now.toISOString());
	const open = await submissions.inState(db, [
		...(['draft', 'returned', 'submitted', 'quality-assured', 'approved', 'scheduled'] as const)
	]);
	const catalogue = new Map((await indicators.all(db)).map((one) => [one.code, one]));
	const proposed = await proposals.all(db, { states: ['submitted'] });
	const wished = (await targets.versions(db)).filter(({ state }) => state === 'submitted');
	const labels = await periods.all(db);
	return { calendar, open, catalogue, proposed, wished, labels, rules: await rules.all(db) };
}

export const named = ({ code, title }: Pick<Indicator, 'code' | 'title'>) => `${code} ${title}`;
