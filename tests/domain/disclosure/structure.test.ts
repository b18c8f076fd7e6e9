import { describe, expect, it } from 'vitest';
import type { Area, AreaLink } from '../../../src/lib/domain/area.ts';
import {
	areaRelations,
	breakdownRelations,
	periodRelations
} from '../../../src/lib/domain/disclosure/structure.ts';
import type { Period, PeriodKind } from '../../../src/lib/domain/period.ts';

const area = (code: string, level: Area['level'], vintage: string, isLocal = true): Area => ({
	code,
	level,
	vintage,
	isLocal,
	name: code,
	slug: code.toLowerCase(),
	validFrom: null,
	validTo: null,
	note: null
});
const link = (child: string, parent: string, share = 1, validFrom = '2026-05-07'): AreaLink => ({
	child,
	parent,
	share,
	basis: 'residents',
	isBestFit: share > 0.5,
	evidence: '',
	validFrom,
	validTo: null
});

describe('places', () => {
	const places = [
		area('B', 'borough', 'borough'),
		area('Other', 'borough', 'borough', false),
		area('N', 'locality', 'localities'),
		area('S', 'locality', 'localities'),
		area('w1', 'ward', 'wards-2026'),
		area('w2', 'ward', 'wards-2026'),
		area('old', 'ward', 'wards-2004')
	];

	it('of each vintage make up the borough, and no comparator', () => {
		expect(areaRelations(places, [])).toEqual([
			{ whole: 'B', parts: ['N', 'S'] },
			{ whole: 'B', parts: ['w1', 'w2'] },
			{ whole: 'B', parts: ['old'] }
		]);
	});

	it('lie in larger ones by best fit; a split one makes a sum only where figures were made so', () => {
		const found = areaRelations(places, [
			link('w1', 'N'),
			link('w2', 'S', 0.8),
			link('w2', 'N', 0.2)
		]);
		expect(found.slice(3)).toEqual([
			{ whole: 'N', parts: ['w1'], onlyExact: true },
			{ whole: 'S', parts: ['w2'], onlyExact: true }
		]);
	});
});

it('each classification divides the same people once, broad groups into detailed ones', () => {
	const group = (id: string, dimension: string, partOf: string | null) => ({
		id,
		dimension,
		partOf
	});
	const found = breakdownRelations([
		group('all', 'all', null),
		group('female', 'sex', 'all'),
		group('male', 'sex', 'all'),
		group('age-0-14', 'age', 'all'),
		group('ethnic-asian', 'group', 'all'),
		group('ethnic-indian', 'group', 'ethnic-asian'),
		group('religion-none', 'group', 'all')
	]);
	expect(found).toEqual([
		{ whole: 'all', parts: ['female', 'male'] },
		{ whole: 'all', parts: ['age-0-14'] },
		{ whole: 'all', parts: ['ethnic-asian'] },
		{ whole: 'ethnic-asian', parts: ['ethnic-indian'] },
		{ whole: 'all', parts: ['religion-none'] }
	]);
});

describe('periods', () => {
	const period = (id: string, kind: PeriodKind, starts: string, ends: string): Period => ({
		...{ id, kind, starts, ends },
		label: id
	});
	const quarters = [
		period('Q1', 'quarter', '2026-04-01', '2026-06-30'),
		period('Q2', 'quarter', '2026-07-01', '2026-09-30'),
		period('Q3', 'quarter', '2026-10-01', '2026-12-31'),
		period('Q4', 'quarter', '2027-01-01', '2027-03-31')
	];

	it('quarters make up the year', () => {
		const year = period('year', 'financial_year', '2026-04-01', '2027-03-31');
		expect(periodRelations([...quarters, year])).toContainEqual({
			whole: 'year',
			parts: ['Q1', 'Q2', 'Q3', 'Q4']
		});
	});

	it('a running total contains the last one: what is left over is the step', () => {
		const half = period('H1', 'rolling', '2026-04-01', '2026-09-30');
		const three = period('Q1-Q3', 'rolling', '2026-04-01', '2026-12-31');
		const found = periodRelations([...quarters, half, three]);
		expect(found).toContainEqual({ whole: 'Q1-Q3', parts: ['H1'] });
		expect(found).toContainEqual({ whole: 'H1', parts: ['Q1', 'Q2'] });
	});

	it('a census day is no part of its year', () => {
		const day = period('day', 'snapshot', '2026-05-01', '2026-05-01');
		const year = period('year', 'calendar_year', '2026-01-01', '2026-12-31');
		expect(periodRelations([day, year])).toEqual([]);
	});
});
