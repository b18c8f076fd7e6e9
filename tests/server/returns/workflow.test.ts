import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import * as written from '../../../src/lib/server/db/submission-cells.ts';
import * as figures from '../../../src/lib/server/figures.ts';
import * as publication from '../../../src/lib/server/workflow/publication.ts';
import * as workflow from '../../../src/lib/server/workflow/submissions.ts';
import { testDatabase } from '../../support/db.ts';
import {
	cell,
	CODE,
	full,
	makeRound,
	QUARTER,
	type Round,
	seen,
	take,
	unseen
} from '../../support/returns.ts';

let clock = Date.parse('2037-02-01T09:00:00Z');
const tick = () => new Date((clock += 60_000));

let connection: Connection;
let round: Round;
let id: string;
const at = () => ({ db: connection.db, id, tick });
const WHICH = { indicator: CODE, period: QUARTER };
const COUNTS = [
	[55, 80],
	[61, 90],
	[30, 50],
	[44, 70]
] as const;

beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	round = await makeRound(connection.db);
});
afterAll(() => connection.close());

const held = (instant: Date) =>
	figures.held(connection.db, instant.toISOString(), {
		indicators: [CODE],
		areas: [WALSALL],
		periods: [QUARTER]
	});

const actions = async () => {
	const rows = await connection.db
		.selectFrom('audit_events')
		.select(['action', 'actor'])
		.where('subject_kind', '=', 'return')
		.where('action', '<>', 'cell entered')
		.orderBy('id')
		.execute();
	return rows.map(({ action, actor }) => `${action}: ${actor}`);
};

/** What the performance lead sets in the collection calendar. */
const close = (locks_on: string | null) =>
	connection.db
		.insertInto('collections')
		.values({ ...WHICH, due_on: '2026-01-30', locks_on })
		.onConflict((there) => there.columns(['indicator', 'period']).doUpdateSet({ locks_on }))
		.execute();

describe('a return is filled in', () => {
	it('by who answers for the indicator alone', async () => {
		for (const person of [round.stranger, round.approver, round.lead]) {
			await expect(workflow.start(connection.db, person, WHICH, tick())).rejects.toThrow(
				'This needs the officer role'
			);
		}
		id = await workflow.start(connection.db, round.writer, WHICH, tick());
		expect(await workflow.start(connection.db, round.second, WHICH, tick())).toBe(id);
	});

	it('in rows that it has', async () => {
		const wrong = { id, cells: unseen([cell('E05999999', { numerator: 1, denominator: 2 })]) };
		await expect(workflow.save(connection.db, round.writer, wrong, tick())).rejects.toThrow(
			'no such row'
		);
	});

	it('in part: a draft need not be right', async () => {
		const part = full(COUNTS).slice(0, 2);
		const saved = await workflow.save(
			connection.db,
			round.writer,
			{ id, cells: unseen(part) },
			tick()
		);
		expect(saved.cells).toHaveLength(2);
		await expect(take(at(), round.writer, 'submit')).rejects.toThrow('Put the errors right');
	});

	it('by two people, who never overwrite what they have not seen', async () => {
		const [mine] = unseen(full(COUNTS).slice(0, 1)).map((one) => ({ ...one, numerator: 54 }));
		const clash = await workflow.save(
			connection.db,
			round.second,
			{ id, cells: mine ? [mine] : [] },
			tick()
		);
		expect(clash.conflicts).toHaveLength(1);
		expect(clash.conflicts[0]).toMatchObject({
			...{ area: 'WLOC01', mine: { numerator: 54 } },
			theirs: { numerator: 55, by: { id: 'writer' }, revision: 1 }
		});
		const now = await written.cells(connection.db, id);
		expect(now.find(({ area }) => area === 'WLOC01')?.numerator).toBe(55);
	});

	it('again with the same figures without a conflict: a form that is sent twice is done once', async () => {
		const sent = { id, cells: unseen(full(COUNTS)) };
		await workflow.save(connection.db, round.writer, sent, tick());
		const again = await workflow.save(connection.db, round.writer, sent, tick());
		expect(again.conflicts).toEqual([]);
		expect(again.cells.every(({ revision }) => revision === 1)).toBe(true);
	});

	it('with words, whose later writer is told', async () => {
		const words = { what: '<b>Up</b> & away', soWhat: '', nowWhat: '' };
		const first = { id, cells: [], words: { ...words, revision: 0 } };
		await workflow.save(connection.db, round.writer, first, tick());
		const other = { id, cells: [], words: { ...words, what: 'Down', revision: 0 } };
		const clash = await workflow.save(connection.db, round.writer, other, tick());
		expect(clash.wordsConflict).toBe(true);
		expect(clash.words?.what).toBe('<b>Up</b> & away');
	});
});

