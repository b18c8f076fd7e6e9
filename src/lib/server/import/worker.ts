import { parentPort } from 'node:worker_threads';
import { MOST_PROBLEMS } from './limits.ts';
import type { Marking } from './mark-file.ts';
import { readFile, type Asked, type Reading } from './read-file.ts';
import { FileRefused } from './refused.ts';
import type { ImportProblem } from '../../domain/import/problem.ts';
import type { Period } from '../../domain/period.ts';

// Reads one file away from the thread that serves readers. Figures come back as texts of JSON, some
// hundred at a time: the other side passes them on to the database as they are.

export type Message =
	| { kind: 'progress'; share: number }
	| { kind: 'figures'; json: string; count: number }
	| { kind: 'done'; result: Done }
	| { kind: 'file'; bytes: Uint8Array }
	| { kind: 'refused'; message: string };

export type Job = { job: 'read'; asked: Asked } | { job: 'mark'; marking: Marking };

export interface Done {
	readonly reading: Reading;
	readonly periods: readonly Period[];
	readonly problems: readonly ImportProblem[];
	readonly errors: number;
	readonly warnings: number;
	readonly figures: number;
}

const port = parentPort;
port?.once('message', (job: Job) => {
	const work = job.job === 'read' ? read(job.asked) : mark(job.marking);
	work.catch((fault: unknown) => {
		if (!(fault instanceof FileRefused)) throw fault;
		tell({ kind: 'refused', message: fault.message });
	});
});

async function mark(marking: Marking): Promise<void> {
	const { markedFile } = await import('./mark-file.ts');
	tell({ kind: 'file', bytes: await markedFile(marking) });
}

async function read(asked: Asked): Promise<void> {
	const { reading, figures, periods, problems } = await readFile(
		asked,
		(share) => tell({ kind: 'progress', share }),
		// While the next ones are read, the other side writes these.
		(rows) => tell({ kind: 'figures', json: JSON.stringify(rows), count: rows.length })
	);
	const errors = problems.filter(({ kind }) => kind === 'error').length;
	const first = [...problems]
		.sort((a, b) => Number(a.kind === 'warning') - Number(b.kind === 'warning'))
		.slice(0, MOST_PROBLEMS);
	tell({
		kind: 'done',
		result: {
			...{ reading, periods, problems: first, errors },
			...{ warnings: problems.length - errors, figures: figures.length }
		}
	});
}

function tell(message: Message): void {
	port?.postMessage(message);
}
