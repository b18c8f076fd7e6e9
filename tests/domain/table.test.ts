import { describe, expect, it } from 'vitest';
import {
	type Column,
	listed,
	records,
	rowSchema,
	table,
	tidy
} from '../../src/lib/domain/table.ts';

interface Row {
	code: string;
	value: number | null;
	flags: string[];
}

const columns: Column<Row>[] = [
	{
		name: 'code',
		title: 'Code',
		datatype: 'string',
		description: 'c',
		isRequired: true,
		of: (row) => row.code
	},
	{ name: 'value', title: 'Value', datatype: 'number', description: 'v', of: (row) => row.value },
	{
		name: 'flags',
		title: 'Flags',
		datatype: 'string',
		description: 'f',
		isList: true,
		of: (row) => row.flags
	}
];
const made = table(
	columns,
	[
		{ code: 'a', value: 0, flags: [] },
		{ code: 'b', value: null, flags: ['x', 'y'] }
	],
	['code']
);

describe('one table, three shapes', () => {
	it('rows as objects: nought is nought and missing is null', () => {
		expect(records(made)).toEqual([
			{ code: 'a', value: 0, flags: [] },
			{ code: 'b', value: null, flags: ['x', 'y'] }
		]);
	});
	it('columns as lists of equal length', () => {
		expect(listed(made)).toEqual({ code: ['a', 'b'], value: [0, null], flags: [[], ['x', 'y']] });
	});
	it('the headings hold no functions: nothing of the source goes along', () => {
		expect(made.columns.every((heading) => !('of' in heading))).toBe(true);
	});
	it('the shape of a row names every column, and null only where a cell may be blank', () => {
		expect(rowSchema(columns)).toMatchObject({
			required: ['code', 'value', 'flags'],
			additionalProperties: false,
			properties: {
				code: { type: 'string' },
				value: { type: ['number', 'null'] },
				flags: { type: 'array' }
			}
		});
	});
});

describe('tidy takes away binary noise and nothing that was published', () => {
	it.each([
		[0.1 + 0.2, 0.3],
		[2.7, 2.7],
		[54685992, 54685992],
		[0, 0],
		[-1.5, -1.5],
		[null, null]
	])('%s', (value, expected) => {
		expect(tidy(value)).toBe(expected);
	});
});
