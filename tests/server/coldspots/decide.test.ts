import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { transaction, type Connection } from '../../../src/lib/server/db/client.ts';
import * as coldSpots from '../../../src/lib/server/db/cold-spots.ts';
import * as decisions from '../../../src/lib/server/db/cold-spot-decisions.ts';
import * as settings from '../../../src/lib/server/db/settings.ts';
import { type Asked, decide } from '../../../src/lib/server/coldspots/decide.ts';
import type { Recipe } from '../../../src/lib/domain/coldspot/recipe.ts';
import { load } from '../../../src/routes/cold-spots/+page.server.ts';
import type { PageServerData } from '../../../src/routes/cold-spots/$types';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';

const NOW = new Date('2027-02-03T10:00:00Z');
const ROLE = 'Director of Public Health';

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
}, 120_000);
afterAll(() => connection.close());
beforeEach(async () => {
	await connection.db.deleteFrom('cold_spot_decisions').execute();
	await connection.db
		.updateTable('cold_spot_recipes')
		.set({ status: 'draft', signed_by_role: null, signed_at: null })
		.execute();
});

const ask = (given: Partial<Asked> = {}, now = NOW) =>
	decide(
		connection.db,
		{ decision: 'signed', lens: 'mix', version: '1', role: ROLE, ...given },
		now
	);
const standing = async (lens: string, version = 1) => {
	const found = await coldSpots.recipes(connection.db);
	return found.find(({ recipe }) => recipe.lens === lens && recipe.version === version);
};
const page = async (search = '') => {
	const made = await event({ db: connection.db, path: '/cold-spots', search });
	return (await load(made as never)) as PageServerData;
};

describe('a named role signs a version', () => {
	it('and the page says who and when, without the word draft', async () => {
		expect(await ask()).toContain('is signed by the Director of Public Health');
		expect((await page()).standing).toEqual({
			isSigned: true,
			word: 'cold spot',
			text: 'Method version 1, signed by the Director of Public Health on 3 February 2027.'
		});
		expect((await standing('barriers'))?.status).toBe('draft');
	});

	it('the version signed before it is kept as replaced', async () => {
		await ask();
		const recipe = { ...((await standing('mix'))?.recipe as Recipe), version: 2 };
		const { db } = connection;
		await transaction(db, (trx) =>
			coldSpots.store(trx, { recipe, inputsHash: 'x', findings: null, areas: [] })
		);
		await ask({ version: '2' });
		expect((await standing('mix', 1))?.status).toBe('replaced');
		expect((await standing('mix', 2))?.status).toBe('signed');
		await db.deleteFrom('cold_spot_decisions').execute();
		await db.deleteFrom('cold_spot_recipes').where('version', '=', 2).execute();
	});

	it('every decision is recorded with its role and time, and pages are made anew', async () => {
		const before = await settings.stamp(connection.db);
		const now = new Date('2027-02-04T10:00:00Z');
		await ask({}, now);
		await ask({ decision: 'hidden' }, now);
		const decidedAt = now.toISOString();
		expect(await decisions.all(connection.db)).toEqual([
			{ lens: 'mix', version: 1, decision: 'signed', role: ROLE, decidedAt },
			{ lens: 'mix', version: 1, decision: 'hidden', role: 'administrator', decidedAt }
		]);
		expect(await settings.stamp(connection.db)).not.toBe(before);
	});
});

describe('an administrator hides a version', () => {
	it('and neither page nor file shows it; signing it shows it again', async () => {
		await ask({ decision: 'hidden' });
		const hidden = await page();
		expect([hidden.recipe, hidden.findings, hidden.headline.cold]).toEqual([null, null, 0]);
		await expect(page('?version=1')).rejects.toMatchObject({ status: 404 });
		await ask();
		expect((await page()).recipe?.lens).toBe('mix');
	});
});

describe('is refused with one sentence, and nothing is recorded', () => {
	it.each<[string, Partial<Asked>, string]>([
		['a lens that does not exist', { lens: 'warm' }, 'There is no version 1 of a lens “warm”.'],
		['a version that does not exist', { version: '9' }, 'There is no version 9 of a lens “mix”.'],
		['a version that is no number', { version: 'one' }, 'There is no version one of a lens “mix”.'],
		[
			'a signature without a role',
			{ role: ' ' },
			'A version is signed by a named role: add it in quotes.'
		]
	])('%s', async (_, given, sentence) => {
		await expect(ask(given)).rejects.toThrow(sentence);
		expect(await decisions.all(connection.db)).toEqual([]);
		expect((await standing('mix'))?.status).toBe('draft');
	});
});
