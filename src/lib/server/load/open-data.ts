import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The shapes of the files under static/open-data, and the one place that reads them.

/** Equal-length columns of one part of a table, in the order of `codes`. */
export interface Columns {
	codes: string[];
	/** One array a column; null = not collected. */
	values: (number | null)[][];
}

export interface CensusTable {
	table: string;
	title: string;
	columns: string[];
	/** Absent where neighbourhoods are not shown (all 19 ethnic groups). */
	neighbourhoods?: Columns;
	/** Absent where no district table exists (TS066). */
	districts?: Columns;
}

export interface Rows<T extends unknown[]> {
	title: string;
	columns: string[];
	rows: T[];
}

export interface Comparators {
	region: { code: string; name: string; districts: string[] };
	combinedAuthority: { code: string; name: string };
	country: { code: string; name: string };
	neighbours: [code: string, name: string][];
	similar: [code: string, name: string][];
	districts: [code: string, name: string][];
}

export interface SeriesFile {
	title: string;
	publisher: string;
	url: string;
	series: Series[];
}

export interface Series {
	indicator: string;
	measure: string;
	unit: string;
	/** Start and length as published, e.g. `2022-01-01/P3Y`. */
	periods: string[];
	areas: Record<string, SeriesOfArea>;
}

export interface SeriesOfArea {
	value: (number | null)[];
	lower?: (number | null)[];
	upper?: (number | null)[];
	/** By period: x = not available, u = low reliability. */
	status?: Record<string, string>;
	notes?: Record<string, string>;
}

export interface ManifestFile {
	path: string;
	title: string;
	source: string;
	vintage: string;
	caveats: string | null;
	bytes: number;
	sha256: string;
}

export interface Manifest {
	title: string;
	prepared: string;
	files: ManifestFile[];
}

/** Reads one file of the open data by its path below the root. */
export type Read = <T>(path: string) => T;

export function reader(root: string): Read {
	return <T>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
}
