import { describe, expect, it } from 'vitest';
import { atom } from '../../src/lib/domain/atom.ts';
import { calendar } from '../../src/lib/domain/icalendar.ts';

const now = new Date('2026-11-22T09:00:00Z');

describe('a calendar', () => {
	const title = `Return due: W02; ESOL, "completed" \\ ${'é'.repeat(60)}`;
	const text = calendar('Due', [{ uid: 'a', day: '2027-01-30', title, url: 'https://x/' }], now);
	it('ends each line with CR LF and has none longer than 75 bytes', () => {
		for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
	});
	it('escapes what would end a value, and unfolds to the same', () => {
		const unfolded = text.replaceAll('\r\n ', '');
		expect(unfolded).toContain('SUMMARY:Return due: W02\\; ESOL\\, "completed" \\\\ éé');
		expect(unfolded).toContain('DTSTART;VALUE=DATE:20270130');
	});
});

describe('a feed', () => {
	const feed = {
		...{ title: 'Changes', url: 'https://x/feed', page: 'https://x', author: 'A' },
		since: '2026-01-01T00:00:00Z'
	};
	it('shows markup as text and leaves out what XML forbids', () => {
		const entry = {
			url: 'https://x/1',
			title: '<b>&',
			text: 'a\u0001b',
			updated: now.toISOString()
		};
		const text = atom(feed, [entry]);
		expect(text).toContain('<title>&lt;b&gt;&amp;</title>');
		expect(text).toContain('<content type="text">ab</content>');
		expect(text).toContain(`<updated>${now.toISOString()}</updated>`);
	});
	it('without an entry says since when', () =>
		expect(atom(feed, [])).toContain('<updated>2026-01-01T00:00:00Z</updated>'));
});
