import { describe, expect, test } from 'vitest';
import type { Area } from '../../../src/lib/domain/area.ts';
import { gazetteer } from '../../../src/lib/domain/import/area-text.ts';
import { guessColumns } from '../../../src/lib/domain/import/columns.ts';
import type { ImportContext, Measured } from '../../../src/lib/domain/import/record.ts';
import { readRecords } from '../../../src/lib/domain/import/records.ts';
import { findSheet } from '../../../src/lib/domain/import/sheet.ts';

const area = (code: string, name: string, given: Partial<Area> = {}): Area => ({
	code,
	name,
	level: 'locality',
	vintage: 'any',
	slug: name,
	validFrom: null,
	validTo: null,
	isLocal: true,
	note: null,
	...given
});
const areas = gazetteer([
	area('WLOC01', 'North'),
	area('WLOC02', 'South'),
	area('E08000030', 'Walsall'),
	area('E05001309', 'Pelsall', { validTo: '2026-05-06' }),
	area('E05017009', 'Pelsall', { validFrom: '2026-05-07' })
]);
const percent: Measured = {
	code: 'C08',
	rule: { valueKind: 'percent', multiplier: 100, disclosureRule: 'people', form: 'share' },
	periodKinds: ['quarter']
};
const yearly: Measured = {
	code: 'Y03',
	rule: { valueKind: 'percent', multiplier: 100, disclosureRule: 'open', form: 'value' },
	periodKinds: ['academic_year']
};
const context: ImportContext = {
	areas,
	indicators: new Map([
		['c08', percent],
		['y03', yearly]
	]),
	groups: new Map([
		['persons', 'all'],
		['all', 'all'],
		['female', 'female'],
		['women', 'female'],
		['male', 'male'],
		['65+', 'age-65']
	]),
	indicator: 'C08',
	period: '2026/27 Q2'
};

describe('figures are read from long and wide sheets alike', () => {
	test('numerator and denominator by area', () => {
		const { figures, problems } = read('Locality;Number;Base\nNorth;61;85\nSouth;0;40');
		expect(figures).toMatchObject([
			{ row: 2, indicator: 'C08', area: 'WLOC01', numerator: 61, denominator: 85, state: 'known' },
			{ row: 3, area: 'WLOC02', numerator: 0, denominator: 40, state: 'known' }
		]);
		expect(figures.map(({ period }) => period.id)).toEqual(['FY2026-Q2', 'FY2026-Q2']);
		expect(codes(problems)).toEqual(['area by name', 'area by name']);
	});

	test('quarters side by side', () => {
		const text = 'Area code;Q1 2026/27;;Q2 2026/27;\n;Number;Base;Number;Base\nWLOC01;1;2;3;4';
		const { figures, problems } = read(text, { period: undefined });
		expect(problems).toEqual([]);
		expect(figures).toMatchObject([
			{ numerator: 1, denominator: 2, period: { id: 'FY2026-Q1' } },
			{ numerator: 3, denominator: 4, period: { id: 'FY2026-Q2' } }
		]);
	});

	test('women and men as rows, with everyone', () => {
		const text =
			'Area code;Sex;Number;Base\nWLOC01;Persons;9;10\nWLOC01;Female;4;5\nWLOC01;Male;5;5';
		expect(read(text).figures.map(({ breakdown }) => breakdown)).toEqual(['all', 'female', 'male']);
	});

	test('another indicator in each row', () => {
		const text =
			'Indicator;Area code;Period;Value\nY03;E08000030;2024/25;42%\ny03;E08000030;2023/24;41%';
		const { figures, problems } = read(text, { indicator: undefined, period: undefined });
		expect(problems).toEqual([]);
		expect(figures.map(({ period, value }) => [period.id, value])).toEqual([
			['AY2024', 42],
			['AY2023', 41]
		]);
	});

	test('shares as fractions become percentages, and it is said', () => {
		const { figures, problems } = read('Area code;Value\nWLOC01;0.42\nWLOC02;1', {
			indicator: 'Y03',
			period: '2024/25'
		});
		expect(figures.map(({ value }) => value)).toEqual([42, 100]);
		expect(codes(problems)).toEqual(['share as fraction']);
	});

	test.each([
		['*', 'suppressed'],
		['[x]', 'not collected'],
		['n/a', 'not applicable'],
		['tbc', 'not yet published']
	])('the mark %s', (mark, state) => {
		const { figures, problems } = read(`Area code;Number;Base\nWLOC01;${mark};85`);
		expect(problems).toEqual([]);
		expect(figures).toMatchObject([{ state, numerator: null, denominator: null }]);
	});

	test('a blank is told apart from nought', () => {
		const { figures, problems } = read('Area code;Number;Note\nWLOC01;;late\nWLOC02;0;');
		expect(figures.map(({ state }) => state)).toEqual(['not collected', 'known']);
		expect(codes(problems)).toEqual(['blank']);
	});

	test('flags and notes stay with their figure', () => {
		const { figures } = read(
			'Area code;Number;Base;Flag;Note\nWLOC01;6 [e];8;provisional;late form'
		);
		expect(figures).toMatchObject([{ provisional: true, estimated: true, note: 'late form' }]);
	});
});

