import { fromStates, stateAfter, type ImportStep } from '../../domain/import/import-state.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import type { Db, Trx } from './client.ts';
import { dropFigures } from './import-figures.ts';

// A file or an extract as it came, and the steps that it takes until somebody decides.

export interface NewImport {
	id: string;
	kind: 'file' | 'pull';
	name: string;
	sha256: string;
	content: Uint8Array;
	sourceText: string | null;
	licence: string | null;
	extractedOn: string | null;
	address: string | null;
	mapping: Mapping;
	madeBy: string;
}

export async function add(trx: Trx, given: NewImport, now: Date): Promise<void> {
	await trx
		.insertInto('imports')
		.values({
			id: given.id,
			kind: given.kind,
			name: given.name,
			bytes: given.content.length,
			sha256: given.sha256,
			content: Buffer.from(given.content),
			source_text: given.sourceText,
			licence: given.licence,
			extracted_on: given.extractedOn,
			address: given.address,
			mapping: JSON.stringify(given.mapping),
			state: 'received',
			message: null,
			made_by: given.madeBy,
			made_at: now
		})
		.execute();
}

/** Takes a step when the import is where the step may begin; says whether it was taken. */
export async function take(
	db: Db,
	id: string,
	step: ImportStep,
	also: Changes = {}
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('imports')
		.set({ state: stateAfter(step), ...also })
		.where('id', '=', id)
		.where('state', 'in', [...fromStates(step)])
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

export interface Changes {
	mapping?: string;
	reading?: string | null;
	periods?: string;
	problems?: string;
	errors?: number;
	warnings?: number;
	figures?: number;
	progress?: number;
	message?: string | null;
	decided_by?: string;
	decided_at?: Date;
}

export async function progress(db: Db, id: string, share: number): Promise<void> {
	await db
		.updateTable('imports')
		.set({ progress: share })
		.where('id', '=', id)
		.where('state', '=', 'reading')
		.execute();
}

/** Imports whose reading was cut off by the end of the program: they wait to be read again. */
export async function resetInterrupted(db: Db): Promise<number> {
	const rows = await db
		.updateTable('imports')
		.set({
			state: stateAfter('interrupt'),
			progress: 0,
			message: 'Reading was cut off when the program stopped. Read the file again.'
		})
		.where('state', '=', 'reading')
		.returning('id')
		.execute();
	if (rows.length > 0)
		await dropFigures(
			db,
			rows.map(({ id }) => id)
		);
	return rows.length;
}
