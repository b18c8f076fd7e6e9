import { describe, expect, test } from 'vitest';
import * as make from '../../src/lib/domain/period-make.ts';

describe('a period has one id, its first and last day, and a label', () => {
	test.each([
		[make.calendarYear(2024), '2024', '2024-01-01', '2024-12-31', '2024'],
		[make.financialYear(2024), 'FY2024', '2024-04-01', '2025-03-31', '2024/25'],
		[make.financialYear(1999), 'FY1999', '1999-04-01', '2000-03-31', '1999/00'],
		[make.academicYear(2025), 'AY2025', '2025-09-01', '2026-08-31', '2025/26'],
		[make.quarter(2026, 1), 'FY2026-Q1', '2026-04-01', '2026-06-30', '2026/27 Q1'],
		[make.quarter(2026, 4), 'FY2026-Q4', '2027-01-01', '2027-03-31', '2026/27 Q4'],
		[make.month(2024, 2), '2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
		[make.term(2025, 'autumn'), 'AY2025-autumn', '2025-09-01', '2025-12-31', 'Autumn term 2025/26'],
		[make.term(2025, 'spring'), 'AY2025-spring', '2026-01-01', '2026-03-31', 'Spring term 2025/26'],
		[make.yearTo(2025, 6), 'YE2025-06', '2024-07-01', '2025-06-30', 'Year to June 2025'],
		[make.yearTo(2025, 12), 'YE2025-12', '2025-01-01', '2025-12-31', 'Year to December 2025'],
		[make.pooled(2022, 2024), '2022-2024', '2022-01-01', '2024-12-31', '2022 to 2024'],
		[make.day('2021-03-21'), '2021-03-21', '2021-03-21', '2021-03-21', '21 March 2021']
	])('$id', (made, id, starts, ends, label) => {
		expect(made).toMatchObject({ id, starts, ends, label });
	});
});

describe('the period before ends on the day before', () => {
	test.each([
		make.calendarYear(2024),
		make.financialYear(2024),
		make.academicYear(2024),
		make.month(2024, 1),
		make.month(2024, 3),
		make.quarter(2026, 1),
		make.quarter(2026, 4)
	])('$id', (made) => {
		const earlier = make.before(made);
		expect(earlier?.kind).toBe(made.kind);
		expect(Date.parse(`${made.starts}`) - Date.parse(`${earlier?.ends}`)).toBe(86_400_000);
	});
	test('a single day has none', () => {
		expect(make.before(make.day('2021-03-21'))).toBeUndefined();
	});
});
