import { randomUUID } from 'node:crypto';
import type { Mapping } from '../../domain/import/mapping.ts';
import type { Person } from '../../domain/permission.ts';
import { type Db, transaction, transactionIf } from '../db/client.ts';
import * as differences from '../db/import-differences.ts';
import { addFigures, dropFigures } from '../db/import-figures.ts';
import * as steps from '../db/import-steps.ts';
import * as imports from '../db/imports.ts';
import * as indicators from '../db/indicators.ts';
import { readInWorker } from '../import/in-worker.ts';
import { FileRefused } from '../import/refused.ts';
import type { Done } from '../import/job.ts';
import type { Asked } from '../import/read-file.ts';
import { comparable } from './import-comparison.ts';
import { known } from './import-known.ts';
import { ELSEWHERE, importsSomething, mayHandle, NOBODYS, tidied, type Sent } from './imports.ts';
import { Refused } from './refused.ts';

// Reading goes on after the request that asked for it has been answered; the page shows how far it is.
// Figures go in by batches, so that on the embedded database readers come in between. Until the last
// one has landed the import is `reading`, and a program that starts clears what another left behind.

/** One at a time: a worker may use much memory. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Begins to read a received file, or to read it anew with what the person said.
 * @returns the reading, so that a command or a test can wait for it
 */
export async function read(
	db: Db,
	person: Person,
	{ id, mapping }: { id: string; mapping?: Mapping }
): Promise<{ reading: Promise<void> }> {
	const found = await imports.byId(db, id);
	if (!found || !mayHandle(person, found)) throw new Refused(ELSEWHERE);
	const used = tidied(mapping ?? found.mapping);
	const begun = await steps.take(db, id, 'read', {
		...{ mapping: JSON.stringify(used), progress: 0, message: null },
		...{ errors: 0, warnings: 0, figures: 0, problems: '[]' }
	});
	if (!begun) throw new Refused(ELSEWHERE);
	const reading = queue.then(() => readNow(db, id, used));
	queue = reading.catch(() => {});
	return { reading };
}

async function readNow(db: Db, id: string, mapping: Mapping): Promise<void> {
	// A batch on its way when reading fails must land before the figures are dropped, and none after it.
	let writing: Promise<void> = Promise.resolve();
	let isOver = false;
	const figures = (lines: Uint8Array) =>
		isOver ? Promise.resolve() : (writing = addFigures(db, lines));
	try {
		const asked = dropFigures(db, id).then(() => question(db, id, mapping));
		const done = await readInWorker(
			{ id, asked },
			{
				progress: (share) => void steps.progress(db, id, share).catch(() => {}),
				figures
			}
		);
		await steps.take(db, id, 'finish', {
			reading: JSON.stringify(done.reading),
			periods: JSON.stringify(done.periods),
			problems: JSON.stringify(done.problems),
			...{ errors: done.errors, warnings: done.warnings, figures: done.figures, progress: 1 }
		});
	} catch (fault) {
		isOver = true;
		await writing.catch(() => {});
		await refuse(db, id, fault);
		if (!(fault instanceof FileRefused)) throw fault;
	}
}

async function question(db: Db, id: string, mapping: Mapping): Promise<Asked> {
	const [bytes, facts] = await Promise.all([imports.content(db, id), known(db)]);
	return { bytes, mapping, known: facts };
}

async function refuse(db: Db, id: string, fault: unknown): Promise<void> {
	const message =
		fault instanceof FileRefused
			? fault.message
			: 'Reading failed on our side. Nothing was kept. Try once more, then tell an administrator.';
	await transaction(db, async (trx) => {
		await dropFigures(trx, id);
		await steps.take(trx, id, 'refuse', { message, reading: null, progress: 0 });
	});
}

export interface TriedOut extends Done {
	readonly compared: readonly differences.Group[];
	/** Indicators that the person has no duty for: what is held of them is not told. */
	readonly foreign: readonly string[];
}

/** Reads a file and compares it with what is held, and leaves nothing behind. */
export async function tryOut(
	db: Db,
	person: Person,
	{ bytes, mapping }: Pick<Sent, 'bytes' | 'mapping'>,
	now: Date
): Promise<TriedOut> {
	if (!importsSomething(person)) throw new Refused(NOBODYS);
	const facts = await known(db);
	const used = tidied(mapping);
	const id = randomUUID();
	const isKept = () => false;
	return transactionIf(db, isKept, async (trx) => {
		const nothing = { sourceText: null, licence: null, extractedOn: null, address: null };
		await steps.add(
			trx,
			{
				...{ id, kind: 'file', name: 'tried out', sha256: '', content: new Uint8Array() },
				...{ ...nothing, mapping: used, madeBy: person.id }
			},
			now
		);
		const done = await readInWorker(
			{ id, asked: { bytes, mapping: used, known: facts } },
			{ progress: () => {}, figures: (lines) => addFigures(trx, lines) }
		);
		const [groups, catalogue] = [await differences.groups(trx, id), await indicators.all(trx)];
		return { ...done, ...comparable(groups, person, { madeBy: person.id }, catalogue) };
	});
}
