import { error } from '@sveltejs/kit';
import { type Parameters, readParameters, type Values } from '$lib/domain/parameters.ts';
import { readElsewhere } from '$lib/domain/parameter-kinds.ts';
import type { Table } from '$lib/domain/table.ts';
import type { About } from '$lib/server/export/about.ts';
import { csvw } from '$lib/server/export/csvw.ts';
import { file, type Format, headersOf } from '$lib/server/export/file.ts';
import type { Reference } from '$lib/server/export/reference.ts';

// What all downloads share: the name of a file taken apart, its address held to a list, the answer.

export interface Wanted {
	name: string;
	format: Format | 'csvw';
}

const FILE = /^([a-z0-9-]+)\.(csv-metadata\.json|csv|xlsx|json)$/i;

/** `w04.csv` → w04 as CSV; undefined for anything that is not the name of a download. */
export function wantedFile(file: string): Wanted | undefined {
	const [, name, extension] = FILE.exec(file) ?? [];
	if (!name || !extension) return undefined;
	const isMetadata = extension.toLowerCase() === 'csv-metadata.json';
	return {
		name: name.toLowerCase(),
		format: isMetadata ? 'csvw' : (extension.toLowerCase() as Format)
	};
}

const edition = readElsewhere('The edition', '2026-11-22');

/** The address's parameters; whoever asks for what a file does not have is told what it has. */
export function parametersOf<P extends Parameters>(
	parameters: P,
	url: URL,
	reference: Reference
): Values<P> {
	const read = readParameters({ ...parameters, edition }, url.searchParams, reference);
	if ('values' in read) return read.values as Values<P>;
	const [first] = read.wrong;
	const allowed = first?.allowed ? ` You can use: ${first.allowed.join(', ')}.` : '';
	return error(400, `${first?.detail ?? ''}${allowed}`);
}

/** The file, or the metadata of its CSV. */
export async function download(
	table: Table,
	about: About,
	{ name, format }: Wanted
): Promise<Response> {
	if (format !== 'csvw') {
		const made = await file(table, about, format);
		return new Response(made.body, { headers: made.headers });
	}
	return new Response(JSON.stringify(csvw(table, about, `${name}.csv`), null, '\t'), {
		headers: {
			...headersOf(about, 'json'),
			'content-type': 'application/csvm+json; charset=utf-8'
		}
	});
}

export function noSuchFile(file: string): never {
	return error(404, `We publish no file called ${file}. The data page lists those we publish.`);
}
