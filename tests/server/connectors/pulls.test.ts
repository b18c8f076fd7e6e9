import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Person } from '../../../src/lib/domain/permission.ts';
import { configurePulls } from '../../../src/lib/server/connectors/means.ts';
import { publicNetwork } from '../../../src/lib/server/connectors/network.ts';
import { presetOf } from '../../../src/lib/server/connectors/presets.ts';
import * as audit from '../../../src/lib/server/db/audit.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as accepting from '../../../src/lib/server/db/import-accept.ts';
import * as differences from '../../../src/lib/server/db/import-differences.ts';
import * as imports from '../../../src/lib/server/db/imports.ts';
import * as stored from '../../../src/lib/server/db/pulls.ts';
import { accept, discard } from '../../../src/lib/server/workflow/imports.ts';
import {
	byHand,
	ofPreset,
	pull,
	repeat,
	stop,
	type WantedPull
} from '../../../src/lib/server/workflow/pulls.ts';
import { testDatabase } from '../../support/db.ts';
import { csv, json, services, type Services } from '../../support/services.ts';
import { officerOf } from '../import/officer.ts';

// From a button to the difference, with each service in its documented form on this machine.

const NOW = new Date('2026-11-22T12:00:00Z');
let connection: Connection;
let given: Services;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());
beforeEach(async () => {
	given = await services({
		hosts: [
			...['www.nomisweb.co.uk', 'api.beta.ons.gov.uk', 'download.ons.gov.uk'],
			...['fingertips.phe.org.uk', 'data.police.uk', 'partner.example']
		]
	});
	configurePulls({ network: given.network, nomisUid: '0xsecret' });
});
afterEach(async () => {
	await given.close();
	configurePulls({ network: publicNetwork(), nomisUid: undefined });
});

const ready = (id: string): WantedPull => {
	const preset = presetOf(id);
	if (!preset) throw new Error(`no preset ${id}`);
	return ofPreset(preset);
};

async function pulled(person: Person, wanted: WantedPull) {
	const { db } = connection;
	const { id, pulling } = await pull(db, person, wanted, given.network.now());
	await pulling;
	const made = await stored.byId(db, id);
	if (!made) throw new Error('the pull is gone');
	const found = made.import === null ? undefined : await imports.byId(db, made.import);
	return { db, made, found };
}

const NOMIS_HEADER =
	'"DATE_NAME","DATE_CODE","GEOGRAPHY_NAME","GEOGRAPHY_CODE","MEASURES_NAME","OBS_VALUE","OBS_STATUS","OBS_STATUS_NAME","RECORD_COUNT"\n';

/** Claimants in the form of the Nomis API, a page at a time. */
function nomis(rows: readonly string[], { cutOffAt = Infinity, etag = '' } = {}): void {
	given.answer(({ path, headers }, response) => {
		if (etag && headers['if-none-match'] === etag) return void response.writeHead(304).end();
		const query = new URL(path, 'https://x').searchParams;
		const offset = Number(query.get('RecordOffset'));
		const page = rows.slice(offset, Math.min(offset + Number(query.get('RecordLimit')), cutOffAt));
		const body = page.map((row) => `${row},${rows.length}\n`).join('');
		csv(response, NOMIS_HEADER + body, etag ? { etag } : {});
	});
}
const claimants = (month: string, value: number, code = WALSALL) =>
	`"${month}","${month}","Walsall","${code}","Value",${value},"A","Normal Value"`;

