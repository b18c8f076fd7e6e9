import { describe, expect, it } from 'vitest';
import { records } from '../../../src/lib/domain/table.ts';
import { figures } from '../../../src/lib/server/export/tables/figures.ts';
import { figure, reference } from './made.ts';

describe('a figure as a row', () => {
	it.each([
		[
			'known',
			{ value: 2.65 },
			{ value: 2.65, value_shown: '2.7%', state: 'Known', code: null, flags: [] }
		],
		['nought', { value: 0 }, { value: 0, value_shown: '0.0%', state: 'Known', code: null }],
		[
			'estimated and provisional',
			{ flags: ['p', 'e'] as const },
			{ code: '[p][e]', flags: ['provisional', 'estimated'] }
		],
		['hidden', missing('suppressed'), blank('Hidden', '[c]')],
		['not collected', missing('not collected'), blank('Not collected', '[x]')],
		['not yet published', missing('not yet published'), blank('Not yet published', '[x]')],
		['not applicable', missing('not applicable'), blank('Not applicable', '[z]')]
	])('%s', (_title, given, expected) => {
		const [row] = records(figures([figure(given as never)], reference));
		expect(row).toMatchObject(expected);
	});

	it('has the names beside the codes', () => {
		const [row] = records(figures([figure()], reference));
		expect(row).toMatchObject({
			indicator_code: 'W99',
			indicator: 'A share',
			area_code: 'WLOC01',
			area: 'North',
			level: 'locality',
			boundaries: 'localities-2021',
			period: '2023',
			period_starts: '2023-01-01',
			group: 'Everyone'
		});
	});

	it('only the columns asked for, in that order', () => {
		expect(
			figures([figure()], reference, ['value', 'area_code']).columns.map(({ name }) => name)
		).toEqual(['value', 'area_code']);
	});
});

function missing(state: string) {
	return { state, value: null, lower: null, upper: null, numerator: null, denominator: null };
}

function blank(state: string, code: string) {
	const none = { value: null, value_shown: null, lower_95: null, upper_95: null };
	return { ...none, numerator: null, denominator: null, state, code, flags: [] };
}
