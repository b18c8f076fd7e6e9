import { describe, expect, it } from 'vitest';
import type { Area, AreaLink } from '../../../src/lib/domain/area.ts';
import {
	isSplit,
	localityOfWards,
	parents,
	parts,
	shareWords
} from '../../../src/lib/domain/profile/membership.ts';
import { codeOf, pathOf } from '../../../src/lib/domain/profile/path.ts';

const south = area('WLOC02', 'locality', 'localities-2021', 'South');
const north = area('WLOC01', 'locality', 'localities-2021', 'North');
const ward = area('E05016450', 'ward', 'wards-2026', 'St Matthew’s');
const former = area('E05001316', 'ward', 'wards-2004', 'St Matthew’s');
const areas = new Map([south, north, ward, former].map((one) => [one.code, one]));
const links = [
	link(ward, north, 0.31, false),
	link(ward, south, 0.69, true),
	link(former, south, 1, true, '2026-05-06'),
	link(former, ward, 0.54, true)
];

describe('membership', () => {
	it('lists what an area lies in: largest share first, memberships in force before ended ones', () => {
		expect(parents(ward.code, links, areas).map(({ area, share }) => [area.name, share])).toEqual([
			['South', 0.69],
			['North', 0.31]
		]);
		expect(parents(former.code, links, areas).map(({ area }) => area.code)).toEqual([
			'WLOC02',
			'E05016450'
		]);
	});

	it('a former ward and a new one with the same name stay two areas', () => {
		expect(parts({ code: 'WLOC02', vintage: 'wards-2026' }, links, areas)).toHaveLength(1);
		expect(parts({ code: 'WLOC02', vintage: 'wards-2004' }, links, areas)[0]?.to).toBe(
			'2026-05-06'
		);
	});

	it('the locality of a new ward is the one that most of it lies in; former wards have none here', () => {
		const found = localityOfWards(links, areas);
		expect([...found].map(([code, { area }]) => [code, area.name])).toEqual([
			['E05016450', 'South']
		]);
	});

	it.each([
		[0.69, true, true],
		[0.98, true, false],
		[0.31, false, true],
		[0.02, false, false]
	])('a share of %d (best fit %s) is a split: %s, slivers are not', (share, isBestFit, split) => {
		expect(isSplit({ share, isBestFit })).toBe(split);
	});

	it.each([
		[1, '100%'],
		[0.998, 'over 99%'],
		[0.694, '69%'],
		[0.002, 'under 1%']
	])('%d is said as %s', (share, words) => expect(shareWords(share)).toBe(words));
});

describe('the page of an area', () => {
	it.each([
		[south, undefined, '/places/south'],
		[ward, south, '/places/south/st-matthews'],
		[ward, undefined, '/places/E05016450'],
		[former, south, '/places/E05001316']
	])('%o in %o is %s', (of, locality, path) => expect(pathOf(of, locality)).toBe(path));

	it.each([
		['e05001316', 'E05001316'],
		[' WLOC01 ', 'WLOC01'],
		['south', undefined]
	])('%s is the code %s', (text, code) => expect(codeOf(text)).toBe(code));
});

function area(code: string, level: Area['level'], vintage: string, name: string): Area {
	const slug = name.toLowerCase().replaceAll('’', '').replaceAll(' ', '-');
	return {
		code,
		level,
		vintage,
		name,
		slug,
		validFrom: null,
		validTo: null,
		isLocal: true,
		note: null
	};
}

function link(
	child: Area,
	parent: Area,
	share: number,
	isBestFit: boolean,
	validTo: string | null = null
): AreaLink {
	const common = { basis: 'output areas', evidence: 'overlap', validFrom: '2026-05-07' };
	return { child: child.code, parent: parent.code, share, isBestFit, validTo, ...common };
}
