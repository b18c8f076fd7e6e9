import { isHttpError, isRedirect } from '@sveltejs/kit';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { AuditAction } from '../../../src/lib/domain/audit/actions.ts';
import { ROLES, type Person, type Role } from '../../../src/lib/domain/permission.ts';
import { record } from '../../../src/lib/server/audit.ts';
import { type Connection, type Db, transaction } from '../../../src/lib/server/db/client.ts';
import * as stored from '../../../src/lib/server/db/submissions.ts';
import * as publication from '../../../src/lib/server/workflow/publication.ts';
import * as workflow from '../../../src/lib/server/workflow/submissions.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';
import { makePerson } from '../../support/people.ts';
import {
	approved,
	CODE,
	makeRound,
	PLACES,
	QUARTER,
	type Round,
	seen,
	take
} from '../../support/returns.ts';

// A return with a small count that was published and corrected, a return of a restricted measure, and
// one person of each role. Every number of people occurs nowhere else.

export const COUNTS = [
	[5501, 8011],
	[6102, 9013],
	[3, 5017],
	[4405, 7019]
] as const;
export const CORRECTED = 5477;
export const PLANTED = 7_770_007;
export const RESTRICTED = 'L05';

export interface Site {
	connection: Connection;
	round: Round;
	people: Map<Role, Person>;
	tick: () => Date;
}

export async function makeSite(): Promise<Site> {
	let clock = Date.parse('2037-02-01T09:00:00Z');
	const tick = () => new Date((clock += 60_000));
	const connection = await testDatabase({ loaded: true });
	const { db } = connection;
	const round = await makeRound(db);
	const people = new Map<Role, Person>();
	for (const role of ROLES) {
		const id = `a-${role.replace(' ', '-')}`;
		people.set(role, await makePerson(db, { id, roles: [role] }));
	}
	await publishRound(db, round, tick);
	await correctRound(db, round, tick);
	await restricted(db, round, tick);
	return { connection, round, people, tick };
}

async function publishRound(db: Db, round: Round, tick: () => Date) {
	const id = await approved({ db, tick }, round, COUNTS);
	const { revision } = await seen(db, id);
	await publication.publish(db, round.lead, { returns: [{ id, revision }] }, tick());
}

async function correctRound(db: Db, round: Round, tick: () => Date) {
	const which = { indicator: CODE, period: QUARTER };
	const why = { reason: 'A college sent a list twice', publicNote: 'One list was counted twice.' };
	const id = await workflow.correct(db, round.writer, { ...which, ...why }, tick());
	const held = await import('../../../src/lib/server/db/submission-cells.ts');
	const cells = await held.cells(db, id);
	const less = COUNTS[0][0] - CORRECTED;
	const changed = cells
		.filter(({ area }) => area === PLACES[0] || area === WALSALL)
		.map(({ by: _, at: __, lower: ___, upper: ____, ...cell }) => ({
			...cell,
			numerator: (cell.numerator ?? 0) - less
		}));
	await workflow.save(db, round.writer, { id, cells: changed }, tick());
	const walk = { db, id, tick };
	await take(walk, round.writer, 'submit');
	await take(walk, round.second, 'assure');
	await take(walk, round.approver, 'approve');
	const { revision } = await seen(db, id);
	await publication.publish(db, round.lead, { returns: [{ id, revision }] }, tick());
}

async function restricted(db: Db, { writer }: Round, tick: () => Date) {
	const id = 'restricted-return';
	await transaction(db, async (trx) => {
		const made = { id, indicator: RESTRICTED, period: QUARTER, kind: 'return' } as const;
		await stored.add(trx, { ...made, definitionVersion: 1, by: writer.id }, tick());
		const after = { area: WALSALL, value: PLANTED, note: 'planted' };
		await record(trx, writer, tick(), { action: 'cell entered', subject: ['return', id], after });
	});
}

/** Events that say nothing but their number. */
export async function addEvents({ connection: { db }, tick }: Site, many: number, by: Person) {
	for (let i = 0; i < many; i++) {
		await transaction(db, (trx) =>
			record(trx, by, tick(), {
				action: 'change name' as AuditAction,
				subject: ['user', by.id],
				...{ before: { name: `${i}` }, after: { name: `${i + 1}` }, reason: `Change ${i} of 100%` }
			})
		);
	}
}

interface Asked {
	params?: Record<string, string>;
	search?: string;
	post?: boolean;
}

/** The answer of a load, an action or an endpoint: its data, or its status and where it leads. */
export async function ask(
	{ connection }: Site,
	call: unknown,
	user: Person | undefined,
	{ params = {}, search = '', post = false }: Asked = {}
): Promise<{ status: number; data?: unknown; to?: string; message?: string }> {
	const made = await event({
		...{ db: connection.db, path: '/audit', params, search },
		...(user && { user }),
		...(post && { method: 'POST', body: new FormData() })
	});
	try {
		return { status: 200, data: await (call as (event: unknown) => unknown)(made) };
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, to: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status, message: thrown.body.message };
		throw thrown;
	}
}
