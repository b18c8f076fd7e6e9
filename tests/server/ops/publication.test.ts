import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { current, forget } from '../../../src/lib/server/publication.ts';
import { testDatabase } from '../../support/db.ts';
import {
	makeArea,
	makeEdition,
	makeIndicator,
	makeObservation,
	makePeriod,
	makeWhole
} from '../../support/make.ts';

let connection: Connection;
beforeAll(async () => (connection = await testDatabase()));
afterAll(() => connection.close());

it('what is published is asked for once a second, and at once after it is forgotten', async () => {
	const { db } = connection;
	const before = await current(db, 0);
	await makeEdition(db);
	expect(await current(db, 999)).toBe(before);
	const after = await current(db, 1000);
	expect(after.editions.map(({ id }) => id)).toEqual(['first']);
	expect(after.stamp).not.toBe(before.stamp);

	const changed_at = new Date('2026-02-01');
	await db.insertInto('settings').values({ key: 'colour', value: 'blue', changed_at }).execute();
	forget(db);
	expect((await current(db, 1001)).stamp).not.toBe(after.stamp);
});

it('made-up rows fit the schema', async () => {
	const { db } = connection;
	await makeWhole(db);
	await makePeriod(db);
	await makeArea(db, { code: 'E08000030' });
	await makeIndicator(db, { code: 'X01' });
	await makeObservation(db, { indicator: 'X01', area: 'E08000030' });
	const rows = await db.selectFrom('observations').select('value').execute();
	expect(rows).toEqual([{ value: 50 }]);
});