describe('Nomis', () => {
	test('claimants come as an import, are compared, and become returns of whoever asked', async () => {
		const person = await officerOf(connection.db, 'W07');
		nomis([
			claimants('2026-09', 6.1),
			claimants('2026-10', 6.2),
			claimants('2026-10', 4, 'E92000001')
		]);
		const { db, made, found } = await pulled(person, ready('nomis-w07'));
		expect(made).toMatchObject({ state: 'done', answers: 1, isLive: false, message: null });
		expect(found).toMatchObject({
			...{ kind: 'pull', state: 'read', figures: 3, errors: 0, madeBy: person.id },
			...{ sourceText: 'Office for National Statistics (Nomis)', extractedOn: '2026-11-22' },
			licence: 'Open Government Licence v3.0'
		});
		expect(found?.address).toMatch(/^https:\/\/www\.nomisweb\.co\.uk\/api\/v01\/dataset\/NM_162_1/);
		expect(given.asked[0]?.path).toContain('uid=0xsecret');
		expect(JSON.stringify([made, found, await stored.addresses(db, made.id)])).not.toContain(
			'secret'
		);
		expect(await differences.groups(db, found?.id ?? '')).toMatchObject([
			{ indicator: 'W07', period: '2026-09', fresh: 1 },
			{ indicator: 'W07', period: '2026-10', fresh: 2 }
		]);
		expect((await stored.triedLive(db)).get('nomis')).toBeUndefined();

		// Taken over by a colleague: both are authors, and neither may approve.
		const colleague = { ...(await officerOf(db, 'W08')), duties: person.duties };
		const returns = await accept(db, colleague, { id: found?.id ?? '' }, NOW);
		const [first] = await accepting.returnsOf(db, found?.id ?? '');
		const authors = await db
			.selectFrom('submission_authors')
			.select('user_id')
			.where('submission', '=', first?.id ?? '')
			.execute();
		expect(returns.length).toBe(2);
		expect(authors.map(({ user_id }) => user_id).sort()).toEqual([person.id, colleague.id]);
		await expect(
			db
				.updateTable('submissions')
				.set({ approved_by: person.id })
				.where('id', '=', first?.id ?? '')
				.execute()
		).rejects.toThrow('Nobody approves their own entry');
		const events = await audit.ofSubject(db, 'pull', made.id);
		expect(events.map(({ action }) => action)).toEqual(['pull done', 'pull asked for']);
	});

	test('pages are joined into one extract', async () => {
		const person = await officerOf(connection.db, 'W07');
		const rows = Array.from({ length: 60_000 }, (_, at) =>
			claimants('2025-01', at, `E0800${String(at).padStart(4, '0')}`)
		);
		nomis(rows);
		const wanted = {
			...ready('nomis-w07'),
			asked: { ...ready('nomis-w07').asked, time: '2025-01' }
		};
		const { db, made, found } = await pulled(person, wanted);
		expect(made).toMatchObject({ state: 'done', answers: 3 });
		expect(found?.reading?.rows).toBe(60_000);
		const [first, ...later] = await stored.addresses(db, made.id);
		expect(
			[first, ...later].map((one) => /RecordOffset=(\d+)/.exec(one?.address ?? '')?.[1])
		).toEqual(['0', '25000', '50000']);
	}, 30_000);

	test('an answer that was cut off without a word is noticed, and nothing is kept', async () => {
		const person = await officerOf(connection.db, 'W07');
		nomis([claimants('2026-01', 1), claimants('2026-02', 2)], { cutOffAt: 1 });
		const { db, made, found } = await pulled(person, {
			...ready('nomis-w07'),
			asked: { ...ready('nomis-w07').asked, time: '2026-01,2026-02' }
		});
		expect(made.state).toBe('failed');
		expect(made.message).toMatch(/has 2 rows and gave 1/);
		expect(found).toBeUndefined();
		expect(await stored.addresses(db, made.id)).toEqual([]);
	});
});

