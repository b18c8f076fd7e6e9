import type { Table } from '$lib/domain/table.ts';
import { csv } from '$lib/server/export/csv.ts';
import { contentTypes } from '$lib/server/export/file.ts';

// A file to save that is named by its page. Those that carry an edition and sources: download.ts.

const headers = (format: 'csv' | 'xlsx', name: string) => ({
	'content-type': contentTypes[format],
	'content-disposition': `attachment; filename="${name}.${format}"`
});

/** A table as a CSV file. */
export const csvFile = (table: Table, name: string): Response =>
	new Response(csv(table), { headers: headers('csv', name) });

/** A file for who signed in alone: nothing between keeps a copy. */
export const ownFile = (bytes: Uint8Array, format: 'csv' | 'xlsx', name: string): Response =>
	new Response(Buffer.from(bytes), {
		headers: { ...headers(format, name), 'cache-control': 'private, no-store' }
	});
