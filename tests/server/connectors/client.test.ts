import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { reachPublic, type Patience } from '../../../src/lib/server/connectors/network.ts';
import { clientFor, type Before } from '../../../src/lib/server/connectors/client.ts';
import { narrowed } from '../../../src/lib/server/connectors/narrow.ts';
import { csv, json, services, type Services } from '../../support/services.ts';

// How services are asked, against a server on this machine; what it may lead to is the real rule.

const HOST = 'figures.example';
let running: Services | undefined;
afterEach(async () => {
	await running?.close();
	running = undefined;
});

async function started(patience: Partial<Patience> = {}) {
	running = await services({
		hosts: [HOST],
		names: {
			'inside.example': ['10.0.0.5'],
			'both.example': ['8.8.8.8', '::ffff:169.254.169.254'],
			'metadata.example': ['fd00:ec2::254']
		},
		patience
	});
	return running;
}

function ask(given: Services, before?: Before, path = '/a.csv', as: 'csv' | 'json' = 'csv') {
	const client = clientFor(given.network, {
		before: async () => before,
		pace: () => ({ perSecond: 1, burst: 5 }),
		answered: () => {}
	});
	const address = path.startsWith('http') ? path : `https://${HOST}${path}`;
	return { client, text: client.ask({ address, as }) };
}

const TEXT = 'Area code,Period,Number\nE08000030,2026-09,5\n';

