import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connection } from '../../src/lib/server/db/client.ts';
import { GET } from '../../src/routes/map/two-measures/csv/+server.ts';
import { load } from '../../src/routes/map/two-measures/+page.server.ts';
import type { PageServerData } from '../../src/routes/map/two-measures/$types';
import { testDatabase } from '../support/db.ts';
import { event } from '../support/event.ts';

let held: Connection;
beforeAll(async () => {
	held = await testDatabase({ loaded: true });
}, 120_000);
afterAll(() => held.close());

const page = async (search: string) =>
	((await load((await event({ db: held.db, search })) as never)) as PageServerData).view!;
const file = async (search: string) => {
	const made = await event({ db: held.db, search });
	return (await GET(made as never)) as Response;
};

it('the sentence has the rank correlation, its range, and how many neighbourhoods', async () => {
	const { sentence } = await page('?x=w04&y=l07');
	expect(sentence).toMatch(
		/rank correlation 0\.\d\d, 95% range 0\.\d\d to 0\.\d\d, 169 neighbourhoods/
	);
});

it('table and file say in words what the colour says, in one order', async () => {
	const { figure, classes } = await page('?x=w04&y=l07');
	const lines = (await (await file('?x=w04&y=l07')).text()).trim().split('\r\n').slice(1);
	expect(lines).toHaveLength(figure.table.rows.length);
	lines.forEach((line, i) => {
		const [code = '', name = '', , x, , y] = line.split(',');
		const cells = figure.table.rows[i]?.cells ?? [];
		expect((cells[0] as { text: string }).text).toBe(name);
		const words = x === y ? `${x} of both` : `${x}, ${y}`;
		expect(String(cells[3]).toLowerCase()).toBe(words);
		const order = ['lowest third', 'middle third', 'highest third'];
		expect(classes[code]?.look).toBe(`b${order.indexOf(x ?? '')}${order.indexOf(y ?? '')}`);
	});
});

it('the link of the file names both measures and keeps the edition', async () => {
	const { figure } = await page('?x=w04&y=l07&edition=2026-11-22');
	expect(figure.downloads?.csv).toBe('/map/two-measures/csv?x=W04&y=L07&edition=2026-11-22');
});

it('a measure without figures by neighbourhood has no file, and a page in words', async () => {
	await expect(file('?x=c01&y=w04')).rejects.toMatchObject({ status: 404 });
	const made = await event({ db: held.db, search: '?x=c01&y=w04' });
	expect(((await load(made as never)) as PageServerData).unknown).toEqual(['x']);
});
