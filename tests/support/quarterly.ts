import { WALSALL } from '../../src/lib/domain/area.ts';
import { term } from '../../src/lib/domain/period-make.ts';
import { type Db, transaction } from '../../src/lib/server/db/client.ts';
import { addEdition } from '../../src/lib/server/db/replacing.ts';
import { publish } from '../../src/lib/server/workflow/publish.ts';
import { makeIndicator, makeObservation, makePeriod } from './make.ts';

// Made-up series that the open data do not hold yet: a quarterly one with a gap, a rebasing and a last
// quarter far out; and one of localities at two periods, of which the gap closes.

export const QUARTERLY = 'Z01';
export const CLOSING = 'Z02';
export const AT = '2036-01-10T09:00:00.000Z';

const DEFINED = { evidence: 'confirmed' } as const;
const quarters = ['January to March', 'April to June', 'July to September', 'October to December'];
const days = [
	['01-01', '03-31'],
	['04-01', '06-30'],
	['07-01', '09-30'],
	['10-01', '12-31']
] as const;

/** Values from the first quarter of 2030; null is a quarter without a figure. */
export async function plantQuarters(db: Db, values: readonly (number | null)[]) {
	await makeIndicator(
		db,
		{ code: QUARTERLY, slug: 'made-up-quarterly', position: 900 },
		{ ...DEFINED, polarity: 'higher', frequency: 'Quarterly', title: 'Made-up quarterly measure' }
	);
	// Terms of schools are no gaps among quarters.
	for (const year of [2030, 2031]) await makePeriod(db, term(year, 'autumn'));
	for (const [i, value] of values.entries()) {
		const id = await makeQuarter(db, i);
		if (value === null) continue;
		await makeObservation(db, { indicator: QUARTERLY, area: WALSALL, period: id, value });
	}
}

async function makeQuarter(db: Db, i: number): Promise<string> {
	const [year, quarter] = [2030 + Math.floor(i / 4), i % 4];
	const [starts, ends] = days[quarter as 0 | 1 | 2 | 3];
	const id = `${year}Q${quarter + 1}`;
	const label = `${quarters[quarter]} ${year}`;
	await makePeriod(db, {
		id,
		kind: 'quarter',
		starts: `${year}-${starts}`,
		ends: `${year}-${ends}`,
		label
	});
	return id;
}

export async function plantRebasing(db: Db, starts: string, reason: string) {
	await db
		.insertInto('rebasings')
		.values({
			...{ indicator: QUARTERLY, period_start: starts, reason },
			...{ decided_by: 'Performance lead', decided_on: '2032-02-01' }
		})
		.execute();
}

/** Shares of 1,000 residents of each locality in 2030 and 2031. */
export async function plantLocalities(
	db: Db,
	years: Record<string, readonly [number, number, number, number]>
) {
	await makeIndicator(
		db,
		{ code: CLOSING, slug: 'made-up-localities', position: 901 },
		{
			...DEFINED,
			polarity: 'lower',
			interval_method: 'wilson',
			title: 'Made-up measure of localities'
		}
	);
	for (const [year, counts] of Object.entries(years)) {
		await makePeriod(db, { id: year, starts: `${year}-01-01`, ends: `${year}-12-31`, label: year });
		const all = counts.reduce((a, b) => a + b, 0);
		await share(db, { area: WALSALL, year, count: all, base: 4000 });
		for (const [i, count] of counts.entries()) {
			await share(db, { area: `WLOC0${i + 1}`, year, count, base: 1000 });
		}
	}
}

interface Share {
	area: string;
	year: string;
	count: number;
	base: number;
}

async function share(db: Db, { area, year, count, base }: Share) {
	const p = count / base;
	const arm = 1.96 * Math.sqrt((p * (1 - p)) / base);
	await makeObservation(db, {
		...{ indicator: CLOSING, area, period: year },
		...{ numerator: count, denominator: base, value: 100 * p },
		...{ lower: 100 * (p - arm), upper: 100 * (p + arm) }
	});
}

/** Publishes what has been planted as an edition of its own. */
export async function publishPlanted(db: Db) {
	await transaction(db, async (trx) => {
		await addEdition(trx, { id: 'made-up', label: 'Made-up edition', note: null }, new Date(AT));
		await publish(trx, new Date(AT));
	});
}
