import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	fingertips,
	nomisPage,
	onsCensus,
	onsDataset,
	onsVersion,
	policeBody,
	policeCrimes,
	withoutKey
} from '../../../src/lib/domain/connector/address.ts';
import { isPassing, retryAfterMs, waitMs } from '../../../src/lib/domain/connector/backoff.ts';
import { asCrimes, countCrimes, crimesAsCsv } from '../../../src/lib/domain/connector/crimes.ts';
import { taken, type Bucket } from '../../../src/lib/domain/connector/pace.ts';
import { joined, laterOffsets, monthsBetween } from '../../../src/lib/domain/connector/paging.ts';
import { isPublicAddress, wrongWith } from '../../../src/lib/domain/connector/public-address.ts';
import { checked, SOURCES } from '../../../src/lib/domain/connector/source.ts';

describe('addresses are those of the documents', () => {
	const claimants = {
		...{ dataset: 'NM_162_1', geography: 'E08000030,E92000001', time: 'latestMINUS11,latest' },
		...{ filters: 'gender=0&age=0&measure=2', measures: '20100' }
	};
	test.each([
		[
			'Nomis, a page of records',
			nomisPage(claimants, 25_000),
			'https://www.nomisweb.co.uk/api/v01/dataset/NM_162_1.data.csv?geography=E08000030,E92000001&time=latestMINUS11,latest&gender=0&age=0&measure=2&measures=20100&select=date_name,date_code,geography_name,geography_code,measures_name,obs_value,obs_status,obs_status_name,record_count&RecordLimit=25000&RecordOffset=25000'
		],
		[
			'Fingertips, one indicator',
			fingertips({
				...{ indicator_ids: '90362', child_area_type_id: '502', parent_area_type_id: '6' }
			}),
			'https://fingertips.phe.org.uk/api/all_data/csv/by_indicator_id?indicator_ids=90362&child_area_type_id=502&parent_area_type_id=6&include_sortable_time_periods=yes'
		],
		[
			'ONS, a data set',
			onsDataset({ dataset: 'TS029' }),
			'https://api.beta.ons.gov.uk/v1/datasets/TS029'
		],
		[
			'ONS, observations of the Census',
			onsCensus(onsVersion({ dataset: 'TS008', edition: '2021', version: '1' }), {
				areas: 'ctry,W92000004'
			}),
			'https://api.beta.ons.gov.uk/v1/datasets/TS008/editions/2021/versions/1/json?area-type=ctry,W92000004'
		],
		[
			'police.uk, an outline by POST',
			`${policeCrimes('all-crime')} ${policeBody(
				[
					[0.543, 52.268],
					[0.2380001, 52.794],
					[0.478, 52.13]
				],
				'2024-01'
			)}`,
			'https://data.police.uk/api/crimes-street/all-crime poly=52.268%2C0.543%3A52.794%2C0.238%3A52.13%2C0.478&date=2024-01'
		]
	])('%s', (_, made, expected) => expect(made).toBe(expected));

	test('a key that is sent along is not kept', () => {
		const keyed = nomisPage(claimants, 0, '0xabc');
		expect(keyed).toContain('uid=0xabc');
		expect(withoutKey(keyed)).toBe(nomisPage(claimants, 0));
	});
});

describe('what is asked is checked before anybody is asked', () => {
	const nomis = { dataset: 'NM_162_1' };
	test.each([
		['nomis', nomis, undefined],
		['nomis', { ...nomis, dataset: '' }, 'dataset'],
		['nomis', { ...nomis, dataset: 'NM_1_1/../../x' }, 'dataset'],
		['nomis', { ...nomis, geography: 'E08000030&uid=1' }, 'geography'],
		['nomis', { ...nomis, time: '2025-10,latest' }, undefined],
		['nomis', { ...nomis, time: 'yesterday' }, 'time'],
		['nomis', { ...nomis, filters: 'gender=0 or 1=1' }, 'filters'],
		['ons', { dataset: 'TS029', areas: 'ltla,E08000030' }, undefined],
		['ons', { dataset: '../v2' }, 'dataset'],
		['ons', { dataset: 'TS029', areas: 'everywhere' }, 'areas'],
		['fingertips', { indicator_ids: '90362' }, undefined],
		['fingertips', { indicator_ids: '90362,1' }, 'indicator_ids'],
		['police', {}, undefined],
		['police', { from: '2026-13' }, 'from'],
		['police', { category: 'All Crime' }, 'category'],
		['csv', { address: 'http://example.org/a.csv', source: 'A', licence: 'OGL' }, 'address'],
		['csv', { address: 'https://u:p@example.org/a', source: 'Us', licence: 'OGL' }, 'address'],
		['csv', { address: 'https://example.org/a.csv', source: 'Us', licence: '' }, 'licence']
	] as const)('%s %j: %s', (id, given, field) => {
		const found = checked(SOURCES[id], given);
		expect('field' in found ? found.field : undefined).toBe(field);
	});

	test('every field may be left at what is asked otherwise, or says what to write', () => {
		for (const { fields } of Object.values(SOURCES)) {
			for (const { value, pattern, wrong } of fields) {
				expect(pattern.test(value) || value === '').toBe(true);
				expect(wrong).toMatch(/^(Write|Say) .+\.$/);
			}
		}
	});
});

