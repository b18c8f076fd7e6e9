import { WALSALL } from '../../src/lib/domain/area.ts';
import { emptyCell, type EntryCell } from '../../src/lib/domain/entry/cell.ts';
import type { Person } from '../../src/lib/domain/permission.ts';
import type { Taken } from '../../src/lib/server/workflow/submission-steps.ts';
import type { Db } from '../../src/lib/server/db/client.ts';
import * as stored from '../../src/lib/server/db/submissions.ts';
import * as steps from '../../src/lib/server/workflow/submission-steps.ts';
import * as workflow from '../../src/lib/server/workflow/submissions.ts';
import { makePeriod } from './make.ts';
import { duty, makePerson } from './people.ts';

// A made-up quarter of an indicator that officers return by locality, and the people of its round.

/** Learners who complete their course: completed of due to finish, by locality and postcode not known. */
export const CODE = 'W02';
export const QUARTER = 'FY2036-Q1';
export const PLACES = ['WLOC01', 'WLOC02', 'WLOC03', 'WLOC04', 'unknown', WALSALL] as const;

export interface Round {
	writer: Person;
	second: Person;
	approver: Person;
	lead: Person;
	stranger: Person;
}

export async function makeRound(db: Db): Promise<Round> {
	await makePeriod(db, {
		...{ id: QUARTER, kind: 'quarter', label: '2036/37 Q1' },
		...{ starts: '2036-04-01', ends: '2036-06-30' }
	});
	const officer = (id: string) =>
		makePerson(db, { id, roles: ['officer'], duties: [duty('owner', CODE)] });
	return {
		writer: await officer('writer'),
		second: await officer('second'),
		approver: await makePerson(db, {
			...{ id: 'approver', roles: ['approver'], duties: [duty('approver', CODE)] }
		}),
		lead: await makePerson(db, { id: 'lead', roles: ['performance lead'] }),
		stranger: await makePerson(db, { id: 'stranger', roles: ['officer'] })
	};
}

export const cell = (area: string, given: Partial<EntryCell> = {}): EntryCell => ({
	...emptyCell(area),
	state: 'known',
	...given
});

/** Counts of each locality, of nobody unplaced, and their sum. */
export function full(counts: readonly (readonly [number, number])[]): EntryCell[] {
	const all = [...counts, [0, 0] as const];
	const sum = (i: 0 | 1) => counts.reduce((total, one) => total + one[i], 0);
	const parts = all.map(([numerator, denominator], i) =>
		denominator === 0
			? cell(PLACES[i] ?? '', { state: 'not applicable' })
			: cell(PLACES[i] ?? '', { numerator, denominator })
	);
	return [...parts, cell(WALSALL, { numerator: sum(0), denominator: sum(1) })];
}

export const unseen = (cells: readonly EntryCell[]) =>
	cells.map((one) => ({ ...one, revision: 0 }));

export async function seen(db: Db, id: string): Promise<stored.Submission> {
	const found = await stored.byId(db, id);
	if (!found) throw new Error(`no return ${id}`);
	return found;
}

export interface Walk {
	db: Db;
	id: string;
	tick: () => Date;
}

/** Takes a step on the newest state of the return. */
export async function take(
	{ db, id, tick }: Walk,
	person: Person,
	step: Taken,
	more: { note?: string; publishAt?: Date } = {}
): Promise<void> {
	const { revision } = await seen(db, id);
	await steps.take(db, person, { id, revision, step, ...more }, tick());
}

/** A filled return up to its approval. */
export async function approved(
	{ db, tick }: Omit<Walk, 'id'>,
	{ writer, second, approver }: Round,
	counts: readonly (readonly [number, number])[]
): Promise<string> {
	const id = await workflow.start(db, writer, { indicator: CODE, period: QUARTER }, tick());
	await workflow.save(db, writer, { id, cells: unseen(full(counts)) }, tick());
	const walk = { db, id, tick };
	await take(walk, writer, 'submit');
	await take(walk, second, 'assure');
	await take(walk, approver, 'approve');
	return id;
}
