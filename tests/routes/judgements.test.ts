import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/lib/server/db/client.ts';
import { load } from '../../src/routes/judgements/[id]/+page.server.ts';
import type { Fact } from '../../src/routes/judgements/[id]/shape.ts';
import { testDatabase } from '../support/db.ts';
import { event } from '../support/event.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

interface Shown {
	question: string;
	outcome: string;
	method: string;
	indicator: { code: string };
	facts: Fact[];
	figures: unknown[];
}

describe('a judgement can be read: what was asked, what came out, the rule and its figures', () => {
	test.each(['movement', 'comparison', 'trend', 'spread', 'reliability'])('%s', async (kind) => {
		const row = await connection.db
			.selectFrom('judgements')
			.selectAll()
			.where('kind', '=', kind)
			.where('held_to', 'is', null)
			.orderBy('id')
			.executeTakeFirstOrThrow();
		const shown = await read(String(row.id));
		expect(shown.question).toMatch(/\?$/);
		expect(shown.outcome).toBe(row.outcome);
		expect(shown.indicator.code).toBe(row.indicator);
		expect(shown.method).toMatch(/^\/method#/);
		const terms = shown.facts.map(({ term }) => term);
		expect(terms).toEqual(expect.arrayContaining(['Period', 'Made, with the figures']));
		const texts = shown.facts.map(({ text }) => text);
		expect(texts).toContain(row.method);
		expect(texts.join(' ')).not.toMatch(/\.\d{6}/);
		expect(shown.figures.length).toBeGreaterThan(0);
	});

	test.each(['0', 'x', '-1', '999999999999', '1e3'])('%s is no judgement', async (id) => {
		await expect(read(id)).rejects.toMatchObject({ status: 404 });
	});

	test('before the first edition there is none', async () => {
		const edition = {
			id: 'before',
			publishedAt: '2020-01-01T00:00:00.000Z',
			label: 'Before',
			note: null
		};
		const early = await event({ db: connection.db, params: { id: '1' }, edition });
		await expect(load(early as never)).rejects.toMatchObject({ status: 404 });
	});
});

async function read(id: string): Promise<Shown> {
	const made = await event({ db: connection.db, path: `/judgements/${id}`, params: { id } });
	return (await load(made as never)) as Shown;
}