describe('only the public internet', () => {
	test.each([
		['8.8.8.8', true],
		['172.32.0.1', true],
		['2606:4700::1111', true],
		['127.0.0.1', false],
		['127.1', false],
		['0.0.0.0', false],
		['10.1.2.3', false],
		['172.16.0.1', false],
		['192.168.1.1', false],
		['169.254.169.254', false],
		['168.63.129.16', false],
		['100.64.0.1', false],
		['100.100.100.200', false],
		['192.0.0.192', false],
		['198.18.0.1', false],
		['192.0.2.1', false],
		['224.0.0.1', false],
		['255.255.255.255', false],
		['::', false],
		['::1', false],
		['::ffff:127.0.0.1', false],
		['::ffff:7f00:1', false],
		['::ffff:10.0.0.1', false],
		['::ffff:8.8.8.8', true],
		['::127.0.0.1', false],
		['64:ff9b::7f00:1', false],
		['2002:7f00:1::', false],
		['2001::1', false],
		['2001:db8::1', false],
		['fe80::1', false],
		['fe80::1%eth0', false],
		['fec0::1', false],
		['fc00::1', false],
		['fd00:ec2::254', false],
		['ff02::1', false],
		['localhost', false],
		['', false]
	])('%s: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic));

	test.each([
		['https://example.org/a.csv', undefined],
		['https://example.org:443/a.csv', undefined],
		['a.csv', 'not an address'],
		['http://example.org/a.csv', 'not https'],
		['file:///etc/passwd', 'not https'],
		['https://me:secret@example.org/', 'has a password'],
		['https://127.0.0.1/', 'a number'],
		['https://2130706433/', 'a number'],
		['https://0x7f.1/', 'a number'],
		['https://[::1]/', 'a number'],
		['https://[::ffff:127.0.0.1]/', 'a number'],
		['https://example.org:8080/', 'another port']
	])('%s: %s', (address, wrong) => expect(wrongWith(address)).toBe(wrong));
});

describe('asking again', () => {
	test.each([
		[1, 0, 0, 500],
		[1, 1, 0, 1_000],
		[3, 0, 0, 2_000],
		[3, 1, 0, 4_000],
		[20, 1, 0, 60_000],
		[1, 0, 7_000, 7_000]
	])('after %i tries, chance %f, asked for %i: %i ms', (tries, chance, asked, ms) =>
		expect(waitMs(tries, chance, asked)).toBe(ms)
	);

	test('each wait is at least half of twice the one before, and never shorter than asked for', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 12 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.integer({ min: 0, max: 120_000 }),
				(tries, chance, asked) => {
					const ms = waitMs(tries, chance, asked);
					expect(ms).toBeGreaterThanOrEqual(Math.max(asked, waitMs(tries, 0)));
					expect(ms).toBeLessThanOrEqual(Math.max(asked, 60_000));
				}
			)
		);
	});

	const now = new Date('2026-11-22T12:00:00Z');
	test.each([
		['3', 3_000],
		[' 0 ', 0],
		['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
		['Sun, 22 Nov 2026 11:00:00 GMT', 0],
		['soon', undefined],
		['', undefined],
		[undefined, undefined]
	])('Retry-After %s: %s ms', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));

	test('only faults that pass', () =>
		expect([200, 304, 400, 403, 404, 429, 500, 501, 502, 503, 504].filter(isPassing)).toEqual([
			429, 500, 502, 503, 504
		]));
});

