import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../../src/lib/domain/import/period-text.ts';

const ids = (text: string) => readPeriod(text).map(({ id }) => id);

describe('a period is read in any of the spellings of the field', () => {
	test.each([
		['2024', ['2024']],
		['Year 2024', ['2024']],
		['FY2024/25', ['FY2024']],
		['FY 24/25', ['FY2024']],
		['Financial year 2024-25', ['FY2024']],
		['2024/25 financial year', ['FY2024']],
		['Academic year 2024/25', ['AY2024']],
		['AY2024/25', ['AY2024']],
		['Q1 2026/27', ['FY2026-Q1']],
		['2026/27 Q1', ['FY2026-Q1']],
		['2026-27 Quarter 4', ['FY2026-Q4']],
		['Quarter 2, 2026/27', ['FY2026-Q2']],
		['Q3 26/27', ['FY2026-Q3']],
		['FY2026-Q2', ['FY2026-Q2']],
		['Jul-Sep 2026', ['FY2026-Q2']],
		['July to September 2026', ['FY2026-Q2']],
		['Jan – Mar 2027', ['FY2026-Q4']],
		['Apr 2025 to Mar 2026', ['FY2025']],
		['Jan 2025 - Dec 2025', ['2025']],
		['Year ending March 2026', ['FY2025']],
		['Year to June 2025', ['YE2025-06']],
		['YE Sep 2025', ['YE2025-09']],
		['12 months to December 2025', ['2025']],
		['Autumn term 2025/26', ['AY2025-autumn']],
		['2025/26 Spring term', ['AY2025-spring']],
		['Autumn 2025', ['AY2025-autumn']],
		['Summer 2026', ['AY2025-summer']],
		['Apr 2026', ['2026-04']],
		['April 2026', ['2026-04']],
		['Apr-26', ['2026-04']],
		['2026-04', ['2026-04']],
		['2026M04', ['2026-04']],
		['04/2026', ['2026-04']],
		['202604', ['2026-04']],
		['2022 to 2024', ['2022-2024']],
		['2022-24', ['2022-2024']],
		['2022 - 2024', ['2022-2024']],
		['Mid-2022', ['2022-06-30']],
		['Census 2021', ['2021-03-21']],
		['2021 Census', ['2021-03-21']],
		['2021-03-21', ['2021-03-21']],
		['21/03/2021', ['2021-03-21']]
	])('%j', (text, expected) => {
		expect(ids(text)).toEqual(expected);
	});
});

describe('a spelling that fits two periods gives both, the likelier first', () => {
	test.each([
		['2024/25', ['FY2024', 'AY2024']],
		['2024-25', ['FY2024', 'AY2024']],
		['202425', ['FY2024', 'AY2024']],
		['2024-2025', ['FY2024', 'AY2024', '2024-2025']],
		['201112', ['FY2011', 'AY2011', '2011-12']],
		['2026 Q3', ['FY2026-Q2', 'FY2026-Q3']],
		['Q1 2026', ['FY2025-Q4', 'FY2026-Q1']],
		['01/04/2026', ['FY2026', 'FY2026-Q1', '2026-04', '2026-04-01']],
		['2026-06-30', ['FY2026-Q1', '2026-06', '2026-06-30']],
		['2025-12-31T00:00:00', ['2025', 'FY2025-Q3', '2025-12', '2025-12-31']],
		['46113', ['FY2026', 'FY2026-Q1', '2026-04', '2026-04-01']]
	])('%j', (text, expected) => {
		expect(ids(text)).toEqual(expected);
	});
});

describe('what is no period gives none', () => {
	test.each([
		'',
		'Walsall',
		'Q5 2026/27',
		'2024/26 Q1',
		'31/02/2026',
		'2026-13',
		'13/2026',
		'12345',
		'1,234',
		'2024/20',
		'Total',
		'99/98',
		'Feb to May 2026'
	])('%j', (text) => {
		expect(ids(text)).toEqual([]);
	});
});
