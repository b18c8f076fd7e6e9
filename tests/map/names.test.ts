import { expect, it } from 'vitest';
import { onLines } from '../../src/lib/map/names.ts';

it.each([
	['Pleck', ['Pleck']],
	['New Invention', ['New Invention']],
	['Bentley & Darlaston North', ['Bentley &', 'Darlaston', 'North']],
	['Wolverhamptonshire', ['Wolverhamptonshire']]
])('%s breaks at spaces only', (name, lines) => {
	expect(onLines(name)).toEqual(lines);
});
