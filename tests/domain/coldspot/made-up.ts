import type { Inputs } from '../../../src/lib/domain/coldspot/inputs.ts';
import type { Table } from '../../../src/lib/domain/coldspot/measure.ts';
import type { Recipe } from '../../../src/lib/domain/coldspot/recipe.ts';
import { below, generator } from '../../../src/lib/domain/random.ts';

// A made-up town on a grid: mixed in the middle, alike in one corner.

const SIDE = 8;

const queen = (side: number): number[][] =>
	Array.from({ length: side * side }, (_, i) => {
		const [x, y] = [i % side, Math.floor(i / side)];
		return Array.from({ length: side * side }, (__, j) => j).filter((j) => {
			const [dx, dy] = [Math.abs((j % side) - x), Math.abs(Math.floor(j / side) - y)];
			return j !== i && dx < 2 && dy < 2;
		});
	});

/** Four groups; the nearer to the first corner, the more of the people belong to one of them. */
export function town(seed = 1): Inputs {
	const random = generator(seed);
	const areas = Array.from({ length: SIDE * SIDE }, (_, i) => i);
	const near = (i: number) => Math.max(0, 1 - Math.hypot(i % SIDE, Math.floor(i / SIDE)) / 6);
	const others = areas.map((i) =>
		[0, 1, 2].map(() => 60 + below(random, 60) - Math.round(55 * near(i)))
	);
	const first = areas.map((i) => 150 + Math.round(500 * near(i)));
	const table: Table = {
		columns: ['one', 'two', 'three', 'four'],
		values: [first, ...[0, 1, 2].map((g) => others.map((counts) => counts[g] ?? 0))]
	};
	const half = SIDE / 2;
	const of = areas.map(
		(i) => Math.floor((i % SIDE) / 2) + half * Math.floor(Math.floor(i / SIDE) / 2)
	);
	const merged = {
		columns: table.columns,
		values: table.values.map((column) =>
			Array.from({ length: half * half }, (_, c) =>
				column.reduce<number>((total, value, i) => total + (of[i] === c ? (value ?? 0) : 0), 0)
			)
		)
	};
	const neighbours = queen(SIDE);
	return {
		codes: areas.map((i) => `N${String(i).padStart(2, '0')}`),
		tables: new Map([['groups', table]]),
		scoreTables: new Set(),
		neighbours,
		nearest: neighbours.map((list) => list.slice(0, 4)),
		edge: areas.map((i) => i % SIDE === 0 || i < SIDE),
		communities: { tables: new Map([['groups', merged]]), neighbours: queen(half), of }
	};
}

export const recipe: Recipe = {
	lens: 'mix',
	version: 1,
	title: 'Made up',
	summary: '',
	domains: [
		{
			code: 'mixing',
			title: 'Mixing',
			weight: 0.5,
			measures: [measure('all-groups', [0, 1, 2, 3])]
		},
		{ code: 'others', title: 'Others', weight: 0.5, measures: [measure('three-groups', [1, 2, 3])] }
	],
	beside: [],
	seed: 20261122,
	permutations: 499,
	alpha: 0.05,
	redraws: 20,
	randomWeights: 20,
	minimumBase: 50,
	named: []
};

export function measure(code: string, groups: number[]) {
	return {
		code,
		title: code,
		cold: 'low' as const,
		decimals: 2,
		unit: 'chance' as const,
		source: { kind: 'diversity' as const, table: 'groups', groups }
	};
}
