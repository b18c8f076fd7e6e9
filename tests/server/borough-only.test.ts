import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL, WARDS_NOW } from '../../src/lib/domain/area.ts';
import * as areas from '../../src/lib/server/db/areas.ts';
import type { Connection } from '../../src/lib/server/db/client.ts';
import * as figures from '../../src/lib/server/figures.ts';
import { OPEN_DATA } from '../../src/lib/server/prepare.ts';
import { testDatabase } from '../support/db.ts';
import { makeObservation } from '../support/make.ts';
import { publicOutputs } from '../support/public-outputs.ts';

// Gypsy or Irish Traveller and Roma people: borough only, published data included.

const GROUPS = ['ethnic-traveller', 'ethnic-roma'];
const PLANTED = 7_770_013;
const MEASURE = 'X17';

describe('the open data that comes with the product', () => {
	const files = readdirSync(OPEN_DATA, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.json')
	);
	const naming = files.filter((file) =>
		/Traveller|Roma\b/.test(readFileSync(join(OPEN_DATA, file), 'utf8'))
	);
	const belowBorough = /"(?:E0[1245]\d{6}|WLOC\d+)"/;
	const alone = /"(?:White: )?(?:Gypsy or Irish Traveller|Roma)"/;

	it('names the groups somewhere, so that this test looks at something', () => {
		expect(naming).toContain(join('census2021', 'ts021-all-groups.json'));
		expect(readFileSync(join(OPEN_DATA, 'census2021/ts021.json'), 'utf8')).toMatch(belowBorough);
	});

	it.each(naming)('%s has either the groups by themselves or places below the borough', (file) => {
		const text = readFileSync(join(OPEN_DATA, file), 'utf8');
		expect(alone.test(text) && belowBorough.test(text)).toBe(false);
	});
});

describe('in every output', () => {
	let connection: Connection;
	let ward = '';
	let published = '';
	beforeAll(async () => {
		connection = await testDatabase({ loaded: true });
		const { db } = connection;
		const wards = await areas.ofVintage(db, WARDS_NOW);
		ward = wards[0]?.code ?? '';
		const known = await figures.held(db, '2100-01-01', { indicators: [MEASURE], areas: [WALSALL] });
		published = known[0]?.period ?? '';
		for (const area of [ward, 'WLOC01']) {
			for (const breakdown of GROUPS) {
				const place = { indicator: MEASURE, area, breakdown, period: published };
				await makeObservation(db, { ...place, value: PLANTED, numerator: PLANTED });
			}
		}
	}, 120_000);
	afterAll(() => connection.close());

	it('a count below the borough is not there, though somebody loaded one', async () => {
		const subject = {
			...{ code: MEASURE, ward, locality: 'WLOC01', theme: 'cohesion' },
			wardPath: { locality: 'east', ward: 'aldridge' }
		};
		const outputs = await publicOutputs(connection.db, subject);
		const leaking = [...outputs].filter(([, text]) => /7770013|7,770,013/.test(text));
		expect(leaking.map(([address]) => address)).toEqual([]);
	}, 300_000);

	it('and cannot be had by subtraction: white people in all, less every white group shown', async () => {
		const held = await figures.held(connection.db, '2100-01-01', { indicators: [MEASURE] });
		const below = held.filter(({ area }) => area === ward || area.startsWith('WLOC'));
		const groups = new Set(below.map(({ breakdown }) => breakdown));
		expect(groups).toContain('ethnic-other-white-together');
		expect([...GROUPS, 'ethnic-other-white'].filter((group) => groups.has(group))).toEqual([]);
		const borough = held.filter(({ area }) => area === WALSALL);
		expect(borough.map(({ breakdown }) => breakdown)).toEqual(expect.arrayContaining(GROUPS));
	});
});
