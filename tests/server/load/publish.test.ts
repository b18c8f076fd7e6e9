import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, transaction } from '../../../src/lib/server/db/client.ts';
import { publish } from '../../../src/lib/server/workflow/publish.ts';
import { testDatabase } from '../../support/db.ts';

// What is said of figures is stored once and stays until the figures change.

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

const judged = (indicator: string, kind: string, area = 'E08000030') =>
	connection.db
		.selectFrom('judgements')
		.select(['breakdown', 'period', 'against_period', 'against_area', 'outcome', 'method'])
		.where('indicator', '=', indicator)
		.where('kind', '=', kind)
		.where('area', '=', area)
		.where('held_to', 'is', null)
		.orderBy('breakdown')
		.orderBy('against_period')
		.orderBy('against_area')
		.execute();

test('pooled periods are tested only where they share no year', async () => {
	const rows = await judged('T09', 'movement');
	expect(rows.map(({ breakdown, against_period }) => [breakdown, against_period])).toEqual([
		['female', '2017-2019'],
		['female', '2019-2021'],
		['male', '2017-2019'],
		['male', '2019-2021']
	]);
	expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['no clear change']));
});

test('without limits nothing is claimed', async () => {
	const rows = await judged('W07', 'movement');
	expect(rows.map(({ outcome, method }) => [outcome, method])).toEqual([
		['cannot tell', 'no limits'],
		['cannot tell', 'no limits']
	]);
	expect(await judged('W07', 'comparison')).toEqual([]);
});

test('a new way of counting blocks the comparison across it', async () => {
	const rows = await judged('X46', 'movement');
	expect(rows.map(({ outcome, method }) => [outcome, method])).toEqual([
		['cannot tell', 'series break']
	]);
});

test('a ward is compared with the borough and with England', async () => {
	const rows = await judged('W04', 'comparison', 'E05016444');
	expect(rows.map(({ against_area, outcome }) => [against_area, outcome])).toEqual([
		['E08000030', 'higher'],
		['E92000001', 'higher']
	]);
});

test('classes are at most five and end at the highest value', async () => {
	const rows = await connection.db.selectFrom('class_breaks').selectAll().execute();
	expect(rows.every(({ upper }) => upper.length >= 1 && upper.length <= 5)).toBe(true);
	expect(
		rows.every(({ upper }) => upper.every((bound, i) => i === 0 || bound > (upper[i - 1] ?? 0)))
	).toBe(true);
});

test('publishing again changes nothing; a changed figure changes what is said of it alone', async () => {
	// A grade of reliability counts the days that a figure is late: it alone changes with the date.
	const dated = 'reliability';
	const count = async () =>
		(
			await connection.db
				.selectFrom('judgements')
				.select(['id', 'held_to'])
				.where('kind', '!=', dated)
				.execute()
		).map(({ id, held_to }) => `${id} ${held_to === null}`);
	const before = await count();
	const later = new Date('2027-02-01T00:00:00Z');
	await transaction(connection.db, (trx) => publish(trx, later));
	expect((await count()).sort()).toEqual(before.sort());

	await transaction(connection.db, async (trx) => {
		await trx
			.updateTable('observations')
			.set({ value: 66, lower: 64, upper: 68 })
			.where('indicator', '=', 'T09')
			.where('area', '=', 'E08000030')
			.where('period', '=', '2022-2024')
			.where('breakdown', '=', 'male')
			.execute();
		await publish(trx, new Date('2027-03-01T00:00:00Z'));
	});
	const male = (await judged('T09', 'movement')).filter(({ breakdown }) => breakdown === 'male');
	expect(male.map(({ outcome }) => outcome)).toEqual(['higher', 'higher']);
	const closed = await connection.db
		.selectFrom('judgements')
		.select(['indicator', 'breakdown', 'kind', 'area'])
		.where('held_to', 'is not', null)
		.where('kind', '!=', dated)
		.execute();
	const own = closed.filter((row) => row.indicator === 'T09' && row.breakdown === 'male');
	expect(own.length).toBeGreaterThan(0);
	// The other comparisons of the place share its allowance for many tests; nothing else moves.
	const others = closed.filter((row) => !own.includes(row));
	expect(new Set(others.map(({ kind, area }) => `${kind} ${area}`))).toEqual(
		new Set(['comparison E08000030'])
	);
});
