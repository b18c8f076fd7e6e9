import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MOST_HEAP_MB, MOST_SECONDS } from './limits.ts';
import type { Marking } from './mark-file.ts';
import type { Asked } from './read-file.ts';
import { FileRefused } from './refused.ts';
import type { Done, Job, Message } from './worker.ts';

// One worker a file, with limits on its time and memory. It is ended when it goes over them, and the
// person is told; whoever reads pages meanwhile does not notice.

export interface Hearing {
	progress(share: number): void;
	/** A batch as JSON; the worker's next one is taken when this one has been. */
	figures(json: string, count: number): Promise<void>;
}

export interface Limits {
	readonly seconds: number;
	readonly heapMb: number;
}

const LIMITS: Limits = { seconds: MOST_SECONDS, heapMb: MOST_HEAP_MB };
const TOO_SLOW =
	'Reading the file took too long. Take out sheets, rows and columns that are not needed and send it again.';
const TOO_LARGE =
	'The file needs more memory than one import may use. Delete the empty rows and columns around the figures, or send it in parts.';
const PLACE = 'src/lib/server/import/worker.ts';

/** Reads a file; throws `FileRefused` with what to do when it cannot be. */
export function readInWorker(asked: Asked, hearing: Hearing, limits = LIMITS): Promise<Done> {
	return inWorker({ job: 'read', asked }, limits, (worker) => result(worker, hearing));
}

/** The file again, with a column that says what is wrong. */
export function markInWorker(marking: Marking, limits = LIMITS): Promise<Uint8Array> {
	return inWorker({ job: 'mark', marking }, limits, markedBy);
}

async function inWorker<T>(
	job: Job,
	limits: Limits,
	answer: (worker: Worker) => Promise<T>
): Promise<T> {
	const worker = new Worker(program(), {
		resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 64 }
	});
	const tooSlow = Promise.withResolvers<never>();
	const timer = setTimeout(() => tooSlow.reject(new FileRefused(TOO_SLOW)), limits.seconds * 1000);
	try {
		const done = answer(worker);
		worker.postMessage(job);
		return await Promise.race([done, tooSlow.promise]);
	} finally {
		clearTimeout(timer);
		await worker.terminate();
	}
}

function markedBy(worker: Worker): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		worker.on('message', (message: Message) => {
			if (message.kind === 'file') resolve(message.bytes);
			if (message.kind === 'refused') reject(new FileRefused(message.message));
		});
		listenForEnd(worker, reject);
	});
}

/** A worker that ends without an answer went over its memory. */
function listenForEnd(worker: Worker, reject: (fault: Error) => void): void {
	worker.once('error', (fault: NodeJS.ErrnoException) => {
		const isFull = fault.code === 'ERR_WORKER_OUT_OF_MEMORY' || fault instanceof RangeError;
		reject(isFull ? new FileRefused(TOO_LARGE) : fault);
	});
	worker.once('exit', () => reject(new FileRefused(TOO_LARGE)));
}

function result(worker: Worker, hearing: Hearing): Promise<Done> {
	return new Promise((resolve, reject) => {
		let written = Promise.resolve();
		const after = (last: () => void) => void written.then(last, reject);
		worker.on('message', (message: Message) => {
			switch (message.kind) {
				case 'progress':
					return hearing.progress(message.share);
				case 'figures':
					written = written.then(() => hearing.figures(message.json, message.count));
					return written.catch(reject);
				case 'done':
					return after(() => resolve(message.result));
				case 'refused':
					return reject(new FileRefused(message.message));
				case 'file':
					return undefined;
			}
		});
		listenForEnd(worker, (fault) => after(() => reject(fault)));
	});
}

/** The worker's program stands in the source, which the built server runs beside. */
function program(): string {
	for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
		const file = join(folder, PLACE);
		if (existsSync(file)) return file;
		if (dirname(folder) === folder) throw new Error(`${PLACE} is missing`);
	}
}
