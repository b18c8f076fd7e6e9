import type { Edition } from '$lib/domain/edition.ts';
import type { Parameters, Values } from '$lib/domain/parameters.ts';
import type { Table } from '$lib/domain/table.ts';
import type { Db } from '$lib/server/db/client.ts';
import type { Fact } from '$lib/server/export/about.ts';
import type { Format } from '$lib/server/export/file.ts';
import type { Reference } from '$lib/server/export/reference.ts';

// One address of the interface: what it takes, what it gives, and the shape of that. The server
// answers from this and the OpenAPI document is written from it, so the two cannot part.

export interface Endpoint<P extends Parameters = Parameters> {
	/** Below /api/v1, with names in braces: `/series/{code}/{area}`. */
	path: string;
	/** Name of the operation in generated clients. */
	id: string;
	summary: string;
	description?: string;
	parameters: P;
	/** Words for the names in braces. */
	names?: Record<string, { description: string; example: string }>;
	formats: readonly Format[];
	/** JSON Schema of `data`. */
	shape: object;
	/** JSON Schemas of what stands beside `data`, such as `indicator` and `area`. */
	beside?: Record<string, object>;
	/** Long lists come in pages, by `limit` and `offset`. */
	isPaged?: boolean;
	answer(asked: Asked<Values<P>>): Promise<Answer>;
}

export interface Asked<V> {
	db: Db;
	edition: Edition;
	/** The edition's instant, for queries. */
	at: string;
	reference: Reference;
	/** Values of the names in braces. */
	named: Record<string, string>;
	values: V;
}

/** What an endpoint found. */
export interface Answer {
	title: string;
	/** Beside `data`: `{ indicator: …, area: … }`. */
	beside?: Record<string, unknown>;
	/** Rows. */
	table?: Table;
	/** Rows with more columns, for CSV and spreadsheets, which have no place beside the rows. */
	whole?: () => Table;
	/** How JSON shows the rows: one object a row, or one list a column. Rows by default. */
	as?: 'rows' | 'columns';
	/** In place of a table. */
	data?: unknown;
	/** Rows in all, when the table is one page of them. */
	total?: number;
	/** Codes of the sources of what is shown. */
	sources?: Iterable<string | null>;
	notes?: readonly Fact[];
}

/** Keeps the types of an endpoint's parameters while it joins the list of all. */
export function endpoint<P extends Parameters>(given: Endpoint<P>): Endpoint {
	return given as unknown as Endpoint;
}

/** The values of a path's names, if the path is this endpoint's. */
export function matches({ path }: Endpoint, asked: string): Record<string, string> | undefined {
	const parts = path.split('/');
	const given = asked.split('/');
	if (parts.length !== given.length) return undefined;
	const named: Record<string, string> = {};
	for (const [place, part] of parts.entries()) {
		const text = given[place] ?? '';
		if (part.startsWith('{')) named[part.slice(1, -1)] = text;
		else if (part !== text) return undefined;
	}
	return named;
}
