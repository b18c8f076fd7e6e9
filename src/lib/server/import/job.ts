import type { ImportProblem } from '../../domain/import/problem.ts';
import type { Period } from '../../domain/period.ts';
import { linesOf } from './part-lines.ts';
import { MOST_PROBLEMS } from './limits.ts';
import type { Marking } from './mark-file.ts';
import { readFile, type Asked, type Reading } from './read-file.ts';
import { FileRefused } from './refused.ts';

// Reads one file away from the thread that serves readers. Figures come back as lines of text, some
// thousand at a time: the other side passes them on to the database as they are.

export type Message =
	| { kind: 'progress'; share: number }
	| { kind: 'figures'; lines: Uint8Array<ArrayBuffer> }
	| { kind: 'done'; result: Done }
	| { kind: 'file'; bytes: Uint8Array }
	| { kind: 'refused'; message: string };

/** @param id of the import, which stands in every line of its figures */
export type Job = { job: 'read'; id: string; asked: Asked } | { job: 'mark'; marking: Marking };

export interface Done {
	readonly reading: Reading;
	readonly periods: readonly Period[];
	readonly problems: readonly ImportProblem[];
	readonly errors: number;
	readonly warnings: number;
	readonly figures: number;
}

type Tell = (message: Message, moved?: ArrayBuffer[]) => void;

export async function work(job: Job, tell: Tell): Promise<void> {
	try {
		await (job.job === 'read' ? read(job, tell) : mark(job.marking, tell));
	} catch (fault) {
		if (!(fault instanceof FileRefused)) throw fault;
		tell({ kind: 'refused', message: fault.message });
	}
}

async function mark(marking: Marking, tell: Tell): Promise<void> {
	const { markedFile } = await import('./mark-file.ts');
	tell({ kind: 'file', bytes: await markedFile(marking) });
}

const ENCODER = new TextEncoder();

async function read({ id, asked }: Job & { job: 'read' }, tell: Tell): Promise<void> {
	const { reading, figures, periods, problems } = await readFile(asked, {
		progress: (share) => tell({ kind: 'progress', share }),
		batch: (some) => {
			const lines = ENCODER.encode(linesOf(id, some));
			tell({ kind: 'figures', lines }, [lines.buffer]);
		}
	});
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
