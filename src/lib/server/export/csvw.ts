import { type Heading, LIST_SEPARATOR, type Table } from '../../domain/table.ts';
import { type About, notes } from './about.ts';
import { LICENCE, PUBLISHER } from './licence.ts';

// CSV on the Web (W3C, tabular metadata): what each column of the CSV holds, and what the CSV itself
// has no room for. It lives at the CSV's own address with `-metadata.json` after it, where readers of
// the standard look for it.

/** Metadata of the CSV file called `file`, beside it. */
export function csvw(table: Pick<Table, 'columns' | 'key'>, about: About, file: string): object {
	return {
		'@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
		url: file,
		'dc:title': about.title,
		'dc:description': about.description,
		'dc:publisher': PUBLISHER,
		'dc:issued': { '@value': about.edition.publishedAt, '@type': 'xsd:dateTime' },
		'dc:license': { '@id': LICENCE.url },
		'dc:source': about.sources.map(({ publisher, title, url }) => ({
			'dc:publisher': publisher,
			'dc:title': title,
			...(url ? { '@id': url } : {})
		})),
		dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"', doubleQuote: true },
		notes: notes(about).map(({ term, text }) => ({ 'dc:title': term, 'dc:description': text })),
		tableSchema: { columns: table.columns.map(column), primaryKey: table.key }
	};
}

function column({ name, title, datatype, description, isRequired, isList }: Heading): object {
	return {
		name,
		titles: title,
		datatype,
		'dc:description': description,
		...(isRequired ? { required: true } : { null: '' }),
		...(isList ? { separator: LIST_SEPARATOR } : {})
	};
}
