import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isCompressible, preferred } from '../../../src/lib/server/cache/encoding.ts';
import { names } from '../../../src/lib/server/cache/etag.ts';
import { createPageCache } from '../../../src/lib/server/cache/pages.ts';
import { mayAnswer, mayKeep } from '../../../src/lib/server/cache/rules.ts';
import { createStore } from '../../../src/lib/server/cache/store.ts';

const PAGE = `<p>${'Cohesion in Walsall. '.repeat(200)}</p>`;

describe('the store', () => {
	it('drops what was unused for longest when it is full', () => {
		const store = createStore<string>(100);
		for (let i = 0; i < 10; i++) store.set(`k${i}`, 'v', 10);
		store.get('k0');
		store.set('new', 'v', 10);
		expect([store.get('k0'), store.get('k1'), store.get('new')]).toEqual(['v', undefined, 'v']);
		expect(store.bytes()).toBe(100);
	});

	it('keeps nothing larger than an eighth of it', () => {
		const store = createStore<string>(80);
		store.set('large', 'v', 11);
		expect(store.get('large')).toBeUndefined();
	});

	it('counts what a value gains, and a value once', () => {
		const store = createStore<string>(80);
		store.set('a', 'v', 10);
		store.set('a', 'w', 5);
		store.grow('a', 3);
		store.grow('gone', 99);
		expect(store.bytes()).toBe(8);
		store.clear();
		expect(store.bytes()).toBe(0);
	});
});

describe('the encoding', () => {
	it.each([
		[null, 'identity'],
		['', 'identity'],
		['gzip', 'gzip'],
		['gzip, deflate, br, zstd', 'br'],
		['br;q=0.5, gzip;q=0.8', 'gzip'],
		['br;q=0, gzip', 'gzip'],
		['*', 'br'],
		['gzip;q=0', 'identity']
	])('for %o is %s', (accept, encoding) => expect(preferred(accept)).toBe(encoding));

	it.each([
		['text/html; charset=utf-8', true],
		['application/json', true],
		['application/vnd.oai.openapi+json', true],
		['image/svg+xml', true],
		['image/png', false],
		['text/event-stream', false],
		[null, false]
	])('of %o pays: %s', (type, pays) => expect(isCompressible(type)).toBe(pays));
});

describe('an entity tag', () => {
	it.each([
		[null, false],
		['"a"', true],
		['W/"a"', true],
		['"b", "a"', true],
		['*', true],
		['"b"', false]
	])('asked with %o matches: %s', (header, is) => expect(names(header, '"a"')).toBe(is));
});

describe('what may be cached', () => {
	it.each([
		['GET', {}, true],
		['HEAD', {}, true],
		['POST', {}, false],
		['GET', { cookie: 'theme=dark' }, true],
		['GET', { cookie: 'theme=dark; better-auth.session_token=x' }, false],
		['GET', { cookie: '__Secure-better-auth.session_token=x' }, false],
		['GET', { authorization: 'Bearer x' }, false],
		['GET', { range: 'bytes=0-1' }, false]
	])('%s with %o is asked for: %s', (method, headers, is) =>
		expect(mayAnswer({ method, headers: new Headers(headers as HeadersInit) })).toBe(is)
	);

	it.each([
		[200, {}, true],
		[404, {}, false],
		[200, { 'set-cookie': 'a=1' }, false],
		[200, { 'cache-control': 'private, no-store' }, false],
		[200, { vary: 'Accept-Encoding' }, true],
		[200, { vary: 'Accept' }, false]
	])('an answer %i with %o is kept: %s', (status, headers, is) =>
		expect(mayKeep({ status, headers: new Headers(headers as HeadersInit) })).toBe(is)
	);
});

describe('the page cache', () => {
	it('makes a page once while the publication is unchanged', async () => {
		const { ask, made } = site();
		await ask();
		await ask();
		expect(made()).toBe(1);
		await ask({ stamp: 'second' });
		expect(made()).toBe(2);
	});

	it('makes a page once for readers who come together', async () => {
		const { ask, made } = site();
		await Promise.all([ask(), ask(), ask()]);
		expect(made()).toBe(1);
	});

	it('makes a page again when the first attempt fails', async () => {
		const { ask } = site({ failFirst: true });
		const outcomes = await Promise.allSettled([ask(), ask()]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
	});

	it('sends each reader the densest encoding they take', async () => {
		const { ask } = site();
		const [plain, gzip, brotli] = [
			await ask(),
			await ask({ accept: 'gzip' }),
			await ask({ accept: 'gzip, br' })
		];
		expect(await plain.text()).toBe(PAGE);
		expect(gunzipSync(await gzip.bytes()).toString()).toBe(PAGE);
		expect(brotliDecompressSync(await brotli.bytes()).toString()).toBe(PAGE);
		expect(brotli.headers.get('vary')).toBe('Accept-Encoding');
		expect(new Set([plain, gzip, brotli].map((answer) => answer.headers.get('etag'))).size).toBe(3);
	});

	it('answers 304 to whoever has the page, with no body', async () => {
		const { ask } = site();
		const tag = (await ask({ accept: 'br' })).headers.get('etag') ?? '';
		const again = await ask({ accept: 'br', tag });
		expect([again.status, again.body]).toEqual([304, null]);
		expect(again.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
		expect((await ask({ accept: 'br', tag, stamp: 'second' })).status).toBe(304);
	});

	it('answers HEAD with the headers of GET', async () => {
		const { ask } = site();
		const head = await ask({ accept: 'br', method: 'HEAD' });
		const get = await ask({ accept: 'br' });
		expect([...head.headers]).toEqual([...get.headers]);
		expect(head.body).toBeNull();
	});

	it('does not keep a page that was made from what has been replaced meanwhile', async () => {
		const { ask, made } = site();
		await Promise.all([ask({ stamp: 'first' }), ask({ stamp: 'second' })]);
		await ask({ stamp: 'second' });
		expect(made()).toBe(2);
	});
});

interface Request {
	stamp?: string;
	accept?: string;
	method?: string;
	tag?: string;
}

function site({ failFirst = false } = {}) {
	const cache = createPageCache(1_000_000);
	let made = 0;
	const render = async () => {
		made += 1;
		await new Promise((resolve) => setTimeout(resolve, 5));
		if (failFirst && made === 1) throw new Error('the first attempt fails');
		return new Response(PAGE, { headers: { 'content-type': 'text/html' } });
	};
	const ask = ({ stamp = 'first', accept, method = 'GET', tag }: Request = {}) => {
		const headers = new Headers();
		if (accept) headers.set('accept-encoding', accept);
		if (tag) headers.set('if-none-match', tag);
		return cache.respond({ key: '/', stamp, request: { method, headers }, render });
	};
	return { ask, made: () => made };
}