describe('asked for once more', () => {
	const asked = { ...ready('nomis-w07').asked, time: '2026-03' };
	const wanted = { ...ready('nomis-w07'), asked };

	test('304: nothing is entered again, and it says since when; unless asked, or discarded', async () => {
		const person = await officerOf(connection.db, 'W07');
		nomis([claimants('2026-03', 5)], { etag: '"march"' });
		const first = await pulled(person, wanted);
		const second = await pulled(person, wanted);
		expect(given.asked[1]?.headers['if-none-match']).toBe('"march"');
		expect(second.made).toMatchObject({
			state: 'unchanged',
			import: first.found?.id,
			message: 'Nothing has changed since 22 November 2026. The extract of that day is still here.'
		});
		const third = await pulled(person, { ...wanted, again: true });
		expect(third.made.state).toBe('done');
		expect(third.found).toMatchObject({ sha256: first.found?.sha256, figures: 1 });
		await discard(third.db, person, { id: third.found?.id ?? '', reason: '' }, NOW);
		const { id, pulling } = await repeat(
			third.db,
			person,
			{ id: third.made.id, again: false },
			NOW
		);
		await pulling;
		expect(await stored.byId(third.db, id)).toMatchObject({ state: 'done', preset: 'nomis-w07' });
	});

	test('an answer that is the same byte for byte counts as unchanged too', async () => {
		const person = await officerOf(connection.db, 'W07');
		const other = { ...wanted, asked: { ...asked, time: '2026-04' } };
		nomis([claimants('2026-04', 5)]);
		await pulled(person, other);
		expect((await pulled(person, other)).made.state).toBe('unchanged');
		nomis([claimants('2026-04', 7)]);
		expect((await pulled(person, other)).made.state).toBe('done');
	});
});

test('Fingertips: men and women apart, limits kept, deprivation tenths and other areas left out', async () => {
	const person = await officerOf(connection.db, 'T09');
	const header =
		'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Column not used,Time period Sortable,New data,Compared to goal,Time period range\n';
	const row = (code: string, sex: string, value: number, category = '') =>
		`90362,Healthy life expectancy at birth,E12000005,West Midlands region,${code},Somewhere,Counties,${sex},All ages,${category},,2023 - 25,${value},${value - 3},${value + 3},,,,,,,,,20230000,,,3y\n`;
	given.answer(({ path }, response) => {
		expect(path).toContain('/api/all_data/csv/by_indicator_id?indicator_ids=90362');
		csv(
			response,
			header +
				row(WALSALL, 'Male', 56) +
				row(WALSALL, 'Female', 55) +
				row('E92000001', 'Male', 51, 'Deprivation deciles') +
				row('E06000001', 'Male', 50)
		);
	});
	const { db, found } = await pulled(person, ready('fingertips-t09'));
	expect(found).toMatchObject({ state: 'read', figures: 2, errors: 0 });
	const rows = await db
		.selectFrom('import_figures')
		.select(['area', 'period', 'breakdown', 'value', 'lower', 'upper'])
		.where('import', '=', found?.id ?? '')
		.orderBy('breakdown')
		.execute();
	expect(rows).toEqual([
		{ area: WALSALL, period: '2023-2025', breakdown: 'female', value: 55, lower: 52, upper: 58 },
		{ area: WALSALL, period: '2023-2025', breakdown: 'male', value: 56, lower: 53, upper: 59 }
	]);
});

