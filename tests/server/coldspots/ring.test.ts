import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Inputs } from '../../../src/lib/domain/coldspot/inputs.ts';
import type { Recipe } from '../../../src/lib/domain/coldspot/recipe.ts';
import { hashOf, inputsOf } from '../../../src/lib/server/coldspots/inputs.ts';
import { readRecipes, recompute } from '../../../src/lib/server/coldspots/load.ts';
import { RING } from '../../../src/lib/server/coldspots/ring.ts';
import { type CensusTable, type Read, reader } from '../../../src/lib/server/load/open-data.ts';
import { OPEN_DATA } from '../../../src/lib/server/prepare.ts';

// A made-up ring: one mixed place drawn over each of some border neighbourhoods, pushed outwards.

const read = reader(OPEN_DATA);
const mix = readRecipes(read).find(({ lens }) => lens === 'mix') as Recipe;
/** Short runs: what is tested is who takes part. */
const recipe: Recipe = { ...mix, version: 2, permutations: 999, redraws: 5, randomWeights: 5 };
const ringed: Recipe = { ...recipe, ring: true };

const areas = feature(
	read<Topology<{ areas: GeometryCollection }>>('boundaries/lsoa-2021.json'),
	read<Topology<{ areas: GeometryCollection }>>('boundaries/lsoa-2021.json').objects.areas
).features;
const alone = inputsOf(recipe, read);
const edge = alone.codes.filter((_, i) => alone.edge[i]);
const outside = edge.map((_, i) => `E0199${String(i).padStart(4, '0')}`);

/** A triangle that has one corner in common with a border neighbourhood. */
const corner = (code: string) => {
	const { geometry } = areas.find(({ id }) => id === code) ?? areas[0]!;
	const [ring] = geometry.type === 'Polygon' ? geometry.coordinates : [[]];
	const [x = 0, y = 0] = ring?.[0] ?? [];
	return [
		[x, y],
		[x + 0.0001, y + 0.00007],
		[x + 0.0001, y],
		[x, y]
	];
};

const boundaries = {
	type: 'FeatureCollection',
	features: [
		...areas.map((one) => ({ ...one, properties: { code: String(one.id) } })),
		...[
			...edge.map(corner),
			[
				[9, 9],
				[9, 9.1],
				[9.1, 9],
				[9, 9]
			]
		].map((ring, i) => ({
			type: 'Feature',
			properties: { code: outside[i] ?? 'E01999999' },
			geometry: { type: 'Polygon', coordinates: [ring] }
		}))
	]
};

/** Each ring neighbourhood has the counts of the borough's most mixed neighbourhood. */
const withRing = (change: (table: CensusTable) => void = () => {}): Read =>
	(<T>(path: string): T => {
		if (path === `${RING}/boundaries.geojson`) return boundaries as T;
		if (!path.startsWith(RING)) return read<T>(path);
		const table = structuredClone(read<CensusTable>(path.slice(RING.length + 1)));
		const { codes, values } = table.neighbourhoods!;
		const like = codes.indexOf('E01010345');
		const made = values.map((column) => outside.map(() => column[like] ?? null));
		table.neighbourhoods = { codes: outside, values: made };
		change(table);
		return table as T;
	}) as Read;

let inputs: Inputs;
let results: ReturnType<typeof recompute>;
beforeAll(() => {
	inputs = inputsOf(ringed, withRing());
	results = recompute(ringed, withRing());
}, 120_000);

describe('neighbourhoods outside the borough', () => {
	it('that touch it take part; one that lies apart does not', () => {
		expect(inputs.ring?.codes).toEqual(outside);
		const first = inputs.codes.length;
		for (const list of inputs.ring?.neighbours.slice(first) ?? []) {
			expect(list.some((i) => i < first)).toBe(true);
		}
	});

	it('are in no result: same neighbourhoods, same profiles as without them', () => {
		const before = recompute(recipe, read);
		expect(results.areas.map(({ area }) => area)).toEqual(inputs.codes);
		expect(JSON.stringify(results)).not.toMatch(/E0199/);
		expect(results.areas.map(({ profile }) => profile.measures)).toEqual(
			before.areas.map(({ profile }) => profile.measures)
		);
		expect(results.findings?.medians).toEqual(before.findings?.medians);
		expect(results.findings?.ring).toBe(outside.length);
		expect(before.findings?.ring).toBeUndefined();
	});

	it('lend their weight: places at the border beside mixed ones are less cold, others stay', () => {
		const before = recompute(recipe, read);
		const cold = (all: typeof results.areas) =>
			all.filter(({ edge, label }) => edge && label === 'cold spot').length;
		expect(cold(results.areas)).toBeLessThan(cold(before.areas));
		expect(results.findings?.families.map(({ code }) => code)).toContain('ring');
		expect(before.findings?.families.map(({ code }) => code)).not.toContain('ring');
	});

	it('every neighbourhood says what it is without them; without a ring none does', () => {
		const differ = results.areas.filter(
			({ label, profile }) => (label === 'cold spot') !== (profile.withoutRing === 'cold spot')
		);
		expect(differ.length).toBeGreaterThan(0);
		expect(results.areas.every(({ profile }) => profile.withoutRing !== undefined)).toBe(true);
		for (const { profile } of recompute(recipe, read).areas)
			expect(profile.withoutRing).toBeUndefined();
	});

	it('belong to the hash of the inputs, and only for a recipe that asks for them', () => {
		const changed = withRing(({ neighbourhoods }) => {
			neighbourhoods!.values[0]![0] = 1;
		});
		expect(hashOf(ringed, inputsOf(ringed, changed))).not.toBe(hashOf(ringed, inputs));
		expect(hashOf(recipe, inputsOf(recipe, changed))).toBe(hashOf(recipe, alone));
	});

	it.each<[string, Read, RegExp]>([
		['are not there', read, /boundaries\.geojson is not there/],
		[
			'have other columns',
			withRing((table) => void table.columns.pop()),
			/has other columns than census2021/
		]
	])('a recipe that asks for them is refused in one sentence when they %s', (_, from, words) => {
		expect(() => inputsOf(ringed, from)).toThrow(words);
	});
});
