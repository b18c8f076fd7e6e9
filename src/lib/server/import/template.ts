import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { LOCALITIES, WALSALL, WARDS_NOW, type Area } from '../../domain/area.ts';
import { formOf, type EntryForm } from '../../domain/entry/cell.ts';
import type { Indicator } from '../../domain/indicator.ts';

// A file to fill in for one indicator: its columns by the words that an import knows, its areas.

const MEASURES: Readonly<Record<EntryForm, readonly string[]>> = {
	share: ['Numerator', 'Denominator'],
	count: ['Numerator'],
	value: ['Value']
};
const WARDS = /ward|lsoa|msoa|neighbourhood/i;

export async function templateFile(
	indicator: Indicator,
	areas: readonly Area[],
	format: 'csv' | 'xlsx'
): Promise<Uint8Array> {
	const rows = templateRows(indicator, areas);
	if (format === 'csv') return new TextEncoder().encode(`\ufeff${Papa.unparse(rows)}\r\n`);
	const width = (at: number) => Math.max(...rows.map((row) => row[at]?.length ?? 0)) + 2;
	return writeXlsx({
		sheets: [
			{
				name: indicator.code,
				rows: rows.map((row) => [...row]),
				columns: (rows[0] ?? []).map((_, at) => ({ width: width(at) })),
				freezePane: { rows: 1 }
			},
			{ name: 'How to fill it in', columns: [{ width: 90 }], rows: HELP.map((line) => [line]) }
		]
	});
}

function templateRows(indicator: Indicator, areas: readonly Area[]): string[][] {
	const measures = MEASURES[formOf(indicator.valueKind, indicator.denominator !== null)];
	const header = ['Indicator', 'Area code', 'Area', 'Period', ...measures, 'Flag', 'Note'];
	const places = [
		...areas.filter(({ code }) => code === WALSALL),
		...areas.filter(({ vintage }) => vintage === LOCALITIES),
		...(WARDS.test(indicator.lowestGeography)
			? areas.filter(({ vintage }) => vintage === WARDS_NOW)
			: [])
	];
	const empty = measures.map(() => '');
	return [
		header,
		...places.map(({ code, name }) => [indicator.code, code, name, '', ...empty, '', ''])
	];
}

const HELP = [
	'Write the period in each row: 2026/27 Q2, 2025/26, 2025, July 2026 or 30/06/2026.',
	'Numerator: how many. Denominator: out of how many. Percentages are worked out from them.',
	'Write 0 for nought. Where there is no number: * suppressed, [x] not collected, [w] not yet published, [z] not applicable.',
	'Flag: p for provisional, e for estimated.',
	'Add a column called Sex or Age for groups.'
];
