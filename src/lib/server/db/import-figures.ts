import type { Db } from './client.ts';
import { copyIn } from './copying.ts';

// Figures read from a file, until somebody takes them over or discards the file.

const COLUMNS = [
	...['import', 'indicator', 'period', 'rows', 'areas', 'breakdowns'],
	...['numerators', 'denominators', 'amounts', 'lowers', 'uppers'],
	...['states', 'provisionals', 'estimates', 'notes']
];

/** A batch as the worker wrote it (server/import/part-lines.ts): nobody here opens it. */
export function addFigures(db: Db, lines: Uint8Array): Promise<void> {
	return copyIn(db, `copy import_parts (${COLUMNS.join(', ')}) from stdin`, lines);
}

export async function dropFigures(db: Db, ids: string | readonly string[]): Promise<void> {
	await db.deleteFrom('import_parts').where('import', 'in', [ids].flat()).execute();
}