describe('ONS', () => {
	const version =
		'https://api.beta.ons.gov.uk/v1/datasets/wellbeing-local-authority/editions/time-series/versions/4';

	test('a data set leads to its newest version, and that to its CSV', async () => {
		const person = await officerOf(connection.db, 'T08');
		given.answer(({ host, path }, response) => {
			if (host === 'download.ons.gov.uk') {
				return csv(
					response,
					'v4_3,LCL,UCL,yyyy-yy,Time,administrative-geography,Geography,measure-of-wellbeing,MeasureOfWellbeing,wellbeing-estimate,Estimate\n' +
						`24.6,19.8,29.4,2022-23,2022-23,${WALSALL},Walsall,anxiety,Anxiety,poor,Poor\n` +
						`3.4,3,3.7,2022-23,2022-23,${WALSALL},Walsall,anxiety,Anxiety,average-mean,Average (mean)\n`
				);
			}
			return path.endsWith('/versions/4')
				? json(response, {
						downloads: {
							csv: { href: 'http://download.ons.gov.uk/downloads/wellbeing/4.csv', size: '1' }
						}
					})
				: json(response, { links: { latest_version: { href: version, id: '4' } } });
		});
		const { made, found } = await pulled(person, ready('ons-t08'));
		expect(made).toMatchObject({ state: 'done', answers: 3 });
		expect(found).toMatchObject({ figures: 1, errors: 0 });
		expect(found?.address).toBe('https://download.ons.gov.uk/downloads/wellbeing/4.csv');
	});

	test('a link to somebody else is not followed', async () => {
		const person = await officerOf(connection.db, 'T08');
		given.answer((_, response) =>
			json(response, { links: { latest_version: { href: 'https://partner.example/x' } } })
		);
		const { made } = await pulled(person, ready('ons-t08'));
		expect(made).toMatchObject({
			state: 'failed',
			message: expect.stringMatching(/another server/)
		});
		expect(given.asked.length).toBe(1);
	});

	test('observations of the Census become rows', async () => {
		const person = await officerOf(connection.db, 'W04');
		const one = (option: string, id: string, observation: number) => ({
			dimensions: [
				{ dimension: 'Area', dimension_id: 'ltla', option: 'Walsall', option_id: WALSALL },
				{ dimension: 'Proficiency', dimension_id: 'english', option, option_id: id }
			],
			observation
		});
		given.answer(({ path }, response) => {
			expect(path).toBe(
				`/v1/datasets/TS029/editions/2021/versions/1/json?area-type=ltla,${WALSALL}`
			);
			json(response, {
				observations: [one('Not well', '3', 6_000), one('Not at all', '4', 1_501)]
			});
		});
		const { found } = await pulled(
			person,
			byHand(
				'ons',
				{ dataset: 'TS029', edition: '2021', version: '1', areas: `ltla,${WALSALL}` },
				{
					...{ indicator: 'W04', period: 'Census 2021', periodKind: 'snapshot' },
					only: [{ header: 'Proficiency', is: 'Not at all' }]
				}
			)
		);
		expect(found?.reading?.columns.map(({ header }) => header)).toEqual([
			...['Area Code', 'Area', 'Proficiency Code', 'Proficiency', 'Observation']
		]);
		expect(found?.reading?.rows).toBe(2);
	});
});

test('police.uk: crimes of each month are counted by locality and ward, nought included', async () => {
	const person = await officerOf(connection.db, 'X28');
	given.answer(({ path, method, body }, response) => {
		if (path === '/api/crime-last-updated') return json(response, { date: '2026-09-01' });
		expect([method, path]).toEqual(['POST', '/api/crimes-street/public-order']);
		const form = new URLSearchParams(body);
		expect(form.get('poly')?.split(':').length).toBeGreaterThan(100);
		const crime = (latitude: string, longitude: string) => ({
			...{ category: 'public-order', persistent_id: '', month: form.get('date'), context: '' },
			location: { latitude, street: { id: 1, name: 'On or near High Street' }, longitude }
		});
		json(response, [
			crime('52.584', '-1.982'),
			crime('52.584', '-1.983'),
			crime('52.605', '-1.92')
		]);
	});
	const wanted = byHand(
		'police',
		{ category: 'public-order', from: '2026-08' },
		{ indicator: 'X28' }
	);
	const { db, made, found } = await pulled(person, wanted);
	expect(made).toMatchObject({ state: 'done', answers: 3 });
	expect(found).toMatchObject({ errors: 0, state: 'read' });
	const rows = await db
		.selectFrom('import_figures')
		.select(['area', 'numerator'])
		.where('import', '=', found?.id ?? '')
		.where('period', '=', '2026-08')
		.execute();
	const of = (pattern: RegExp) =>
		rows.filter(({ area }) => pattern.test(area)).map(({ numerator }) => Number(numerator));
	const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
	expect(of(/^E08/)).toEqual([3]);
	expect([of(/^WLOC/).length, sum(of(/^WLOC/))]).toEqual([4, 3]);
	expect([of(/^E05/).length, sum(of(/^E05/))]).toEqual([20, 3]);
});

