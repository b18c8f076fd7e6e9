import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { MOST_HEAP_MB, MOST_SECONDS } from './limits.ts';
import type { Marking } from './mark-file.ts';
import type { Asked } from './read-file.ts';
import { FileRefused } from './refused.ts';
import type { Done, Job, Message } from './job.ts';
import { keepWorker, takeWorker, type Limits } from './spare-worker.ts';

// A file at a time in a worker, with limits on its time and memory. It is ended when it goes over them,
// and the person is told; whoever reads pages meanwhile does not notice.

export interface Hearing {
	progress(share: number): void;
	/** A batch as lines; the worker's next one is taken when this one has been. */
	figures(lines: Uint8Array): Promise<void>;
}

const LIMITS: Limits = { seconds: MOST_SECONDS, heapMb: MOST_HEAP_MB };
const TOO_SLOW =
	'Reading the file took too long. Take out sheets, rows and columns that are not needed and send it again.';
const TOO_LARGE =
	'The file needs more memory than one import may use. Delete the empty rows and columns around the figures, or send it in parts.';

/** A file that is still being fetched: the worker gets ready meanwhile. */
export interface Coming {
	readonly id: string;
	readonly asked: Asked | Promise<Asked>;
}

/** Reads a file; throws `FileRefused` with what to do when it cannot be. */
export function readInWorker(
	{ id, asked }: Coming,
	hearing: Hearing,
	limits = LIMITS
): Promise<Done> {
	const job = async (): Promise<Job> => ({ job: 'read', id, asked: await asked });
	return inWorker(job, limits, (worker) => result(worker, hearing));
}

/** The file again, with a column that says what is wrong. */
export function markInWorker(marking: Marking, limits = LIMITS): Promise<Uint8Array> {
	return inWorker(async () => ({ job: 'mark', marking }), limits, markedBy);
}

async function inWorker<T>(
	job: () => Promise<Job>,
	limits: Limits,
	answer: (worker: Worker) => Promise<T>
): Promise<T> {
	const worker = takeWorker(limits);
	const tooSlow = Promise.withResolvers<never>();
	const timer = setTimeout(() => tooSlow.reject(new FileRefused(TOO_SLOW)), limits.seconds * 1000);
	try {
		const done = answer(worker);
		const sent = job().then((ready) => worker.postMessage(ready));
		const given = await Promise.race([sent.then(() => done), done, tooSlow.promise]);
		await keepWorker(worker, limits);
		return given;
	} catch (fault) {
		await worker.terminate();
		throw fault;
	} finally {
		clearTimeout(timer);
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
					// Whoever else waits comes in between two batches.
					written = written.then(() => hearing.figures(message.lines)).then(() => setImmediate());
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
