import { describe, expect, it } from 'vitest';
import { find, isPostcode, wordsOf } from '../../src/lib/domain/find.ts';

const places = [
	'Aldridge North & Walsall Wood',
	'Aldridge Central & South',
	'Bloxwich East & Blakenall Heath',
	"St Matthew's",
	'Pheasey Park Farm',
	'Rushall-Shelfield',
	'People who feel lonely often or always',
	'Schools linked with another school'
];
const search = (asked: string) => find(places, asked, (place) => place);

describe('find', () => {
	it.each([
		['aldridge', ['Aldridge North & Walsall Wood', 'Aldridge Central & South']],
		['ALDRIDGE central', ['Aldridge Central & South']],
		['Aldridge North and Walsall Wood', ['Aldridge North & Walsall Wood']],
		['wood aldridge', ['Aldridge North & Walsall Wood']],
		['st matthews', ["St Matthew's"]],
		['St. Matthew’s ward', ["St Matthew's"]],
		['rushall shelfield', ['Rushall-Shelfield']],
		['phea', ['Pheasey Park Farm']],
		['school', ['Schools linked with another school']],
		['', places]
	])('every word asked for begins a word of the text, in any order: "%s"', (asked, found) => {
		expect(search(asked)).toEqual(found);
	});

	it.each([
		['Aldrige', 2],
		['Bloxwhich', 1],
		['Phaesey', 1],
		['zzzz', 0]
	])('a slip of the finger still finds, nonsense does not: "%s"', (asked, count) => {
		expect(search(asked)).toHaveLength(count);
	});

	it('slips count only when nothing is found exactly', () => {
		expect(find(['Pelsall', 'Pelsell'], 'pelsall', (name) => name)).toEqual(['Pelsall']);
	});

	it('asking for a joining word alone still asks for it', () => {
		expect(find(['Made of stone', 'Wood'], 'of', (name) => name)).toEqual(['Made of stone']);
	});
});

describe('wordsOf', () => {
	it('drops case, accents and apostrophes, and reads & as and', () => {
		expect(wordsOf("Café & St Matthew's")).toEqual(['cafe', 'and', 'st', 'matthews']);
	});
});

describe('isPostcode', () => {
	it.each(['WS1 1TP', 'ws11tp', 'WV13 2HL', 'B74 3PG', 'WS9'])('is one: %s', (text) => {
		expect(isPostcode(text)).toBe(true);
	});
	it.each(['W04', 'C01', 'T12', 'E05016433', 'Walsall', 'WLOC01', ''])('is none: %s', (text) => {
		expect(isPostcode(text)).toBe(false);
	});
});
