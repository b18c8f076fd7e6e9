import { records, type Table } from '../../domain/table.ts';
import { type About, heading } from './about.ts';
import { csv } from './csv.ts';
import { workbook } from './workbook.ts';

// A table as a file to keep: its body, its type, and a name that says which edition it is from.

export const formats = ['json', 'csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];

export const contentTypes: Record<Format, string> = {
	json: 'application/json; charset=utf-8',
	csv: 'text/csv; charset=utf-8; header=present',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

export interface File {
	body: string | Uint8Array<ArrayBuffer>;
	headers: Record<string, string>;
}

/** The table in one format. JSON is shown; CSV and spreadsheets are offered for saving. */
export async function file(table: Table, about: About, format: Format): Promise<File> {
	switch (format) {
		case 'json':
			return made(JSON.stringify({ ...heading(about), data: records(table) }), about, format);
		case 'csv':
			return made(csv(table), about, format);
		case 'xlsx':
			return made((await workbook(table, about)) as Uint8Array<ArrayBuffer>, about, format);
	}
}

function made(body: File['body'], about: About, format: Format): File {
	return { body, headers: headersOf(about, format) };
}

/** Type, name and open access of a file. */
export function headersOf(about: Pick<About, 'name' | 'edition'>, format: Format) {
	const name = `${about.name}-${about.edition.publishedAt.slice(0, 10)}.${format}`;
	return {
		'content-type': contentTypes[format],
		'content-disposition': `${format === 'json' ? 'inline' : 'attachment'}; filename="${name}"`,
		'access-control-allow-origin': '*'
	};
}
