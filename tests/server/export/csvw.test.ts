import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/lib/server/export/csv.ts';
import { csvw } from '../../../src/lib/server/export/csvw.ts';
import { figures } from '../../../src/lib/server/export/tables/figures.ts';
import { about, figure, reference } from './made.ts';

const table = figures([figure()], reference);
const described = csvw(table, about, 'w99.csv') as {
	url: string;
	tableSchema: {
		columns: { name: string; titles: string; required?: boolean }[];
		primaryKey: string[];
	};
};

describe('metadata of a CSV', () => {
	it('names the file beside it', () => {
		expect(described.url).toBe('w99.csv');
	});
	it('has a title for each column of the file, in the file’s order', () => {
		const [header] = parse(csv(table), { to_line: 1 });
		expect(described.tableSchema.columns.map(({ titles }) => titles)).toEqual(header);
	});
	it('has names that are valid and differ, and a key made of them', () => {
		const names = described.tableSchema.columns.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(names.every((name) => /^[a-z][a-z0-9_]*$/.test(name))).toBe(true);
		expect(names).toEqual(expect.arrayContaining(described.tableSchema.primaryKey));
	});
	it('has the licence, the sources and the notes that the CSV has no room for', () => {
		expect(described).toMatchObject({
			'dc:license': { '@id': expect.stringContaining('open-government-licence') },
			'dc:source': [{ 'dc:title': 'Survey' }],
			'dc:issued': { '@value': '2026-11-22T10:00:00.000Z' },
			notes: expect.arrayContaining([
				{ 'dc:title': 'Definition', 'dc:description': '=not a formula' }
			])
		});
	});
});
