import { describe, expect, test } from 'vitest';
import { findSheet, repeated } from '../../../src/lib/domain/import/sheet.ts';

const grid = (text: string) =>
	text
		.trim()
		.split('\n')
		.map((line) => line.trim().split(';'));

describe('the table in a sheet is found, with the row numbers of the sheet', () => {
	test.each<[string, string, string[], number[]]>([
		['header in the first row', 'Area;Count\nNorth;12\nSouth;9', ['Area', 'Count'], [2, 3]],
		[
			'titles and a blank row above',
			'Return of partners\nQuarter 2\n;\nArea;Count\nNorth;12',
			['Area', 'Count'],
			[5]
		],
		[
			'a merged heading over two columns',
			'Area;2024/25;;2025/26;\n;Count;Base;Count;Base\nNorth;1;2;3;4',
			['Area', '2024/25 | Count', '2024/25 | Base', '2025/26 | Count', '2025/26 | Base'],
			[3]
		],
		[
			'years as headers',
			'Area code;Area name;2021;2022\nE1;North;10;11\nE2;South;12;13',
			['Area code', 'Area name', '2021', '2022'],
			[2, 3]
		],
		[
			'a year in each row',
			'Area;Year;Count\nNorth;2021;10\nNorth;2022;11',
			['Area', 'Year', 'Count'],
			[2, 3]
		],
		['marks in place of numbers', 'Area;Count\nNorth;*\nSouth;[z]', ['Area', 'Count'], [2, 3]],
		[
			'a blank row inside and notes below',
			'Area;Count\nNorth;12\n;\nSouth;9\n;\nSource: partners\nNote: provisional',
			['Area', 'Count'],
			[2, 4]
		],
		[
			'a header over one merged cell',
			';Participants;\nArea;Women;Men\nNorth;12;9',
			['Area', 'Participants | Women', 'Participants | Men'],
			[3]
		],
		['a column without a header', 'Area;Count;\nNorth;12;x', ['Area', 'Count', ''], [2]]
	])('%s', (_, text, headers, rows) => {
		const sheet = findSheet(grid(text));
		expect(sheet?.headers).toEqual(headers);
		expect(sheet?.body.map(({ row }) => row)).toEqual(rows);
	});

	test('titles and notes are kept apart from the figures', () => {
		const sheet = findSheet(grid('A title\n;\nArea;Count\nNorth;12\n;\nSource: partners'));
		expect(sheet?.titles).toEqual(['A title']);
		expect(sheet?.notes).toEqual(['Source: partners']);
	});
});

describe('no table', () => {
	test.each([
		['nothing', ''],
		['words only', 'Area;Count\nNorth;many'],
		['no header', '1;2\n3;4'],
		['one column', 'Count\n12\n13']
	])('%s', (_, text) => {
		expect(findSheet(grid(text))).toBeUndefined();
	});
});

test('a header that stands twice is named once', () => {
	expect(repeated(['Area', 'Count', 'count', 'Base', 'COUNT', ''])).toEqual(['count', 'COUNT']);
	expect(repeated(['Area', 'Count', ''])).toEqual([]);
});
