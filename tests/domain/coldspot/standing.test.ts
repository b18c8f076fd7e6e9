import { describe, expect, it } from 'vitest';
import {
	standingOf,
	type Version,
	versionShown,
	visible
} from '../../../src/lib/domain/coldspot/standing.ts';

const version = (number: number, status: Version['status'], lens = 'mix'): Version => ({
	recipe: { lens, version: number },
	status,
	signedByRole: status === 'signed' ? 'Director of Public Health' : null,
	signedAt: status === 'signed' ? '2027-02-03T10:00:00Z' : null
});

describe('the version of a lens that is shown', () => {
	it.each<[string, Version[], number | null, number | undefined]>([
		['the newest draft', [version(1, 'draft'), version(2, 'draft')], null, 2],
		['the signed one before a newer draft', [version(1, 'signed'), version(2, 'draft')], null, 1],
		['the one asked for', [version(1, 'signed'), version(2, 'draft')], 2, 2],
		['never a hidden one', [version(1, 'draft'), version(2, 'hidden')], null, 1],
		['not even when it is asked for', [version(1, 'draft'), version(2, 'hidden')], 2, undefined],
		['none where all are hidden', [version(1, 'hidden')], null, undefined],
		['none of another lens', [version(1, 'signed', 'barriers')], null, undefined],
		['none that does not exist', [version(1, 'draft')], 9, undefined]
	])('is %s', (_, versions, asked, expected) => {
		expect(versionShown(versions, 'mix', asked)?.recipe.version).toBe(expected);
	});

	it('replaced versions can still be seen; hidden ones cannot', () => {
		const all = [version(1, 'replaced'), version(2, 'signed'), version(3, 'hidden')];
		expect(visible(all, 'mix').map(({ recipe }) => recipe.version)).toEqual([1, 2]);
	});
});

it.each<[Version, boolean, string, RegExp]>([
	[version(1, 'draft'), false, 'draft cold spot', /^Draft method, not adopted \(version 1\)\.$/],
	[version(2, 'signed'), true, 'cold spot', /signed by the Director of Public Health on 3 Feb/],
	[version(3, 'replaced'), false, 'draft cold spot', /replaced by a later version/],
	[{ ...version(4, 'signed'), signedByRole: null }, false, 'draft cold spot', /not adopted/]
])('the standing of %j is in words', (given, isSigned, word, text) => {
	expect(standingOf(given)).toMatchObject({ isSigned, word });
	expect(standingOf(given).text).toMatch(text);
});
