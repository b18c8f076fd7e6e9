import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { transaction, type Connection } from '../../../src/lib/server/db/client.ts';
import * as coldSpots from '../../../src/lib/server/db/cold-spots.ts';
import { decide } from '../../../src/lib/server/coldspots/decide.ts';
import { GET as download } from '../../../src/routes/data/[file]/+server.ts';
import { load } from '../../../src/routes/cold-spots/+page.server.ts';
import type { PageServerData } from '../../../src/routes/cold-spots/$types';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { ask, json } from './ask.ts';

const DRAFT = 'Draft method, not adopted (version 1).';
const EARLY = { id: 'x', publishedAt: '2020-01-01T00:00:00Z', label: 'x', note: null };

let held: Connection;
beforeAll(async () => {
	held = await testDatabase({ loaded: true });
}, 120_000);
afterAll(() => held.close());
afterEach(async () => {
	await held.db.deleteFrom('cold_spot_results').where('version', '=', 2).execute();
	await held.db.deleteFrom('cold_spot_recipes').where('version', '=', 2).execute();
	await held.db.updateTable('cold_spot_recipes').set({ status: 'draft' }).execute();
});

const get = (address: string) => json(ask(held.db, address));
const hide = () =>
	decide(held.db, { decision: 'hidden', lens: 'mix', version: '1' }, new Date('2027-01-01'));

describe('findings in the read interface', () => {
	it('are the stored ones, each with the standing of its method', async () => {
		const { data, lens } = await get('/cold-spots/mix');
		const stored = await coldSpots.results(held.db, 'mix', 1);
		expect(lens).toMatchObject({ version: 1, is_signed: false, standing: DRAFT });
		expect(lens.note).toMatch(/not a ranking of people/);
		expect(data).toHaveLength(stored.size);
		for (const row of data) {
			expect(row.standing).toBe(DRAFT);
			expect(row.finding).toBe(stored.get(row.area_code)?.label);
		}
	});

	it.each(['/cold-spots/warm', '/cold-spots/mix?version=7'])(
		'%s is refused in words',
		async (at) => {
			const response = await ask(held.db, at);
			expect(response.status).toBe(404);
			expect((await json(response)).detail).toMatch(/mix, barriers, reach/);
		}
	);

	it('there is none before the first edition', async () => {
		expect((await json(ask(held.db, '/cold-spots', { edition: EARLY }))).data).toEqual([]);
		expect((await ask(held.db, '/cold-spots/mix', { edition: EARLY })).status).toBe(404);
	});

	it('a hidden version is in neither interface nor files', async () => {
		await hide();
		expect((await ask(held.db, '/cold-spots/mix')).status).toBe(404);
		const { data } = await get('/cold-spots');
		expect(data.map((row: { lens: string }) => row.lens).sort()).toEqual(['barriers', 'reach']);
		const made = await event({ db: held.db, params: { file: 'cold-spots.csv' } });
		const lines = (await (await download(made as never)).text()).split('\r\n');
		expect(lines.some((line) => line.startsWith('mix,'))).toBe(false);
		expect(lines.filter((line) => line.startsWith('barriers,'))).toHaveLength(169);
	});
});

describe('two versions of a lens on the page', () => {
	const page = async (search: string) => {
		const made = await event({ db: held.db, path: '/cold-spots', search });
		return (await load(made as never)) as PageServerData;
	};
	const second = async () => {
		const [first] = (await coldSpots.recipes(held.db)).filter(
			({ recipe }) => recipe.lens === 'mix'
		);
		const areas = [...(await coldSpots.results(held.db, 'mix', 1)).values()];
		const cold = areas.find(({ label }) => label === 'cold spot')!;
		const other = areas.find(({ label }) => label === 'no evidence')!;
		const changed = areas.map((area) => {
			if (area === cold) return { ...area, label: 'no evidence' as const };
			return area === other ? { ...area, label: 'cold spot' as const } : area;
		});
		const recipe = { ...first!.recipe, version: 2, seed: 1 };
		const given = { recipe, inputsHash: 'x', findings: first!.findings, areas: changed };
		await transaction(held.db, (trx) => coldSpots.store(trx, given));
		return { lost: cold.area, gained: other.area };
	};

	it('say which neighbourhoods gained and lost the finding, whichever is on show', async () => {
		const { lost, gained } = await second();
		for (const search of ['', '?version=1', '?version=1&against=2', '?version=2&against=1']) {
			const { changes, versions } = await page(search);
			expect(versions.map(({ version }) => version)).toEqual([2, 1]);
			expect(changes).toMatchObject({ before: 1, after: 2, gained: 1, lost: 1 });
			expect(changes?.rows.map(({ code, words }) => [code, words])).toEqual([
				[gained, 'Gained the finding'],
				[lost, 'Lost the finding']
			]);
			expect(changes?.recipe.join(' ')).toMatch(/^Seed: \d+ before, 1 after\.$/);
		}
	});

	it('one version has nothing to be compared with', async () => {
		expect((await page('')).changes).toBeNull();
	});
});
