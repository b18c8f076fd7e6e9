import pg from 'pg';

// COPY from the client, as fast as the server takes it: what an import is measured against. The product
// itself sends JSON, which both databases take.

interface Wire {
	query(text: string): void;
	sendCopyFromChunk(chunk: Buffer): void;
	endCopyFrom(): void;
}

/** Copies lines of CSV into a table made for them; the time in milliseconds. */
export async function copyInto(url: string, columns: string, csv: string): Promise<number> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query('drop table if exists copied');
		await client.query(`create table copied (${columns})`);
		const started = performance.now();
		await new Promise<void>((resolve, reject) => {
			const copy = {
				submit: (wire: Wire) => wire.query('copy copied from stdin with (format csv)'),
				handleCopyInResponse: (wire: Wire) => {
					wire.sendCopyFromChunk(Buffer.from(csv));
					wire.endCopyFrom();
				},
				handleCommandComplete: () => {},
				handleError: reject,
				handleReadyForQuery: () => resolve()
			};
			client.query(copy as unknown as pg.Submittable);
		});
		return performance.now() - started;
	} finally {
		await client.end();
	}
}
