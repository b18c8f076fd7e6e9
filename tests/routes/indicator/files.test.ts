import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { GET } from '../../../src/routes/charts/[code]/[file]/+server.ts';
import { load as embed } from '../../../src/routes/embed/indicators/[code]/[chart]/+page.server.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

describe('/charts/[code]/[file]', () => {
	it('an SVG holds title, measure, source, licence and date, and stands alone', async () => {
		const svg = await (await file('w07', 'trend.svg')).text();
		for (const part of [
			...['xmlns="http://www.w3.org/2000/svg"', 'People claiming', 'Source: '],
			...['Open Government Licence', 'Figures as published at']
		]) {
			expect(svg).toContain(part);
		}
		expect(svg).not.toMatch(/href=|<style|<script/);
	});

	it('a PNG is a picture of twice the size', async () => {
		const answer = await file('w04', 'within.png');
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect(answer.headers.get('content-type')).toBe('image/png');
		expect(bytes.subarray(1, 4).toString()).toBe('PNG');
		expect(bytes.readUInt32BE(16)).toBe(2 * (560 + 56));
	});

	it('a CSV has the rows of the chart and no more', async () => {
		const text = await (await file('w04', 'against.csv', '?compare=england')).text();
		const rows = text.trim().split('\r\n');
		expect(rows).toHaveLength(7); // heading, Walsall, England, four neighbours
		expect(rows[1]).toContain('E08000030');
	});

	it.each([
		['w04', 'trend.svg', 'It has: against, within.'],
		['w04', 'against.gif', 'no other form'],
		['c01', 'trend.svg', 'no figures yet'],
		['l05', 'trend.csv', 'no figures yet'],
		['zzz', 'trend.svg', 'There is no indicator']
	])('%s %s is not found, in a clear sentence', async (code, name, message) => {
		await expect(file(code, name)).rejects.toMatchObject({
			status: 404,
			body: { message: expect.stringContaining(message) }
		});
	});
});

it('an embed is one chart on a bare page', async () => {
	const made = await event({
		...{ db: connection.db, path: '/embed/indicators/w07/trend' },
		params: { code: 'w07', chart: 'trend' }
	});
	expect(await embed(made as never)).toMatchObject({ bare: true, page: '/indicators/w07' });
});

async function file(code: string, name: string, search = ''): Promise<Response> {
	const path = `/charts/${code}/${name}`;
	const made = await event({ db: connection.db, path, search, params: { code, file: name } });
	return GET(made as never);
}