describe('pace', () => {
	test('a burst at once, then one by one, however many ask', () => {
		const pace = { perSecond: 10, burst: 3 };
		const waits: number[] = [];
		let bucket: Bucket | undefined;
		for (let asked = 0; asked < 6; asked++) {
			const next = taken(bucket, pace, 0);
			bucket = next.bucket;
			waits.push(next.waitMs);
		}
		expect(waits).toEqual([0, 0, 0, 100, 200, 300]);
		expect(taken(bucket, pace, 1_000).waitMs).toBe(0);
	});

	test('in no second more than the pace and the burst go out', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (gaps) => {
				const pace = { perSecond: 10, burst: 15 };
				let [clock, bucket] = [0, undefined as Bucket | undefined];
				const sent = gaps.map((gap) => {
					clock += gap;
					const next = taken(bucket, pace, clock);
					bucket = next.bucket;
					return clock + next.waitMs;
				});
				for (const at of sent) {
					const inSecond = sent.filter((other) => other >= at && other < at + 1_000).length;
					expect(inSecond).toBeLessThanOrEqual(26);
				}
			})
		);
	});
});

describe('pages become one extract', () => {
	test.each([
		[0, []],
		[1, []],
		[25_000, []],
		[25_001, [25_000]],
		[75_000, [25_000, 50_000]]
	])('%i records: later pages begin at %j', (total, offsets) =>
		expect(laterOffsets(total, 25_000)).toEqual(offsets)
	);

	test.each([
		[['a,b\n1,2\n', 'a,b\n3,4'], 'a,b\n1,2\n3,4\n', 2],
		[['\uFEFFa,b\r\n1,2\r\n', 'a,b\r\n'], 'a,b\n1,2\n', 1],
		[
			['a\n"one\nrow"\n', 'a\n"with ""quotes"", and\nlines"\n'],
			'a\n"one\nrow"\n"with ""quotes"", and\nlines"\n',
			2
		],
		[['a\n'], 'a\n', 0]
	])('%j', (pages, text, rows) => expect(joined(pages)).toEqual({ text, rows }));

	test('other columns on a later page are no page of it', () =>
		expect(joined(['a,b\n1,2\n', 'a,c\n1,2\n'])).toBeUndefined());

	test.each([
		['2026-11', '2027-02', ['2026-11', '2026-12', '2027-01', '2027-02']],
		['2026-09', '2026-09', ['2026-09']],
		['2026-09', '2026-08', []]
	])('months from %s to %s', (from, to, months) => expect(monthsBetween(from, to)).toEqual(months));
});

describe('crimes are counted by area', () => {
	const square = (code: string, left: number, hole?: [number, number][]) => ({
		code,
		name: `Ward "${code}"`,
		parts: [
			[
				[
					[left, 0],
					[left + 1, 0],
					[left + 1, 1],
					[left, 1],
					[left, 0]
				] as [number, number][],
				...(hole ? [hole] : [])
			]
		]
	});
	const crime = (longitude: string, latitude: string) => ({
		...{ category: 'public-order', month: '2026-09', location: { longitude, latitude } }
	});
	const whole = { code: 'W', name: 'Whole' };
	const asked = { month: '2026-09', category: 'public-order' };

	test('by place; an area without any has 0; what has no place counts for the whole', () => {
		const crimes = [
			crime('0.5', '0.5'),
			crime('0.2', '0.9'),
			{ ...crime('0', '0'), location: null }
		];
		const counts = countCrimes(crimes, { whole, parts: [square('A', 0), square('B', 1)] }, asked);
		expect(counts.map(({ code, crimes: number }) => [code, number])).toEqual([
			['W', 3],
			['A', 2],
			['B', 0]
		]);
		expect(crimesAsCsv(counts).split('\n')).toEqual([
			'Area code,Area name,Month,Kind of crime,Crimes',
			'W,"Whole",2026-09,public-order,3',
			'A,"Ward ""A""",2026-09,public-order,2',
			'B,"Ward ""B""",2026-09,public-order,0',
			''
		]);
	});

	test('a hole is not inside', () => {
		const holed = square('A', 0, [
			[0.4, 0.4],
			[0.6, 0.4],
			[0.6, 0.6],
			[0.4, 0.6],
			[0.4, 0.4]
		]);
		const counts = countCrimes([crime('0.5', '0.5')], { whole, parts: [holed] }, asked);
		expect(counts.at(-1)?.crimes).toBe(0);
	});

	test.each([
		[[], true],
		[[{ category: 'robbery', month: '2026-09', location: null }], true],
		[{ error: 'too many' }, false],
		[[1], false],
		[undefined, false]
	])('%j is a list of crimes: %s', (answer, isList) =>
		expect(asCrimes(answer) !== undefined).toBe(isList)
	);
});
