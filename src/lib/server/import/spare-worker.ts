import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

// The worker of the last file stays for the next one for a while: whoever puts a file right sends it
// again soon, and a worker that has read one reads the next in half the time.

export interface Limits {
	readonly seconds: number;
	readonly heapMb: number;
}

const IDLE_MS = 120_000;
const PLACE = 'src/lib/server/import/worker.ts';

let spare: { worker: Worker; limits: Limits; timer: NodeJS.Timeout } | undefined;

export function takeWorker(limits: Limits): Worker {
	const kept = spare?.limits === limits ? spare : undefined;
	if (!kept) return started(limits);
	spare = undefined;
	clearTimeout(kept.timer);
	forget(kept.worker);
	kept.worker.ref();
	return kept.worker;
}

/** Only after an answer: one that failed is ended instead. */
export async function keepWorker(worker: Worker, limits: Limits): Promise<void> {
	forget(worker);
	if (spare) return void (await worker.terminate());
	worker.unref();
	const dropped = () => {
		if (spare?.worker === worker) spare = undefined;
	};
	worker.once('error', dropped).once('exit', dropped);
	const timer = setTimeout(() => void worker.terminate(), IDLE_MS).unref();
	spare = { worker, limits, timer };
}

/** Who listened to the last file; what Node itself listens to stays. */
function forget(worker: Worker): void {
	for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

const started = ({ heapMb }: Limits): Worker =>
	new Worker(program(), {
		resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64 }
	});

/** The worker's program stands in the source, which the built server runs beside. */
function program(): string {
	for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
		const file = join(folder, PLACE);
		if (existsSync(file)) return file;
		if (dirname(folder) === folder) throw new Error(`${PLACE} is missing`);
	}
}
