import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { GET as chartFile } from '../../../src/routes/charts/[code]/[file]/+server.ts';
import { load } from '../../../src/routes/indicators/[code]/+page.server.ts';
import type { PageServerData } from '../../../src/routes/indicators/[code]/$types';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import {
	AT,
	CLOSING,
	plantLocalities,
	plantQuarters,
	plantRebasing,
	publishPlanted,
	QUARTERLY
} from '../../support/quarterly.ts';
import { ask, json } from '../api/ask.ts';

const edition = { id: 'made-up', publishedAt: AT, label: 'Made-up edition', note: null };
const first = [20, 22, 21, 19, 20, 21, 22, 20, 19, 21, 20, 22];
const second = [30, 31, null, 29, 30, 32, 31, 30, 29, 44];

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	const { db } = connection;
	await plantQuarters(db, [...first, ...second]);
	await plantRebasing(db, '2033-01-01', 'A second site opened.');
	await plantLocalities(db, { 2030: [100, 200, 300, 400], 2031: [240, 250, 260, 270] });
	await publishPlanted(db);
});
afterAll(() => connection.close());

describe('the control chart of a quarterly series', () => {
	it('is on the page with its finding, its table and its files', async () => {
		const chart = figureOf(await shown(QUARTERLY), 'control-all');
		expect(chart?.title).toBe('The latest quarter is above the usual range');
		expect(chart?.drawings?.wide).toContain('<svg');
		expect(chart?.downloads).toMatchObject({
			csv: expect.stringContaining('/charts/z01/control-all.csv'),
			svg: expect.any(String),
			png: expect.any(String)
		});
		expect(chart?.table.rows).toHaveLength(22);
		expect(chart?.table.rows.at(-1)?.cells.at(-1)).toBe('Above the limit');
	});

	it('keeps the place of a missing quarter and says so', async () => {
		const chart = figureOf(await shown(QUARTERLY), 'control-all');
		expect(chart?.table.rows[14]?.cells).toEqual([
			'July to September 2033',
			...['No figure', '–', '–', '–']
		]);
		expect(chart?.notes.join(' ')).toContain('not joined across it');
	});

	it('starts its limits again at the rebasing, with the reason and who decided', async () => {
		const chart = figureOf(await shown(QUARTERLY), 'control-all');
		const means = chart?.table.rows.map(({ cells }) => cells[2]);
		expect(new Set(means?.slice(0, 12)).size).toBe(1);
		expect(means?.[12]).not.toBe(means?.[0]);
		expect(chart?.notes.join(' ')).toContain(
			'start again on 1 January 2033: A second site opened. Decided by Performance lead'
		);
		expect(chart?.drawings?.wide).toContain('Limits start again');
	});

	it('calls limits from fewer than 12 points trial limits', async () => {
		const chart = figureOf(await shown(QUARTERLY), 'control-all');
		expect(chart?.notes.join(' ')).toContain('trial limits');
		expect(chart?.key?.map(({ words }) => words)).toContain('trial limits');
	});

	it('its sentence links to the stored judgement, with rule and version', async () => {
		const data = await shown(QUARTERLY);
		const [said] = data.controls['control-all'] ?? [];
		expect(said?.text).toMatch(/is above the usual range, .* for the better\.$/);
		const answer = await json(ask(connection.db, `/judgements/${said?.judgements[0]}`));
		expect(answer.data).toMatchObject({
			...{ kind: 'control', outcome: 'above the limit', period: '2035Q2' },
			...{ method: 'XmR control chart, trial limits', method_version: 1 },
			links: { method: '/method#control' }
		});
		expect(answer.data.inputs).toHaveLength(21);
		expect(data.box.recent[0]).toMatchObject({ outcome: 'increasing' });
	});

	it.each(['svg', 'csv'])('its %s file answers', async (format) => {
		const made = await event({
			...{ db: connection.db, edition, params: { code: 'z01', file: `control-all.${format}` } },
			path: `/charts/z01/control-all.${format}`
		});
		const answer = await chartFile(made as never);
		expect(answer.status).toBe(200);
		expect((await answer.text()).length).toBeGreaterThan(500);
	});

	it('an annual series has none and keeps its trend marker', async () => {
		const data = await shown('W07');
		expect(data.figures.some(({ id }) => id.startsWith('control'))).toBe(false);
		expect(data.box.recent).toHaveLength(1);
		expect(data.box.recent[0]?.said.judgements).toHaveLength(1);
	});
});

describe('is the gap between areas closing', () => {
	it('says so from the stored test, with the gap over time', async () => {
		const data = await shown(CLOSING);
		const gap = data.parts?.gap.map(({ text }) => text) ?? [];
		expect(gap[0]).toMatch(/^The gap between localities is 3\.0 percentage points/);
		expect(gap[1]).toBe('Since 2030 the gap is closing, by more than chance would explain.');
		expect(data.parts?.gap[1]?.judgements).toHaveLength(1);
		const chart = figureOf(data, 'gap');
		expect(chart?.table.rows.map(({ cells }) => cells.at(-1))).toEqual([
			...['More than chance', 'Could be chance']
		]);
		expect(data.parts?.differ[0]?.text).toBe('The differences between localities could be chance.');
		expect(data.parts?.differ[0]?.judgements).toHaveLength(1);
	});

	it('one period: says that it cannot be said, and draws nothing', async () => {
		const data = await shown('W04');
		expect(data.parts?.gap[1]?.text).toContain('one period so far');
		expect(figureOf(data, 'gap')).toBeUndefined();
		expect(data.parts?.differ[0]?.text).toMatch(/^The localities differ by more than chance/);
	});

	it('the interface lists these judgements, and no trend of so few years', async () => {
		const of = `/judgements?indicator=${CLOSING},${QUARTERLY}&limit=1000`;
		const before = (await json(ask(connection.db, of))).data;
		const kinds = before.map(({ kind }: { kind: string }) => kind);
		expect(kinds).toEqual(
			expect.arrayContaining(['movement', 'comparison', 'control', 'spread', 'gap'])
		);
		expect(kinds).not.toContain('trend');
	});
});

const figureOf = (data: PageServerData, id: string) => data.figures.find((one) => one.id === id);

async function shown(code: string): Promise<PageServerData> {
	const made = await event({
		...{ db: connection.db, edition, params: { code: code.toLowerCase() } },
		path: `/indicators/${code.toLowerCase()}`
	});
	return (await load(made as never)) as PageServerData;
}
