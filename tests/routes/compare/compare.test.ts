import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { load } from '../../../src/routes/compare/+page.server.ts';
import type { PageServerData } from '../../../src/routes/compare/$types';
import { asked } from '../../../src/routes/compare/asked.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

async function at(search: string): Promise<PageServerData> {
	const made = await event({ db: connection.db, path: '/compare', search });
	return (await load(made as never)) as unknown as PageServerData;
}

describe('what the address asks for', () => {
	it.each([
		['areas=A,B&indicators=w04', ['A', 'B'], [], ['W04']],
		['areas=a&areas=&areas=b', ['A', 'B'], [], []],
		['areas=A,B,A', ['A', 'B'], [], []],
		['areas=A,B,C,D,E', ['A', 'B', 'C', 'D'], ['E'], []]
	])('%s', (search, areas, left, indicators) => {
		expect(asked(new URLSearchParams(search))).toEqual({ areas, left, indicators });
	});
});

describe('places side by side', () => {
	it('stand in the order asked for, whatever their values', async () => {
		const forth = await at('?areas=WLOC01,WLOC02&indicators=w04');
		const back = await at('?areas=WLOC02,WLOC01&indicators=w04');
		expect(forth.areas.map(({ name }) => name)).toEqual(['North', 'South']);
		expect(back.rows[0]?.cells.map(({ cell }) => cell.text)).toEqual(
			forth.rows[0]?.cells.map(({ cell }) => cell.text).toReversed()
		);
	});

	it('one row has one period: a place without it has no figure there', async () => {
		const { rows } = await at('?areas=E08000030,WLOC01&indicators=x10');
		expect(rows[0]?.note).toBe('Census 2021');
	});

	it('a fifth place, a mix of kinds and of ward sets, an unknown code and measure are said', async () => {
		const { remarks, unknown, unknownMeasures } = await at(
			'?areas=WLOC01,E05016450,E05001316,E00000000,E92000001&indicators=w04,zz9'
		);
		expect(remarks.join(' ')).toMatch(
			/left out: E92000001.*different kinds.*before and after May 2026/
		);
		expect(unknown).toEqual(['E00000000']);
		expect(unknownMeasures).toEqual(['ZZ9']);
	});

	it('without places it offers choices and shows nothing', async () => {
		const { rows, offered, choices } = await at('');
		expect([rows, offered]).toEqual([[], []]);
		expect(choices.find(({ label }) => label === 'Wards now in force')?.areas).toHaveLength(20);
	});
});
