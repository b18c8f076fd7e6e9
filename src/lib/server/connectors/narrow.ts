import { parse } from 'csv-parse';
import Papa from 'papaparse';
import { joined } from '../../domain/connector/paging.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import { MOST_ROWS } from '../import/limits.ts';

// Some services give the whole country or nothing. Where that is more than an import may have, only the
// rows that the reading wants go on; the answer itself is kept as it came.

export async function narrowed(text: string, { only = [] }: Mapping): Promise<string> {
	if (only.length === 0 || (joined([text])?.rows ?? 0) <= MOST_ROWS) return text;
	const wanted = new Map(only.map(({ header, is }) => [plain(header), plain(is)]));
	let places: [at: number, is: string][] = [];
	const rows: string[][] = [];
	const records = parse(text, { bom: true, relax_column_count: true, relax_quotes: true });
	for await (const cells of records as AsyncIterable<string[]>) {
		if (rows.length === 0) {
			rows.push(cells);
			places = cells.flatMap((header, at) => {
				const is = wanted.get(plain(header));
				return is === undefined ? [] : [[at, is] as [number, string]];
			});
		} else if (places.every(([at, is]) => plain(cells[at] ?? '') === is)) rows.push(cells);
	}
	return Papa.unparse(rows, { newline: '\n' }) + '\n';
}

const plain = (text: string): string => text.trim().toLowerCase();
