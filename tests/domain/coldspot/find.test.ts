import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { exposure, groupCorrelations } from '../../../src/lib/domain/coldspot/beside.ts';
import { analytic } from '../../../src/lib/domain/coldspot/cluster.ts';
import { find, labelOf } from '../../../src/lib/domain/coldspot/find.ts';
import type { Inputs } from '../../../src/lib/domain/coldspot/inputs.ts';
import { diversity, values } from '../../../src/lib/domain/coldspot/measure.ts';
import type { Label, Recipe } from '../../../src/lib/domain/coldspot/recipe.ts';
import { composite, domainScores } from '../../../src/lib/domain/coldspot/score.ts';
import { measure, recipe, town } from './made-up.ts';

vi.setConfig({ testTimeout: 60_000 });

const scoresOf = (given: Recipe, inputs: Inputs) =>
	composite(
		domainScores(given, inputs.tables),
		given.domains.map(({ weight }) => weight),
		'exponential'
	);
const orders = (length: number) =>
	fc.shuffledSubarray(
		Array.from({ length }, (_, i) => i),
		{ minLength: length }
	);

describe('a lens about mixing is symmetric', () => {
	it('renaming the groups changes no finding', () => {
		const inputs = town();
		const base = find(recipe, inputs).areas;
		fc.assert(
			fc.property(orders(4), orders(3), (all, three) => {
				const renamed = structuredClone(recipe);
				const [first, second] = renamed.domains;
				if (!first || !second) throw new Error('the recipe has two domains');
				first.measures = [measure('all-groups', all)];
				second.measures = [
					measure(
						'three-groups',
						three.map((i) => i + 1)
					)
				];
				const found = find(renamed, inputs).areas;
				expect(found.map(({ label, confidence }) => [label, confidence])).toEqual(
					base.map(({ label, confidence }) => [label, confidence])
				);
				found.forEach(({ score }, i) => expect(score).toBeCloseTo(base[i]?.score ?? Number.NaN, 9));
			}),
			{ numRuns: 8 }
		);
	});

	it('who is the majority of a neighbourhood makes no difference, only how mixed it is', () => {
		const counts = fc.array(fc.nat(900), { minLength: 3, maxLength: 8 });
		fc.assert(
			fc.property(counts, fc.nat(), (list, turn) => {
				const turned = list.map((_, i) => list[(i + turn) % list.length] ?? 0);
				const [one, other] = [diversity(list, 0), diversity(turned, 0)];
				if (one === null || Number.isNaN(one)) expect(other).toBe(one);
				else expect(other).toBeCloseTo(one, 12);
			})
		);
	});

	it('a missing cell makes the diversity missing, and too few people as well', () => {
		expect(diversity([100, null], 0)).toBeNull();
		expect(diversity([20, 20], 50)).toBeNull();
	});

	const { recipes } = JSON.parse(
		readFileSync('static/open-data/cold-spots/recipes.json', 'utf8')
	) as { recipes: Recipe[] };

	it('the published recipe takes diversity over two groups or more, never one group’s share', () => {
		const mix = recipes.filter(({ lens }) => lens === 'mix');
		expect(mix.length).toBeGreaterThan(0);
		for (const { source, cold } of mix.flatMap(({ domains }) =>
			domains.flatMap((d) => d.measures)
		)) {
			expect(source.kind).toBe('diversity');
			expect(source.kind === 'diversity' && new Set(source.groups).size).toBeGreaterThan(1);
			expect(cold).toBe('low');
		}
	});

	it('no lens reads ethnic groups or religions but through diversity', () => {
		const measures = recipes.flatMap(({ domains, beside }) => [
			...domains.flatMap((domain) => domain.measures),
			...beside
		]);
		const ofPeople = measures.filter(({ source }) => /ts02[12]|ts030|ts027/.test(source.table));
		expect(ofPeople.length).toBeGreaterThan(0);
		expect(ofPeople.every(({ source }) => source.kind === 'diversity')).toBe(true);
	});

	it('every recipe has a seed, draws and weights that add up to one', () => {
		for (const { domains, seed, permutations } of recipes) {
			expect(Number.isInteger(seed)).toBe(true);
			if (domains.length === 0) continue;
			expect(permutations).toBeGreaterThanOrEqual(999);
			expect(domains.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 9);
		}
	});
});

describe('the label of a neighbourhood', () => {
	const cold = { z: -3, p: 0.001, q: 0.01, shaky: false, alone: false, alpha: 0.05 };
	it.each<[string, Partial<Parameters<typeof labelOf>[0]>, Label]>([
		['low, and so after correction', {}, 'cold spot'],
		['the same, lost when counts are redrawn or with inputs missing', { shaky: true }, 'possible'],
		['low before correction only', { q: 0.2 }, 'possible'],
		['low by chance', { p: 0.2, q: 0.5 }, 'no evidence'],
		['exactly at the level', { p: 0.05, q: 0.05 }, 'no evidence'],
		['a cluster of high values', { z: 3 }, 'no evidence'],
		[
			'low among neighbours that are not',
			{ z: -0.5, p: 0.6, q: 0.9, alone: true },
			'single area of concern'
		],
		['cold and alone is a cold spot', { alone: true }, 'cold spot'],
		['not tested', { z: null, p: null, q: null }, 'no evidence']
	])('%s', (_, given, expected) => {
		expect(labelOf({ ...cold, ...given })).toBe(expected);
	});
});

