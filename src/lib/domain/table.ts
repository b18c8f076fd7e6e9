// A table as it leaves the product: columns that say what they hold, and rows of plain cells. One
// description makes the CSV, its CSVW metadata, the spreadsheet and the JSON, so they cannot differ.

/** A list stands for several values in one cell: joined with "; " in files, a list in JSON. */
export type Cell = string | number | boolean | null | readonly string[];

export type Datatype = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'dateTime' | 'anyURI';

export interface Heading {
	/** Key in JSON and CSVW: lower case with underscores. */
	name: string;
	/** Plain words: the header of the column in files. */
	title: string;
	datatype: Datatype;
	description: string;
	/** Never missing; other columns may be blank. */
	isRequired?: boolean;
	isList?: boolean;
	/** Decimals that a spreadsheet shows; the cell holds the number as it is. */
	decimals?: number;
}

/** A heading and how to fill its cells from a row of the source. */
export interface Column<Row> extends Heading {
	of(row: Row): Cell;
}

export interface Table {
	columns: readonly Heading[];
	rows: readonly (readonly Cell[])[];
	/** Names of the columns that together tell the rows apart. */
	key: readonly string[];
}

export const LIST_SEPARATOR = '; ';

export function table<Row>(
	columns: readonly Column<Row>[],
	source: readonly Row[],
	key: readonly string[]
): Table {
	const headings = columns.map(({ of: _, ...heading }) => heading);
	return { columns: headings, rows: source.map((row) => columns.map((c) => c.of(row))), key };
}

/** Rows as objects, for JSON. */
export function records({ columns, rows }: Table): Record<string, Cell>[] {
	return rows.map((row) =>
		Object.fromEntries(columns.map((column, index) => [column.name, row[index] ?? null]))
	);
}

/** Columns as lists, for compact JSON: `{ area_code: [...], value: [...] }`. */
export function listed({ columns, rows }: Table): Record<string, Cell[]> {
	return Object.fromEntries(
		columns.map((column, index) => [column.name, rows.map((row) => row[index] ?? null)])
	);
}

/** Without the noise of binary fractions: 12 significant digits hold every published figure. */
export function tidy(value: number | null): number | null {
	return value === null ? null : Number(value.toPrecision(12));
}

/** Shape of one cell of a column, as JSON Schema (the dialect of OpenAPI 3.1). */
export function cellSchema({ datatype, isList, isRequired, description }: Heading): object {
	if (isList) return { type: 'array', items: { type: 'string' }, description };
	const type = jsonType(datatype);
	const format = jsonFormat(datatype);
	return { type: isRequired ? type : [type, 'null'], ...(format ? { format } : {}), description };
}

/** Shape of one row as an object, as JSON Schema. */
export function rowSchema(columns: readonly Heading[]): object {
	return {
		type: 'object',
		required: columns.map((column) => column.name),
		properties: Object.fromEntries(columns.map((column) => [column.name, cellSchema(column)])),
		additionalProperties: false
	};
}

function jsonType(datatype: Datatype): string {
	switch (datatype) {
		case 'number':
		case 'integer':
		case 'boolean':
			return datatype;
		default:
			return 'string';
	}
}

function jsonFormat(datatype: Datatype): string | undefined {
	switch (datatype) {
		case 'date':
			return 'date';
		case 'dateTime':
			return 'date-time';
		case 'anyURI':
			return 'uri';
		default:
			return undefined;
	}
}