describe('an answer', () => {
	test('is read to the end, unpacked, and kept with what proves it', async () => {
		const given = await started();
		given.answer((_, response) =>
			csv(response, gzipSync(TEXT) as unknown as string, {
				...{ 'content-encoding': 'gzip', etag: '"1"' },
				'last-modified': 'Fri, 20 Nov 2026 09:00:00 GMT'
			})
		);
		const { client, text } = ask(given);
		expect(await text).toBe(TEXT);
		expect(client.answers).toMatchObject([
			{ status: 200, etag: '"1"', lastModified: 'Fri, 20 Nov 2026 09:00:00 GMT', isSame: false }
		]);
		expect(given.asked[0]?.headers).toMatchObject({
			host: HOST,
			'user-agent': 'CohesionTracker/test'
		});
	});

	test('that has not changed is the one before', async () => {
		const given = await started();
		given.answer(({ headers }, response) => {
			expect(headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': 'Friday' });
			response.writeHead(304).end();
		});
		const before = {
			request: createHash('sha256').update('x').digest('hex'),
			...{ address: 'x', status: 200, contentType: 'text/csv', etag: '"1"' },
			...{ lastModified: 'Friday', bytes: new TextEncoder().encode(TEXT) }
		};
		const { client, text } = ask(given, before);
		expect(await text).toBe(TEXT);
		expect(client.answers).toMatchObject([{ status: 304, isSame: true }]);
	});

	test.each([
		['an HTML page with 200', '<!doctype html><p>Sorry', 'text/html', /web page/],
		['an HTML page that says it is CSV', '\n<html>', 'text/csv', /web page/],
		['nothing', '', 'text/csv', /nothing/],
		['a picture', 'PNG', 'image/png', /image\/png, which is not CSV/]
	])('that is %s is refused', async (_, body, type, message) => {
		const given = await started();
		given.answer((__, response) => response.writeHead(200, { 'content-type': type }).end(body));
		await expect(ask(given).text).rejects.toThrow(message);
		expect(given.waits).toEqual([]);
	});

	test.each([
		['by its length', { 'content-length': '2000000' }],
		['while it comes', { 'transfer-encoding': 'chunked' }]
	])('that is too large is refused %s', async (_, headers) => {
		const given = await started({ mostBytes: 1024 * 1024 });
		given.answer((__, response) => csv(response, 'a,b\n'.repeat(500_000), headers));
		await expect(ask(given).text).rejects.toThrow('larger than 1 MB');
	});

	test('that is small and becomes large is refused', async () => {
		const given = await started({ mostBytes: 1024 * 1024 });
		const bomb = gzipSync('0'.repeat(20_000_000));
		given.answer((_, response) =>
			csv(response, bomb as unknown as string, { 'content-encoding': 'gzip' })
		);
		await expect(ask(given).text).rejects.toThrow('larger than 1 MB');
	});
});

describe('a fault that passes', () => {
	test('500 twice, then an answer', async () => {
		const given = await started();
		given.answer((_, response) =>
			given.asked.length < 3 ? response.writeHead(500).end() : csv(response, TEXT)
		);
		expect(await ask(given).text).toBe(TEXT);
		expect(given.waits).toEqual([500, 1_000]);
	});

	test('429 is waited for as long as the service says', async () => {
		const given = await started();
		given.answer((_, response) =>
			given.asked.length < 2
				? response.writeHead(429, { 'retry-after': '7' }).end()
				: csv(response, TEXT)
		);
		expect(await ask(given).text).toBe(TEXT);
		expect(given.waits).toEqual([7_000]);
	});

	test('who is told to come back much later is told when', async () => {
		const given = await started();
		given.answer((_, response) => response.writeHead(503, { 'retry-after': '3600' }).end());
		await expect(ask(given).text).rejects.toThrow(/until .*13:00/);
		expect(given.asked.length).toBe(1);
	});

	test('that does not pass is told after five tries', async () => {
		const given = await started();
		given.answer((_, response) => response.writeHead(502).end());
		await expect(ask(given).text).rejects.toThrow('an error (502)');
		expect(given.asked.length).toBe(5);
	});

	test('an answer that breaks off is asked for again, and never taken for a whole one', async () => {
		const given = await started();
		given.answer((_, response) => {
			if (given.asked.length > 1) return csv(response, TEXT);
			response.writeHead(200, { 'content-type': 'text/csv', 'content-length': '500' });
			response.write(TEXT);
			setTimeout(() => response.destroy(), 20);
		});
		expect(await ask(given).text).toBe(TEXT);
		expect(given.asked.length).toBe(2);
	});

	test('packed, and broken off', async () => {
		const given = await started();
		const half = gzipSync(TEXT.repeat(1_000)).subarray(0, 40);
		given.answer((_, response) => {
			if (given.asked.length > 1) return csv(response, TEXT);
			csv(response, half as unknown as string, { 'content-encoding': 'gzip' });
		});
		expect(await ask(given).text).toBe(TEXT);
	});

	test('a service that is too slow is given up', async () => {
		const given = await started({ idleMs: 40, wholeMs: 200 });
		given.answer(() => {});
		await expect(ask(given).text).rejects.toThrow('too long');
		expect(given.asked.length).toBe(5);
	});

	test('one that drips is given up too', async () => {
		const given = await started({ idleMs: 100, wholeMs: 150 });
		given.answer((_, response) => {
			response.writeHead(200, { 'content-type': 'text/csv' });
			const drip = setInterval(() => response.write('a'), 20);
			response.on('close', () => clearInterval(drip));
		});
		await expect(ask(given).text).rejects.toThrow('too long');
	});

	test.each([400, 403, 404, 501])('%i is not asked for again', async (status) => {
		const given = await started();
		given.answer((_, response) => response.writeHead(status).end());
		await expect(ask(given).text).rejects.toThrow(`(${status})`);
		expect(given.asked.length).toBe(1);
	});
});

describe('where a request may lead', () => {
	test('on to another public address of the service', async () => {
		const given = await started();
		given.answer(({ path }, response) =>
			path === '/a.csv'
				? response.writeHead(302, { location: '/b.csv' }).end()
				: csv(response, TEXT)
		);
		expect(await ask(given).text).toBe(TEXT);
	});

	test.each([
		['http://127.0.0.1:9/', /https/],
		['http://figures.example/a.csv', /https/],
		['https://127.0.0.1/', /number/],
		['https://[::1]/', /number/],
		['https://[::ffff:7f00:1]/', /number/],
		['https://2852039166/latest/meta-data/', /number/],
		['https://inside.example/', /private network/],
		['https://both.example/', /private network/],
		['https://metadata.example/', /private network/],
		['https://nowhere.example/', /No server/],
		['https://example.org:8443/', /port/],
		['https://me:secret@example.org/', /password/],
		['file:///etc/passwd', /https/]
	])('a redirect to %s is refused', async (location, message) => {
		const given = await started();
		given.answer((_, response) => response.writeHead(302, { location }).end());
		await expect(ask(given).text).rejects.toThrow(message);
		expect(given.asked.length).toBe(1);
	});

	test('the first address is checked like one of a redirect', async () => {
		const given = await started();
		await expect(ask(given, undefined, 'https://inside.example/').text).rejects.toThrow('private');
		expect(given.asked).toEqual([]);
	});

	test('a name is looked up once, and the request goes to the address that was checked', async () => {
		const answers = [['8.8.8.8'], ['127.0.0.1']];
		const reached = await reachPublic(
			new URL('https://turning.example/a.csv'),
			async () => answers.shift() ?? []
		);
		expect(reached).toEqual({ protocol: 'https:', address: '8.8.8.8', port: 443 });
		expect(answers.length).toBe(1);
	});

	test('redirects without end are not followed', async () => {
		const given = await started();
		given.answer((_, response) => response.writeHead(307, { location: '/again' }).end());
		await expect(ask(given).text).rejects.toThrow('every request on');
		expect(given.asked.length).toBe(4);
	});
});

test('a service is asked at its pace', async () => {
	const given = await started();
	given.answer((_, response) => json(response, {}));
	const { client } = ask(given, undefined, '/0', 'json');
	for (let number = 1; number < 8; number++) {
		await client.ask({ address: `https://${HOST}/${number}`, as: 'json' });
	}
	expect(given.asked.length).toBe(8);
	expect(given.waits.map((ms) => Math.round(ms / 100))).toEqual([10, 10, 10]);
});

test('an answer with more rows than an import may have keeps those that are wanted', async () => {
	const row = (at: number) => `${at},${at % 10_000 === 0 ? 'Poor ' : 'Good'},"a ""b"", c"\n`;
	const rows = Array.from({ length: 100_001 }, (_, at) => row(at)).join('');
	const text = narrowed(`v4_3,Estimate,Note\n${rows}`, {
		only: [{ header: 'estimate', is: 'poor' }]
	});
	expect(text.split('\n').slice(0, 3)).toEqual([
		...['v4_3,Estimate,Note', '0,"Poor ","a ""b"", c"', '10000,"Poor ","a ""b"", c"']
	]);
	expect(text.trim().split('\n').length).toBe(12);
	const short = 'a,b\n1,2\n';
	expect(narrowed(short, { only: [{ header: 'a', is: '9' }] })).toBe(short);
});
