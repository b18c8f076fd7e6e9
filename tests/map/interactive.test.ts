import { expect, it } from 'vitest';
import type { Look } from '../../src/lib/map/choropleth.ts';
import { changes } from '../../src/lib/map/interactive/changes.ts';

const looks = (given: Record<string, Look>) => new Map(Object.entries(given));

it('only areas whose class changes are told to the map', () => {
	const before = looks({ A: 1, B: 2, C: 'none' });
	const after = looks({ A: 1, B: 5, C: 3 });
	expect(changes(before, after).states).toEqual([
		{ code: 'B', look: 5 },
		{ code: 'C', look: 3 }
	]);
});

it('an area that loses its value loses its colour and gets its pattern', () => {
	const { states, none, hidden } = changes(
		looks({ A: 4, B: 1 }),
		looks({ A: 'none', B: 'hidden' })
	);
	expect(states).toEqual([
		{ code: 'A', look: 0 },
		{ code: 'B', look: 0 }
	]);
	expect([none, hidden]).toEqual([['A'], ['B']]);
});
