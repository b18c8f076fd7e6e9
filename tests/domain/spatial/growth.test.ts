import { expect, it } from 'vitest';
import { growth } from '../../../src/lib/domain/spatial/growth.ts';

it('one row per pair of sizes, by the clock that is passed in', () => {
	let ticks = 0;
	const rows = growth(() => (ticks += 5), { areas: [20, 30], permutations: [9, 99] }, 1);
	expect(rows.map(({ areas, permutations }) => [areas, permutations])).toEqual([
		[20, 9],
		[20, 99],
		[30, 9],
		[30, 99]
	]);
	expect(rows[0]).toMatchObject({ drawingMs: 5, testingMs: 5 });
});