describe('on its way', () => {
	it('is not approved before it was submitted and checked', async () => {
		await expect(take(at(), round.approver, 'approve')).rejects.toThrow('already moved');
		await close('2026-01-31');
		await expect(take(at(), round.writer, 'submit')).rejects.toThrow('This return is closed');
		await close(null);
		await take(at(), round.writer, 'submit');
		await expect(take(at(), round.approver, 'approve')).rejects.toThrow('A second officer');
	});

	it('cannot be written any more: the workflow refuses, and the database', async () => {
		const late = { id, cells: unseen(full(COUNTS)) };
		await expect(workflow.save(connection.db, round.writer, late, tick())).rejects.toThrow(
			'already moved'
		);
		const forced = connection.db
			.updateTable('submission_cells')
			.set({ numerator: 1 })
			.where('submission', '=', id)
			.execute();
		await expect(forced).rejects.toThrow('Only a draft can be written');
	});

	it('is not checked or approved by its writer, whatever their roles: the domain refuses', async () => {
		const all = { ...round.writer, roles: ['officer', 'approver', 'administrator'] as const };
		for (const step of ['assure', 'approve'] as const) {
			await expect(take(at(), all, step)).rejects.toThrow('You wrote a part');
		}
	});

	it.each(['assured_by', 'approved_by'] as const)('nor forced: the database refuses %s', (by) =>
		expect(
			connection.db
				.updateTable('submissions')
				.set({ [by]: 'writer' })
				.where('id', '=', id)
				.execute()
		).rejects.toThrow('Nobody approves their own entry')
	);

	it('nor by taking the name of its writer out: authors are only ever added', () =>
		expect(connection.db.deleteFrom('submission_authors').execute()).rejects.toThrow(
			/only ever added/
		));

	it('goes back with a note, which is needed, and is submitted anew', async () => {
		await expect(take(at(), round.approver, 'return')).rejects.toThrow('Write a note');
		await take(at(), round.approver, 'return', { note: 'Check North.' });
		expect(await seen(connection.db, id)).toMatchObject({
			...{ state: 'returned', returnedNote: 'Check North.' }
		});
		await take(at(), round.writer, 'reopen');
		await take(at(), round.writer, 'submit');
		await take(at(), round.second, 'assure');
	});

	it('is not moved by a form that was filled on an older state', async () => {
		const { revision } = await seen(connection.db, id);
		const old = { returns: [{ id, revision: revision - 1 }] };
		await expect(publication.publish(connection.db, round.lead, old, tick())).rejects.toThrow(
			'already moved'
		);
	});

	it('is not published before its approval, nor by who may not', async () => {
		const { revision } = await seen(connection.db, id);
		const wanted = { returns: [{ id, revision }] };
		await expect(publication.publish(connection.db, round.lead, wanted, tick())).rejects.toThrow(
			'already moved'
		);
		await take(at(), round.approver, 'approve');
		await expect(
			publication.publish(connection.db, round.approver, wanted, tick())
		).rejects.toThrow('performance lead');
	});

	it('waits for its release time, and is published when that has come', async () => {
		await expect(
			take(at(), round.lead, 'schedule', { publishAt: new Date('2036-01-01T00:00:00Z') })
		).rejects.toThrow('still to come');
		const publishAt = new Date(clock + 3_600_000);
		await take(at(), round.lead, 'schedule', { publishAt });
		const { revision } = await seen(connection.db, id);
		const early = { returns: [{ id, revision }] };
		await expect(publication.publish(connection.db, round.lead, early, tick())).rejects.toThrow(
			'release time'
		);
		expect(await publication.publishDue(connection.db, tick())).toEqual([]);
		expect(await held(tick())).toEqual([]);
		clock = publishAt.getTime();
		expect(await publication.publishDue(connection.db, tick())).toEqual([id]);
		const [figure] = await held(tick());
		expect(figure).toMatchObject({ numerator: 190, denominator: 290, state: 'known' });
		expect(figure?.value).toBeCloseTo(65.517, 2);
		expect(await publication.publishDue(connection.db, tick())).toEqual([]);
	});

	it('leaves a record of every step and who took it', async () => {
		expect(await actions()).toEqual([
			...['return started: writer', 'commentary written: writer', 'return submitted: writer'],
			...['return sent back: approver', 'return reopened: writer', 'return submitted: writer'],
			...['return checked: second', 'return approved: approver', 'return scheduled: lead'],
			'return published: null'
		]);
	});
});

