import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { figures } from '../../../src/lib/server/export/tables/figures.ts';
import { workbook } from '../../../src/lib/server/export/workbook.ts';
import { about, figure, reference } from './made.ts';

const rows = [
	figure(),
	figure({
		state: 'suppressed',
		value: null,
		lower: null,
		upper: null,
		numerator: null,
		denominator: null
	}),
	figure({ value: -3.5, note: '=HYPERLINK("https://example.org")' }),
	figure({ value: 0 })
];

describe('a spreadsheet read back', async () => {
	const made = await workbook(figures(rows, reference), about);
	const { sheets, properties } = await readXlsx(made, { readStyles: true });
	const [data, notes] = sheets;
	const place = (title: string) => data?.rows[0]?.indexOf(title) ?? -1;
	const column = (title: string) => data?.rows.slice(1).map((row) => row[place(title)] ?? null);

	it('has a sheet of data and a sheet of notes', () => {
		expect(sheets.map(({ name }) => name)).toEqual(['Data', 'Notes']);
		expect(properties?.title).toBe('A share');
	});
	it('holds real numbers: whole, negative and nought; a missing value is an empty cell', () => {
		expect(column('Value')).toEqual([12.345678, null, -3.5, 0]);
		expect(column('State')).toEqual(['Known', 'Hidden', 'Known', 'Known']);
		expect(column('Code')?.[1]).toBe('[c]');
	});
	it('shows them with the decimals of the indicator', () => {
		expect(data?.cells?.get(`1,${place('Value')}`)?.style?.numFmt).toBe('#,##0.0');
	});
	it('freezes the header', () => {
		expect(data?.freezePane?.rows).toBe(1);
	});
	it('holds text that looks like a formula as text', () => {
		expect(column('Note')?.[2]).toBe('=HYPERLINK("https://example.org")');
		expect(data?.cells?.get(`3,${place('Note')}`)?.formula).toBeUndefined();
		expect(notes?.rows.flat()).toContain('=not a formula');
	});
	it('says in its notes what must be known: definition, source, licence, date, edition, states', () => {
		const terms = notes?.rows.map((row) => row[0]);
		for (const term of ['Title', 'Definition', 'Source', 'Figures as at', 'Edition', 'Licence']) {
			expect(terms).toContain(term);
		}
		expect(terms).toContain('[c] Hidden');
		expect(notes?.rows.flat().join(' ')).toContain('22 November 2026');
	});
});
