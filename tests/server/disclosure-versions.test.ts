import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOCALITIES, WALSALL } from '../../src/lib/domain/area.ts';
import * as areas from '../../src/lib/server/db/areas.ts';
import { type Connection, transaction } from '../../src/lib/server/db/client.ts';
import * as figures from '../../src/lib/server/figures.ts';
import { publish } from '../../src/lib/server/workflow/publish.ts';
import { testDatabase } from '../support/db.ts';
import { makeObservation, makePeriod } from '../support/make.ts';

// A definition gets new words and the same people are returned again under it: what the edition before
// hid must not be told by the one after.

const CODE = 'C11';
const PERIOD = 'FY2035';
const FIRST = new Date('2037-01-10T09:00:00Z');
const SECOND = new Date('2037-04-10T09:00:00Z');

let connection: Connection;
let codes: string[];
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	codes = (await areas.ofVintage(connection.db, LOCALITIES)).map(({ code }) => code).sort();
	const days = { starts: '2035-04-01', ends: '2036-03-31' };
	const period = { id: PERIOD, kind: 'financial_year', label: '2035/36', ...days };
	await makePeriod(connection.db, period);
});
afterAll(() => connection.close());

async function returned(counts: readonly number[], version: number, now: Date) {
	const { db } = connection;
	await db
		.updateTable('observations')
		.set({ held_to: now })
		.where('indicator', '=', CODE)
		.where('held_to', 'is', null)
		.execute();
	const rows = [...codes.map((area, i) => [area, counts[i] ?? 0] as const)];
	const total = counts.reduce((a, b) => a + b, 0);
	for (const [area, value] of [...rows, [WALSALL, total] as const]) {
		await makeObservation(db, {
			indicator: CODE,
			version,
			area,
			value,
			period: PERIOD,
			held_from: now
		});
	}
	await transaction(db, (trx) => publish(trx, now));
	const held = await figures.held(db, now.toISOString(), { indicators: [CODE], periods: [PERIOD] });
	return new Map(held.map(({ area, value }) => [area, value]));
}

it('hides the same counts under the new definition', { timeout: 300_000 }, async () => {
	const { db } = connection;
	const first = await returned([3, 41, 50, 60], 1, FIRST);
	const [small = '', second = '', third = ''] = codes;
	expect([first.get(small), first.get(second), first.get(third)]).toEqual([null, null, 50]);
	const old = await db
		.selectFrom('indicator_versions')
		.selectAll()
		.where('indicator', '=', CODE)
		.executeTakeFirstOrThrow();
	await db
		.updateTable('indicator_versions')
		.set({ valid_to: '2037-03-31' })
		.where('indicator', '=', CODE)
		.execute();
	await db
		.insertInto('indicator_versions')
		.values({ ...old, version: 2, valid_from: '2037-04-01' })
		.execute();
	// The third has lost half: it is now the cheapest to hide beside the small one.
	const after = await returned([3, 41, 20, 60], 2, SECOND);
	expect([after.get(small), after.get(second)]).toEqual([null, null]);
});
