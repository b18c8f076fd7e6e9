import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Job, Message } from './job.ts';

// A worker begins with nothing: without what Node kept of the last one's programs, reading a short file
// would be mostly waiting for them. Hence nothing is imported before the cache is on.

enableCompileCache();
const port = parentPort;
port?.on('message', (job: Job) => {
	// A fault goes up to whoever listens to the worker.
	void import('./job.ts').then(({ work }) =>
		work(job, (message: Message, moved = []) => port.postMessage(message, moved))
	);
});
// Its modules are loaded while the file is still on its way here.
void import('./job.ts');
