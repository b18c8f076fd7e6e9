import { writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { ImportProblem } from '../../domain/import/problem.ts';
import type { Grid } from '../../domain/import/sheet.ts';
import { decode } from './decode.ts';
import { cellsOf } from './delimited.ts';
import { kindOf } from './kind.ts';
import { sheetsOf } from './workbook.ts';

// The cells of a file as they came, with one column before them that says what is wrong in each row.

export interface Marking {
	readonly bytes: Uint8Array;
	readonly sheet: string | undefined;
	readonly problems: readonly ImportProblem[];
	readonly format: 'csv' | 'xlsx';
}

export async function markedFile({ bytes, sheet, problems, format }: Marking): Promise<Uint8Array> {
	const rows = marked(await gridOf(bytes, sheet), problems);
	if (format === 'csv') {
		const text = Papa.unparse(rows, { escapeFormulae: true });
		return new TextEncoder().encode(`\ufeff${text}\r\n`);
	}
	return writeXlsx({
		sheets: [{ name: 'Problems', columns: [{ width: 60 }], rows }],
		stringMode: 'inline'
	});
}

async function gridOf(bytes: Uint8Array, wanted: string | undefined): Promise<Grid> {
	if (kindOf(bytes) === 'text') return cellsOf(decode(bytes).text).grid;
	const [first] = await sheetsOf(bytes, wanted);
	return first?.grid ?? [];
}

const HEADER = 'What is wrong';

function marked(grid: Grid, problems: readonly ImportProblem[]): string[][] {
	const byRow = Map.groupBy(problems, ({ row }) => row);
	const whole = (byRow.get(null) ?? []).map(said).join(' ');
	return [
		[[HEADER, whole].filter(Boolean).join(': ')],
		...grid.map((cells, at) => [
			(byRow.get(at + 1) ?? []).map(said).join(' '),
			...cells.map((cell) => cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd'))
		])
	];
}

const said = ({ kind, column, message }: ImportProblem): string =>
	`${kind === 'error' ? 'Error' : 'Warning'}${column ? ` in “${column}”` : ''}: ${message}`;