describe('a CSV at an address', () => {
	const wanted = byHand(
		'csv',
		{ address: 'https://partner.example/q2.csv', source: 'A partner', licence: 'OGL v3.0' },
		{ indicator: 'C11', periodKind: 'quarter' }
	);

	test('is read like a file that was sent', async () => {
		const person = await officerOf(connection.db, 'C11');
		given.answer((_, response) => csv(response, 'Area code,Period,Number\nWLOC01,2026/27 Q1,5\n'));
		const { found } = await pulled(person, wanted);
		expect(found).toMatchObject({ figures: 1, sourceText: 'A partner', licence: 'OGL v3.0' });
	});

	test('an old encoding comes through as it is', async () => {
		const person = await officerOf(connection.db, 'C11');
		const bytes = Buffer.from(
			'Area code,Period,Number,Note\nWLOC01,2026/27 Q1,5,Caf\xe9\n',
			'latin1'
		);
		given.answer((_, response) => csv(response, bytes as unknown as string));
		const { db, found } = await pulled(person, wanted);
		expect(found?.reading?.sample.flat()).toContain('Café');
		expect(Buffer.from(await imports.content(db, found?.id ?? '')).equals(bytes)).toBe(true);
	});

	test('somebody ends it while it runs: nothing lands', async () => {
		const person = await officerOf(connection.db, 'C11');
		const { db } = connection;
		let release = () => {};
		given.answer((_, response) => {
			release = () => csv(response, 'Area code,Period,Number\nWLOC01,2026/27 Q2,5\n');
		});
		const { id, pulling } = await pull(db, person, wanted, NOW);
		await expect.poll(() => given.asked.length, { timeout: 20_000 }).toBe(1);
		await expect(pull(db, person, wanted, NOW)).rejects.toThrow('being asked already');
		const before = await imports.latest(db);
		await stop(db, person, id, NOW);
		release();
		await pulling;
		expect(await stored.byId(db, id)).toMatchObject({ state: 'stopped', import: null });
		expect((await imports.latest(db)).length).toBe(before.length);
		expect(await stored.addresses(db, id)).toEqual([]);
	});

	test('cut off by the end of the program: it says so, and may be asked for again', async () => {
		const person = await officerOf(connection.db, 'C11');
		const { db } = connection;
		const { id, pulling } = await pull(db, person, wanted, NOW);
		expect(await stored.endInterrupted(db, NOW)).toBe(1);
		given.answer((_, response) => csv(response, 'Area code,Period,Number\nWLOC01,2026/27 Q3,5\n'));
		await pulling;
		expect(await stored.byId(db, id)).toMatchObject({ state: 'stopped' });
		const next = await repeat(db, person, { id, again: false }, NOW);
		await next.pulling;
		expect(await stored.byId(db, next.id)).toMatchObject({ state: 'done' });
	});
});

describe('who may ask', () => {
	test.each([
		['nobody without a duty', 'C11', { roles: ['officer'] as const, duties: [] }, /officer role/],
		['nobody without the role', 'C11', { roles: ['reader'] as const }, /officer role/],
		['not for what somebody else answers for', 'C08', {}, /no duty for C11/]
	])('%s, and no request goes out', async (_, code, change, message) => {
		const person = { ...(await officerOf(connection.db, code)), ...change };
		const wanted = byHand(
			'csv',
			{ address: 'https://partner.example/q2.csv', source: 'A partner', licence: 'OGL' },
			{ indicator: 'C11' }
		);
		await expect(pull(connection.db, person, wanted, NOW)).rejects.toThrow(message);
		expect(given.asked).toEqual([]);
	});

	test('a pull of the real service sets when it was tried live', async () => {
		const person = await officerOf(connection.db, 'C11');
		configurePulls({ network: { ...given.network, isLive: true }, nomisUid: undefined });
		given.answer((_, response) => csv(response, 'Area code,Period,Number\nWLOC01,2025/26 Q3,5\n'));
		await pulled(
			person,
			byHand(
				'csv',
				{ address: 'https://partner.example/live.csv', source: 'A partner', licence: 'OGL' },
				{ indicator: 'C11', periodKind: 'quarter' }
			)
		);
		const live = await stored.triedLive(connection.db);
		expect([...live.keys()]).toEqual(['csv']);
	});
});