describe('a correction', () => {
	let before: Date;
	const why = { ...WHICH, reason: 'Counted twice', publicNote: 'North was counted twice.' };

	it('needs a reason and a note for readers', async () => {
		for (const missing of [{ reason: ' ' }, { publicNote: '' }]) {
			await expect(
				workflow.correct(connection.db, round.writer, { ...why, ...missing }, tick())
			).rejects.toThrow(/Say why|Write the note/);
		}
	});

	it('starts from the figures as they stand', async () => {
		before = tick();
		id = await workflow.correct(connection.db, round.writer, why, tick());
		const cells = await written.cells(connection.db, id);
		expect(cells.map(({ area, numerator }) => [area, numerator])).toEqual([
			...[[WALSALL, 190]],
			...[
				['WLOC01', 55],
				['WLOC02', 61],
				['WLOC03', 30],
				['WLOC04', 44]
			],
			['unknown', null]
		]);
	});

	it('replaces what changed alone, and an earlier edition shows what stood before', async () => {
		const north = cell('WLOC01', { numerator: 50, denominator: 80 });
		const all = cell(WALSALL, { numerator: 185, denominator: 290 });
		const cells = [north, all].map((one) => ({ ...one, revision: 1 }));
		await workflow.save(connection.db, round.writer, { id, cells }, tick());
		await take(at(), round.writer, 'submit');
		await take(at(), round.second, 'assure');
		await take(at(), round.approver, 'approve');
		const { revision } = await seen(connection.db, id);
		const edition = await publication.publish(
			connection.db,
			round.lead,
			{ returns: [{ id, revision }] },
			tick()
		);
		expect((await held(before))[0]?.numerator).toBe(190);
		const [now] = await held(tick());
		expect(now).toMatchObject({ numerator: 185, flags: ['r'] });
		const changed = await connection.db
			.selectFrom('observations')
			.select('area')
			.where('indicator', '=', CODE)
			.where('period', '=', QUARTER)
			.where('held_to', 'is not', null)
			.orderBy('area')
			.execute();
		expect(changed.map(({ area }) => area)).toEqual([WALSALL, 'WLOC01']);
		const made = await connection.db
			.selectFrom('editions')
			.select(['kind', 'note'])
			.where('id', '=', edition)
			.executeTakeFirst();
		expect(made).toEqual({ kind: 'correction', note: `${CODE}: North was counted twice.` });
	});
});
