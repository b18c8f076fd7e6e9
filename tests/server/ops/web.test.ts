import { describe, expect, it } from 'vitest';
import { compressOnce } from '../../../src/lib/server/web/compress.ts';
import { isReadable } from '../../../src/lib/server/web/address.ts';
import { shownEdition } from '../../../src/lib/server/web/edition.ts';
import { secure } from '../../../src/lib/server/web/secure.ts';
import { createLog } from '../../../src/lib/server/log.ts';

const first = { id: 'first', publishedAt: '2026-11-22T09:00:00.000Z', label: 'First', note: null };
const second = { ...first, id: 'second', publishedAt: '2027-02-01T09:00:00.000Z', label: 'Second' };
const editions = [first, second];

describe('the edition shown', () => {
	it.each([
		[null, 'second', false],
		['second', 'second', false],
		['first', 'first', true],
		['2026-11-22', 'first', true],
		['2027-02-02', 'second', false]
	])('for %o is %s', (asked, id, isEarlier) => {
		expect(shownEdition(editions, asked)).toMatchObject({ edition: { id }, isEarlier });
	});

	it('of a day before the first publication holds no figure', () => {
		expect(shownEdition(editions, '2020-01-01')).toMatchObject({
			kind: 'shown',
			isEarlier: true,
			edition: {
				publishedAt: '2020-01-01T23:59:59.999Z',
				label: 'Nothing had been published by 1 January 2020'
			}
		});
	});

	it('that does not exist is named in the answer', () => {
		const shown = shownEdition(editions, 'third');
		expect(shown).toMatchObject({ kind: 'unknown', message: expect.stringContaining('"third"') });
	});

	it.each(['2026-13-45', '2026-02-30', '0000-00-00', '0000-01-01', '0001-01-01'])(
		'is not to be had on %s, which is no day',
		(asked) => {
			expect(shownEdition(editions, asked).kind).toBe('unknown');
		}
	);

	it('is none while nothing is loaded', () => {
		expect(shownEdition([], null)).toEqual({ kind: 'nothing published' });
	});
});

describe('an address', () => {
	it.each(['/map?indicator=%00', '/search?q=a%0Bb', '/places/east?x%1b=1', '/data/%7F.csv'])(
		'%s with a control character is refused',
		(path) => {
			expect(isReadable(new URL(path, 'http://localhost'))).toBe(false);
		}
	);

	it.each([
		'/',
		'/search?q=caf%C3%A9+%F0%9F%98%80',
		'/search?q=a%0D%0Ab%09c',
		'/search?q=%E2%80%AE',
		'/search?q=%',
		'/%E0%A4%A'
	])('%s is read', (path) => {
		expect(isReadable(new URL(path, 'http://localhost'))).toBe(true);
	});
});

describe('the headers of every answer', () => {
	it('forbid framing and guessing of types', () => {
		const headers = new Headers({ 'content-security-policy': "default-src 'self'" });
		secure(headers, '/indicators');
		expect(Object.fromEntries(headers)).toMatchObject({
			'x-frame-options': 'DENY',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'self'; frame-ancestors 'none'"
		});
	});

	it('allow framing of embeds alone', () => {
		const headers = new Headers({ 'content-security-policy': "default-src 'self'" });
		secure(headers, '/embed/chart/w04');
		expect(headers.has('x-frame-options')).toBe(false);
		expect(headers.get('content-security-policy')).toBe("default-src 'self'");
	});
});

describe('an answer that is not kept', () => {
	it('is compressed for whoever takes it', async () => {
		const page = () => new Response('text', { headers: { 'content-type': 'text/html' } });
		expect(compressOnce(page(), 'gzip, br').headers.get('content-encoding')).toBe('gzip');
		expect(compressOnce(page(), null).headers.get('content-encoding')).toBeNull();
		expect(compressOnce(page(), null).headers.get('vary')).toBe('Accept-Encoding');
	});

	it('is left alone when it would not shrink', () => {
		const picture = new Response('x', { headers: { 'content-type': 'image/png' } });
		expect(compressOnce(picture, 'gzip')).toBe(picture);
	});
});

describe('the log', () => {
	it('writes one line of JSON an event, from the level asked for', () => {
		const lines: string[] = [];
		const log = createLog(
			'warn',
			(line) => lines.push(line),
			() => new Date('2026-11-22T09:00:00Z')
		).with({ part: 'test' });
		log.info('unheard');
		log.error('heard', { fault: new Error('why') });
		expect(lines.map((line) => JSON.parse(line))).toEqual([
			{
				time: '2026-11-22T09:00:00.000Z',
				level: 'error',
				message: 'heard',
				part: 'test',
				fault: { name: 'Error', message: 'why', stack: expect.any(String) }
			}
		]);
	});
});
