import { describe, expect, it } from 'vitest';
import { emptyCell } from '../../../src/lib/domain/entry/cell.ts';
import { rowOf } from '../../../src/lib/domain/entry/row.ts';
import { Steps } from '../../../src/routes/returns/[period]/[code]/steps.svelte.ts';

const row = (numerator: string) => ({ ...rowOf(emptyCell('north')), numerator });
const change = (key: string, before: string, after: string) => ({
	...{ key, field: 'numerator', before: row(before), after: row(after) }
});
const keys = (to: readonly { key: string; row: { numerator: string } }[]) =>
	to.map(({ key, row: { numerator } }) => `${key} ${numerator}`.trim());

describe('undo and redo', () => {
	it('take a run of typing in a box as one step, and the next visit as another', () => {
		const steps = new Steps();
		steps.add(change('north', '', '1'));
		steps.add(change('north', '1', '12'));
		steps.leave();
		steps.add(change('north', '12', '13'));
		expect(keys(steps.back())).toEqual(['north 12']);
		expect(keys(steps.back())).toEqual(['north']);
		expect(keys(steps.back())).toEqual([]);
	});

	it('take a pasted block as one step, both ways, and nothing before or after it', () => {
		const steps = new Steps();
		steps.add(change('west', '', '9'));
		steps.leave();
		const before = steps.count;
		for (const key of ['north', 'south', 'east']) steps.add(change(key, '', '7'));
		steps.join(before);
		steps.add(change('west', '9', '8'));
		expect(keys(steps.back())).toEqual(['west 9']);
		expect(keys(steps.back())).toEqual(['east', 'south', 'north']);
		expect(keys(steps.forth())).toEqual(['north 7', 'south 7', 'east 7']);
		expect(keys(steps.forth())).toEqual(['west 8']);
		expect(steps.canRedo).toBe(false);
	});
});
