import { describe, expect, test } from 'vitest';
import type { Area } from '../../../src/lib/domain/area.ts';
import { findArea, gazetteer } from '../../../src/lib/domain/import/area-text.ts';
import { quarter } from '../../../src/lib/domain/period-make.ts';

const before = area('E05001309', 'Blakenall', { validTo: '2026-05-06' });
const now = area('E05017001', 'Blakenall', { validFrom: '2026-05-07' });
const split = area('E05001312', 'Birchills Leamore', { validTo: '2026-05-06' });
const borough = area('E08000030', 'Walsall', { level: 'borough' });
const north = area('WLOC01', 'North', { level: 'locality' });
const known = gazetteer([before, now, split, borough, north], new Map([['No postcode', 'WLOC01']]));

const early = quarter(2025, 1);
const late = quarter(2026, 2);

describe('a row finds its area by code, then by name, in the period it describes', () => {
	test.each([
		['code', texts('E05017001', ''), late, now, false],
		['code in small letters with spaces', texts(' e05017001 ', ''), late, now, false],
		['code wins over a name', texts('E05017001', 'Walsall'), late, now, false],
		['a code in the column of names', texts('', 'E08000030'), late, borough, false],
		['name now', texts('', 'Blakenall'), late, now, true],
		['name then', texts('', 'Blakenall'), early, before, true],
		['name with "ward"', texts('', 'Blakenall Ward'), late, now, true],
		['hyphen and case', texts('', 'BIRCHILLS-LEAMORE'), early, split, true],
		['borough in full', texts('', 'Walsall Metropolitan Borough Council'), late, borough, true],
		['locality', texts('', 'North locality'), late, north, true],
		['a name that the return uses', texts('', 'no postcode'), late, north, true]
	])('%s', (_, text, period, expected, byName) => {
		expect(findArea(text, period, known)).toEqual({ kind: 'area', area: expected, byName });
	});
});

test('an old ward has no figures of a new period: the ward now in force is offered', () => {
	expect(findArea(texts(before.code, ''), late, known)).toEqual({
		kind: 'ended',
		area: before,
		instead: [now]
	});
	expect(findArea(texts('', 'Birchills Leamore'), late, known)).toMatchObject({
		kind: 'ended',
		area: split
	});
});

test('two areas of one name and one period: somebody chooses', () => {
	const twice = gazetteer([borough, area('E05017020', 'Walsall', { validFrom: '2026-05-07' })]);
	expect(findArea(texts('', 'Walsall'), late, twice)).toMatchObject({ kind: 'choose' });
});

test('of several columns the smallest area counts, wherever it stands', () => {
	const at = (names: string[]) => findArea({ codes: [], names }, late, known);
	expect(at(['Blakenall', 'North'])).toMatchObject({ area: now });
	expect(at(['Walsall', 'North', 'Blakenall'])).toMatchObject({ area: now });
	expect(at(['Walsall', 'Narnia'])).toMatchObject({ area: borough });
});

test('what is no area', () => {
	expect(findArea(texts('E05999999', 'Narnia'), late, known)).toEqual({
		kind: 'unknown area'
	});
});

function texts(code: string, name: string) {
	return { codes: code ? [code] : [], names: name ? [name] : [] };
}

function area(code: string, name: string, given: Partial<Area> = {}): Area {
	return {
		code,
		name,
		level: 'ward',
		vintage: 'any',
		slug: name.toLowerCase(),
		validFrom: null,
		validTo: null,
		isLocal: true,
		note: null,
		...given
	};
}
