import type { PGlite } from '@electric-sql/pglite';
import { CompiledQuery, type Kysely } from 'kysely';
import pg from 'pg';

// COPY: the way in for many rows at once, in one format for both databases. A server takes it from the
// wire; the embedded database ends when it is asked to, and takes it from memory beside the wire instead.
// Kysely knows no COPY, but lets whoever opens a connection say what a cursor is: here it is a COPY.

/** Writes lines in one go, in the transaction of `db` where it is one. @param statement copy … from stdin */
export async function copyIn<Tables>(
	db: Kysely<Tables>,
	statement: string,
	lines: Uint8Array
): Promise<void> {
	const nothing = db.getExecutor().stream(CompiledQuery.raw(statement, [lines]), 1);
	for await (const _ of nothing);
}

/** What pg gives to whoever speaks on the wire. */
interface Wire {
	query(text: string): void;
	sync(): void;
	sendCopyFromChunk(chunk: Buffer): void;
	endCopyFrom(): void;
}

/** What both have in common: the end, which is told when the server is ready for something else. */
class Copy {
	readonly #end = Promise.withResolvers<void>();
	protected readonly statement: string;
	protected readonly lines: Uint8Array;

	constructor(statement: string, [lines]: readonly unknown[]) {
		this.statement = statement;
		this.lines = lines as Uint8Array;
		// Whoever reads the end hears of a fault; nobody needs to hear of it twice.
		this.#end.promise.catch(() => {});
	}
	handleCommandComplete(): void {}
	handleReadyForQuery(): void {
		this.#end.resolve();
	}
	handleError(fault: Error): void {
		this.#end.reject(fault);
	}
	/** A copy has no rows; asking for them waits for its end. */
	async read(): Promise<never[]> {
		await this.#end.promise;
		return [];
	}
	async close(): Promise<void> {
		await this.#end.promise.catch(() => {});
	}
}

/** On a server. */
export class CopyFromWire extends Copy {
	submit(wire: Wire): void {
		wire.query(this.statement);
	}
	handleCopyInResponse(wire: Wire): void {
		const { buffer, byteOffset, byteLength } = this.lines;
		wire.sendCopyFromChunk(Buffer.from(buffer, byteOffset, byteLength));
		wire.endCopyFrom();
	}
}

/** On the embedded database, which has one session: what is asked beside the wire is in its transaction. */
export const copyFromMemory = (pglite: PGlite) =>
	class CopyFromMemory extends Copy {
		submit(wire: Wire): void {
			const statement = this.statement.replace(/from stdin/i, "from '/dev/blob'");
			const blob = new Blob([new Uint8Array(this.lines)]);
			pglite
				.query(statement, [], { blob })
				.catch((fault: Error) => this.handleError(fault))
				.finally(() => wire.sync());
		}
	};

/** Copies lines of CSV into a table made for them; the time in milliseconds that an import is measured against. */
export async function timeCopy(url: string, columns: string, csv: string): Promise<number> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query('drop table if exists copied');
		await client.query(`create table copied (${columns})`);
		const started = performance.now();
		const copy = new CopyFromWire('copy copied from stdin with (format csv)', [Buffer.from(csv)]);
		client.query(copy as unknown as pg.Submittable);
		await copy.read();
		return performance.now() - started;
	} finally {
		await client.end();
	}
}