describe('a finding', () => {
	it('is where the town is alike, and says nothing where it is mixed', () => {
		const { areas, findings } = find(recipe, town());
		expect(areas[0]?.label).toBe('cold spot');
		expect(areas.at(-1)?.label).toBe('no evidence');
		expect(areas.filter(({ label }) => label === 'cold spot').length).toBeLessThan(
			areas.length / 2
		);
		expect(findings.agreement).toBeGreaterThan(0.9);
		expect(areas.every(({ edge, labelWithoutEdge }) => edge === (labelWithoutEdge === null))).toBe(
			true
		);
	});

	it('is repeated to the last digit by its seed, and another seed changes the draws', () => {
		const inputs = town();
		expect(JSON.stringify(find(recipe, inputs))).toBe(JSON.stringify(find(recipe, inputs)));
		const other = find({ ...recipe, seed: recipe.seed + 1 }, inputs);
		expect(JSON.stringify(other)).not.toBe(JSON.stringify(find(recipe, inputs)));
	});

	it('does not depend on the order of the neighbourhoods', () => {
		const inputs = town();
		const scores = scoresOf(recipe, inputs);
		const base = analytic(scores, inputs.neighbours, 0.05);
		fc.assert(
			fc.property(orders(scores.length), (order) => {
				const place = new Map(order.map((old, next) => [old, next]));
				const table = inputs.tables.get('groups');
				const tables = new Map([
					[
						'groups',
						{
							columns: table?.columns ?? [],
							values: (table?.values ?? []).map((column) => order.map((i) => column[i] ?? null))
						}
					]
				]);
				const neighbours = order.map((i) =>
					(inputs.neighbours[i] ?? []).map((j) => place.get(j) ?? -1)
				);
				const moved = analytic(scoresOf(recipe, { ...inputs, tables }), neighbours, 0.05);
				order.forEach((old, next) => {
					expect(moved.z[next]).toBeCloseTo(base.z[old] ?? Number.NaN, 9);
					expect(moved.label[next]).toBe(base.label[old]);
				});
			}),
			{ numRuns: 20 }
		);
	});

	it('high confidence needs 8 in 10 runs, and there is none without a finding', () => {
		for (const { label, confidence, heldShare } of find(recipe, town()).areas) {
			const isFound = label === 'cold spot' || label === 'possible';
			expect(confidence !== null).toBe(isFound);
			if (confidence === 'high') expect(heldShare).toBeGreaterThanOrEqual(0.8);
			if (confidence === 'low') expect(heldShare).toBeLessThan(0.5);
		}
	});

	it('missing counts make a neighbourhood untested, and never cold', () => {
		const inputs = town();
		const table = inputs.tables.get('groups');
		const gaps = (table?.values ?? []).map((column) =>
			column.map((value, i) => (i === 0 ? null : value))
		);
		const tables = new Map([['groups', { columns: table?.columns ?? [], values: gaps }]]);
		const [first] = find(recipe, { ...inputs, tables }).areas;
		expect(first).toMatchObject({ score: null, z: null, p: null, q: null, label: 'no evidence' });
	});
});

describe('beside the lens', () => {
	const table = () => town().tables.get('groups') ?? { columns: [], values: [] };

	it('exposure is 1 where every neighbourhood is made up like the borough, less where apart', () => {
		const alike = {
			columns: ['a', 'b'],
			values: [
				[30, 60],
				[10, 20]
			]
		};
		for (const value of exposure(alike, [0, 1])) expect(value).toBeCloseTo(1, 12);
		const apart = {
			columns: ['a', 'b'],
			values: [
				[90, 10],
				[10, 90]
			]
		};
		for (const value of exposure(apart, [0, 1])) expect(value).toBeLessThan(0.5);
	});

	it('prints the correlation with each large group and leaves small ones out', () => {
		const scores = values(measure('all', [0, 1, 2, 3]), town().tables, 0);
		const found = groupCorrelations(scores, table(), [0, 1, 2, 3]);
		expect(found.map(({ group }) => group)).toEqual(['one', 'two', 'three', 'four']);
		expect(found[0]?.rho).toBeLessThan(-0.9);
		const tiny = {
			...table(),
			values: table().values.map((column, g) => column.map((v) => (g === 3 ? 1 : v)))
		};
		expect(groupCorrelations(scores, tiny, [0, 1, 2, 3])).toHaveLength(3);
	});
});
