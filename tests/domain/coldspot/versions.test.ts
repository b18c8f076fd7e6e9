import { describe, expect, it } from 'vitest';
import type { Label, Recipe } from '../../../src/lib/domain/coldspot/recipe.ts';
import type { StoredArea } from '../../../src/lib/domain/coldspot/stored.ts';
import { changesBetween, recipeChanges } from '../../../src/lib/domain/coldspot/versions.ts';
import { recipe } from './made-up.ts';

const results = (given: Record<string, Label>) =>
	new Map(
		Object.entries(given).map(([area, label]) => [area, { area, label } as unknown as StoredArea])
	);

describe('between two versions of a lens', () => {
	it('a neighbourhood gains the finding, loses it, or has another label', () => {
		const before = results({ a: 'cold spot', b: 'possible', c: 'no evidence', d: 'cold spot' });
		const after = results({ a: 'possible', b: 'cold spot', c: 'possible', d: 'cold spot' });
		expect(changesBetween(before, after)).toEqual({
			gained: ['b'],
			lost: ['a'],
			relabelled: [{ area: 'c', before: 'no evidence', after: 'possible' }]
		});
		const back = changesBetween(after, before);
		expect([back.gained, back.lost]).toEqual([['a'], ['b']]);
	});

	const [mixing, others] = recipe.domains as [Recipe['domains'][0], Recipe['domains'][0]];
	it.each<[string, Partial<Recipe>, string[]]>([
		['nothing but its number', { version: 2 }, []],
		['a seed', { seed: 7 }, [`Seed: ${recipe.seed} before, 7 after.`]],
		['the shuffles', { permutations: 9999 }, ['Shuffles: 499 before, 9,999 after.']],
		['the ring', { ring: true }, ['Neighbourhoods outside Walsall: not used before, used after.']],
		[
			'weights',
			{
				domains: [
					{ ...mixing, weight: 0.75 },
					{ ...others, weight: 0.25 }
				]
			},
			[
				'The weight of “Mixing” went from 50% to 75%.',
				'The weight of “Others” went from 50% to 25%.'
			]
		],
		['a part', { domains: [mixing] }, ['The part “Others” was left out.']],
		[
			'a new part',
			{ domains: [mixing, others, { ...others, code: 'new', title: 'New', weight: 0.1 }] },
			['The part “New” is new (weight 10%).']
		],
		[
			'a measure',
			{ domains: [{ ...mixing, measures: others.measures }, others] },
			['The measures of “Mixing” are others, or are made in another way.']
		]
	])('the recipe that changed %s says so', (_, change, words) => {
		expect(recipeChanges(recipe, { ...recipe, ...change })).toEqual(words);
	});
});
