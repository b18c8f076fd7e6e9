import { describe, expect, it } from 'vitest';
import { frameSvg } from '../../../src/lib/charts/frame.ts';
import { NOTICE } from '../../../src/lib/domain/illustrative.ts';
import { heading, notes } from '../../../src/lib/server/export/about.ts';
import { illustrated } from '../../../src/lib/server/web/illustrate.ts';

// Whatever leaves a demonstration says so; nothing else does.

const csv = 'text/csv; charset=utf-8; header=present';
const json = 'application/json; charset=utf-8';

describe('an answer of a demonstration', () => {
	it.each([
		[
			'CSV has a column, in every row',
			csv,
			'a,b\r\n1,"x,\r\ny"\r\n',
			'a,b,Notice\r\n1,"x,\r\ny",Illustrative demonstration\r\n'
		],
		[
			'a formula stays harmless',
			csv,
			"a\r\n'=1+1\r\n",
			"a,Notice\r\n'=1+1,Illustrative demonstration\r\n"
		],
		[
			'JSON begins with the notice',
			json,
			'{"data":[1]}',
			JSON.stringify({ notice: NOTICE, data: [1] })
		],
		[
			'GeoJSON too',
			'application/geo+json',
			'{"type":"F"}',
			JSON.stringify({ notice: NOTICE, type: 'F' })
		],
		['a list has no place for one', json, '[1]', '[1]'],
		['a page has its strip', 'text/html', '<p>', '<p>']
	])('%s', async (_, type, body, expected) => {
		expect(await (await illustrated(answer(type, body), NOTICE, '/x')).text()).toBe(expected);
	});

	it('drops what is no longer true of the body', async () => {
		const made = await illustrated(answer(csv, 'a\r\n'), NOTICE, '/x');
		expect([made.headers.get('etag'), made.headers.get('content-length')]).toEqual([null, null]);
	});

	it.each(['/api/v1/openapi', '/health'])('%s keeps its shape', async (path) => {
		expect(await (await illustrated(answer(json, '{"a":1}'), NOTICE, path)).text()).toBe('{"a":1}');
	});
});

describe('the product itself', () => {
	it.each([csv, json])('adds nothing to %s', async (type) => {
		const given = answer(type, '{"a":1}');
		expect(await illustrated(given, undefined, '/x')).toBe(given);
	});

	it('adds nothing to notes, headings and pictures', () => {
		const made = [JSON.stringify(notes(about())), JSON.stringify(heading(about())), picture()];
		for (const text of made) expect(text).not.toMatch(/illustrative/i);
	});
});

describe('notes, headings and pictures of a demonstration', () => {
	it('say so in text, and across an invented picture', () => {
		expect(notes(about(NOTICE))[0]).toEqual({ term: 'Notice', text: NOTICE });
		expect(heading(about(NOTICE))).toMatchObject({ notice: NOTICE });
		expect(picture(NOTICE)).toContain('Illustrative: a demonstration');
		expect(picture(NOTICE)).toContain('fill-opacity="0.16">Illustrative</text>');
	});
});

function answer(type: string, body: string): Response {
	const headers = { 'content-type': type, etag: '"1"', 'content-length': String(body.length) };
	return new Response(body, { headers });
}

function about(notice?: string) {
	const edition = { id: 'e', label: 'E', publishedAt: '2026-11-20T09:30:00.000Z', note: null };
	return {
		...{ title: 'T', description: 'D', name: 'n', sources: [], facts: [] },
		edition: { ...edition, ...(notice && { notice }) }
	};
}

const picture = (notice?: string) =>
	frameSvg({
		...{ title: 'T', subtitle: 'S', body: '<svg viewBox="0 0 900 50"></svg>', notes: [] },
		...{ asAt: '20 November 2026', notice, illustrative: notice !== undefined }
	});
