import Papa from 'papaparse';
import { joined } from '../../domain/connector/paging.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import { MOST_ROWS } from '../import/limits.ts';

// Some services give the whole country or nothing. Where that is more than an import may have, only the
// rows that the reading wants go on; the answer itself is kept as it came.

export function narrowed(text: string, { only = [] }: Mapping): string {
	if (only.length === 0 || (joined([text])?.rows ?? 0) <= MOST_ROWS) return text;
	const wanted = new Map(only.map(({ header, is }) => [plain(header), plain(is)]));
	const [headers = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
	const places = headers.flatMap((header, at) => {
		const is = wanted.get(plain(header));
		return is === undefined ? [] : [{ at, is }];
	});
	const kept = rows.filter((cells) => places.every(({ at, is }) => plain(cells[at] ?? '') === is));
	return `${Papa.unparse([headers, ...kept], { newline: '\n' })}\n`;
}

const plain = (text: string): string => text.trim().toLowerCase();
