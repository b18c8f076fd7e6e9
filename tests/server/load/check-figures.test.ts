import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { testDatabase } from '../../support/db.ts';

// Figures as their publishers print them, or as an independent sum of the source files gave them.

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

const WALSALL = 'E08000030';
const ENGLAND = 'E92000001';

interface Case {
	what: string;
	of: [indicator: string, area: string, period: string, breakdown?: string];
	value: number;
	digits: number;
	numerator?: number;
	denominator?: number;
	limits?: [number, number];
}

const CENSUS = '2021-03-21';
const cases: Case[] = [
	{
		what: 'little or no English, Walsall',
		of: ['W04', WALSALL, CENSUS],
		value: 2.74,
		digits: 2,
		numerator: 7501,
		denominator: 273_392
	},
	{ what: 'little or no English, England', of: ['W04', ENGLAND, CENSUS], value: 1.86, digits: 2 },
	{
		what: 'overcrowded homes, Walsall',
		of: ['L07', WALSALL, CENSUS],
		value: 5.19,
		digits: 2,
		numerator: 5826,
		denominator: 112_216
	},
	{ what: 'overcrowded homes, England', of: ['L07', ENGLAND, CENSUS], value: 4.37, digits: 2 },
	{ what: 'dissimilarity over 169 LSOAs', of: ['L06', WALSALL, CENSUS], value: 46.0, digits: 1 },
	{ what: 'claimants, Walsall', of: ['W07', WALSALL, '2025'], value: 5.9, digits: 1 },
	{ what: 'claimants, England', of: ['W07', ENGLAND, '2025'], value: 4.0, digits: 1 },
	{ what: 'children in low income', of: ['T01', WALSALL, 'FY2024'], value: 32.8, digits: 1 },
	{
		what: 'healthy life, men',
		of: ['T09', WALSALL, '2022-2024', 'male'],
		value: 56.2,
		digits: 1,
		limits: [51.6, 60.8]
	},
	{
		what: 'healthy life, women',
		of: ['T09', WALSALL, '2022-2024', 'female'],
		value: 55.0,
		digits: 1,
		limits: [49.6, 60.4]
	},
	{
		what: 'healthy life, men, England',
		of: ['T09', ENGLAND, '2022-2024', 'male'],
		value: 60.9,
		digits: 1
	},
	{ what: 'no qualifications, Walsall', of: ['X01', WALSALL, CENSUS], value: 26.3, digits: 1 },
	{ what: 'no qualifications, England', of: ['X01', ENGLAND, CENSUS], value: 18.1, digits: 1 },
	{
		what: 'economically inactive, 168 LSOAs',
		of: ['X03', WALSALL, CENSUS],
		value: 42.3,
		digits: 1
	},
	{
		what: 'employment rate',
		of: ['X31', WALSALL, '2023'],
		value: 73.5,
		digits: 1,
		limits: [67.6, 79.4]
	},
	{
		what: 'inactivity rate',
		of: ['X34', WALSALL, '2023'],
		value: 21.0,
		digits: 1,
		limits: [15.6, 26.4]
	},
	{
		what: 'average anxiety',
		of: ['X38', WALSALL, 'FY2022'],
		value: 3.36,
		digits: 2,
		limits: [2.96, 3.75]
	},
	{
		what: 'neighbourhoods in the most deprived tenth',
		of: ['X25', WALSALL, 'IMD2025'],
		value: 24.85,
		digits: 2,
		numerator: 42,
		denominator: 169
	},
	{ what: 'average deprivation score', of: ['X24', WALSALL, 'IMD2025'], value: 31.732, digits: 3 },
	{ what: 'diversity, Pelsall', of: ['X16', 'E05001312', CENSUS], value: 0.13, digits: 2 },
	{ what: 'diversity, Brownhills', of: ['X16', 'E05001308', CENSUS], value: 0.18, digits: 2 },
	{ what: 'diversity, Palfrey', of: ['X16', 'E05001311', CENSUS], value: 0.83, digits: 2 },
	{ what: 'diversity, borough', of: ['X16', WALSALL, CENSUS], value: 0.53, digits: 2 },
	{ what: 'recorded crime', of: ['X28', WALSALL, 'YE2025-06'], value: 27_290, digits: 0 },
	{
		what: 'White British, borough',
		of: ['X17', WALSALL, CENSUS, 'ethnic-white-british'],
		value: 67.4,
		digits: 1
	},
	{
		what: 'White British, Pelsall by best fit',
		of: ['X17', 'E05001312', CENSUS, 'ethnic-white-british'],
		value: 93.3,
		digits: 1
	},
	{
		what: 'no UK identity',
		of: ['X19', WALSALL, CENSUS, 'identity-other-only'],
		value: 8.1,
		digits: 1
	},
	{
		what: 'White in 2011',
		of: ['X22', WALSALL, '2011-03-27', 'ethnic-white'],
		value: 78.89,
		digits: 2,
		numerator: 212_469,
		denominator: 269_323
	},
	{ what: 'residents in mid-2020', of: ['X21', WALSALL, '2020-06-30'], value: 286_716, digits: 0 }
];

test.each(cases)('$what', async ({ of, value, digits, numerator, denominator, limits }) => {
	const [indicator, area, period, breakdown = 'all'] = of;
	const row = await connection.db
		.selectFrom('observations')
		.selectAll()
		.where('indicator', '=', indicator)
		.where('area', '=', area)
		.where('period', '=', period)
		.where('breakdown', '=', breakdown)
		.executeTakeFirstOrThrow();
	expect(Number(row.value?.toFixed(digits))).toBe(value);
	if (numerator !== undefined) expect(row.numerator).toBe(numerator);
	if (denominator !== undefined) expect(row.denominator).toBe(denominator);
	if (limits) expect([row.lower, row.upper]).toEqual(limits);
});

test('the region is the sum of its 30 districts, within the noise of the census', async () => {
	const row = await connection.db
		.selectFrom('observations')
		.select('value')
		.where('indicator', '=', 'X20')
		.where('area', '=', 'E12000005')
		.executeTakeFirstOrThrow();
	expect(Math.abs((row.value ?? 0) - 5_950_756)).toBeLessThan(50);
});
