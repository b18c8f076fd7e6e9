import { describe, expect, it } from 'vitest';
import {
	code,
	codes,
	oneOf,
	readElsewhere,
	someOf,
	whole
} from '../../src/lib/domain/parameter-kinds.ts';
import { type Known, readParameters } from '../../src/lib/domain/parameters.ts';

const words = { of: 'an area', description: 'Areas', example: 'E1', listedAt: '/areas' };
const parameters = {
	level: someOf(['ward', 'borough'], 'Levels'),
	by: oneOf(['ward', 'lsoa'], 'ward', 'Kind'),
	kind: oneOf(['a', 'b'], undefined, 'Kind'),
	area: codes('areas', words),
	period: code('periods', words),
	limit: whole(1, 10, 5, 'Most rows'),
	edition: readElsewhere('Edition', '2026-11-22')
};

describe('an address is read against its list of parameters', () => {
	const absent = {
		level: undefined,
		by: 'ward',
		kind: undefined,
		area: undefined,
		period: undefined,
		limit: 5,
		edition: undefined
	};
	it.each([
		['', absent],
		['level=ward', { ...absent, level: ['ward'] }],
		['level=ward,borough', { ...absent, level: ['ward', 'borough'] }],
		['level=ward&level=borough', { ...absent, level: ['ward', 'borough'] }],
		['level=ward,ward', { ...absent, level: ['ward'] }],
		['level=', absent],
		['by=lsoa&kind=b', { ...absent, by: 'lsoa', kind: 'b' }],
		['area=e1,WLOC01', { ...absent, area: ['E1', 'WLOC01'] }],
		['period=2021', { ...absent, period: '2021' }],
		['limit=10', { ...absent, limit: 10 }],
		['edition=anything', absent]
	])('?%s', (search, values) => {
		expect(readParameters(parameters, new URLSearchParams(search), known)).toEqual({ values });
	});
});

describe('what is not allowed is refused by name, with what is allowed', () => {
	it.each([
		['colour=red', 'colour', Object.keys(parameters)],
		['LEVEL=ward', 'LEVEL', Object.keys(parameters)],
		['level=street', 'level', ['ward', 'borough']],
		['level=ward,street', 'level', ['ward', 'borough']],
		['by=WARD', 'by', ['ward', 'lsoa']],
		['by=ward,lsoa', 'by', ['ward', 'lsoa']],
		['area=E2', 'area', ['E1', 'WLOC01']],
		['area=E1;drop table', 'area', ['E1', 'WLOC01']],
		['area=constructor', 'area', ['E1', 'WLOC01']],
		['period=2022', 'period', ['2021']],
		['limit=0', 'limit', undefined],
		['limit=11', 'limit', undefined],
		['limit=1e1', 'limit', undefined],
		['limit=-1', 'limit', undefined],
		['limit=5.5', 'limit', undefined],
		['constructor=1', 'constructor', Object.keys(parameters)],
		['__proto__=1', '__proto__', Object.keys(parameters)]
	])('?%s', (search, parameter, allowed) => {
		const read = readParameters(parameters, new URLSearchParams(search), known);
		const wrong = 'wrong' in read ? read.wrong : [];
		expect(wrong.map((one) => one.parameter)).toEqual([parameter]);
		expect(wrong[0]?.allowed).toEqual(allowed);
		expect(wrong[0]?.detail).toMatch(/^".*\.$/);
	});

	it('every wrong parameter is named, not only the first', () => {
		const read = readParameters(parameters, new URLSearchParams('x=1&by=x&limit=x'), known);
		expect('wrong' in read && read.wrong.map((one) => one.parameter)).toEqual(['x', 'by', 'limit']);
	});

	it('a list of codes has a longest length', () => {
		const many = Array.from({ length: 201 }, (_, index) => `E${index}`);
		const held = { ...known, areas: new Map(many.map((one) => [one, one])) };
		const ask = (of: string[]) =>
			readParameters(parameters, new URLSearchParams({ area: of.join(',') }), held);
		expect(ask(many)).toHaveProperty('wrong');
		expect(ask(many.slice(1))).toHaveProperty('values');
	});
});

const known: Known = {
	areas: new Map([
		['E1', 1],
		['WLOC01', 1]
	]),
	periods: new Map([['2021', 1]]),
	breakdowns: new Map(),
	indicators: new Map(),
	themes: new Map()
};