describe('every problem at once, by row and column, and what to do', () => {
	test.each<[string, string, Partial<ImportContext>, (string | number | null)[]]>([
		['unknown area', 'Area code;Number;Base\nWLOC01;1;2\nE05999999;1;2', {}, ['unknown area', 3]],
		['old ward', 'Area code;Number;Base\nE05001309;1;2', {}, ['area ended', 2]],
		['no area', 'Area code;Number;Base\nWLOC01;1;2\n;1;2', {}, ['no area', 3]],
		['period', 'Area code;Period;Number\nWLOC01;soon;1', {}, ['unknown period', 2]],
		['no period', 'Area code;Period;Number\nWLOC01;;1', { period: undefined }, ['no period', 2]],
		[
			'a year for a quarterly measure',
			'Area code;Period;Number\nWLOC01;2025;1',
			{},
			['period of another kind', 2]
		],
		['unclear mark', 'Area code;Number;Base\nWLOC01;-;2', {}, ['mark unclear', 2]],
		['formula', 'Area code;Number;Base\nWLOC02;1;2\nWLOC01;=A1;2', {}, ['cell', 3]],
		['words', 'Area code;Number;Base\nWLOC02;1;2\nWLOC01;many;2', {}, ['cell', 3]],
		[
			'percentage as a count',
			'Area code;Number;Base\nWLOC01;42%;2',
			{},
			['percent where a count belongs', 2]
		],
		['duplicate', 'Area code;Number;Base\nWLOC01;1;2\nWLOC01;1;2', {}, ['duplicate', 3]],
		[
			'unknown indicator',
			'Indicator;Area code;Number\nZ99;WLOC01;1',
			{ indicator: undefined },
			['unknown indicator', 2]
		],
		['unknown group', 'Area code;Sex;Number\nWLOC01;Other;1', {}, ['unknown group', 2]],
		[
			'two groups at once',
			'Area code;Sex;Age;Number\nWLOC01;Female;65+;1',
			{},
			['unknown group', 2]
		],
		['sum', 'Area code;Number;Base;Value\nWLOC01;61;85;42', {}, ['does not add up', 2]],
		['repeated header', 'Area code;Number;Number\nWLOC01;1;2', {}, ['repeated column', 1]],
		['nothing to read', 'Area code;Comment;Other\nWLOC01;1;2', {}, ['no column', null]]
	])('%s', (_, text, given, [code, row]) => {
		const { problems } = read(text, given);
		expect(problems.map((one) => [one.code, one.row])).toEqual([[code, row]]);
		expect(problems[0]?.message).toMatch(/\. |\.$/);
	});

	test('an ambiguous year is asked about once the indicator allows both', () => {
		const both = { ...yearly, periodKinds: ['academic_year', 'financial_year'] as const };
		const indicators = new Map([['y03', both]]);
		const given = { indicators, indicator: 'Y03', period: '2024/25' };
		expect(codes(read('Area code;Value\nWLOC01;4', given).problems)).toEqual(['period unclear']);
		const chosen = read('Area code;Value\nWLOC01;4', { ...given, periodKind: 'financial_year' });
		expect(chosen.figures.map(({ period }) => period.id)).toEqual(['FY2024']);
	});

	test('the wrong cell is quoted, not its neighbour', () => {
		const { problems } = read('Area code;Number;Base\nWLOC02;1;2\nWLOC01;#N/A;2');
		expect(problems[0]?.message).toMatch(/^“#N\/A” is an error/);
	});

	test('several at once', () => {
		const text = 'Area code;Number;Base\nNarnia;many;2\nWLOC01;1;2\nWLOC01;-;2';
		expect(codes(read(text).problems)).toEqual(['unknown area', 'cell', 'mark unclear']);
	});
});

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

function read(text: string, given: Partial<ImportContext> = {}) {
	const sheet = findSheet(
		text.split('\n').map((line) => line.split(';')),
		(cell) => areas.byCode.has(cell.toUpperCase())
	);
	if (!sheet) throw new Error(`no sheet in ${text}`);
	return readRecords(sheet, guessColumns(sheet, areas, context.indicators), {
		...context,
		...given
	});
}
