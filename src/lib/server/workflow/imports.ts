import { createHash, randomUUID } from 'node:crypto';
import { normaliseCode } from '../../domain/indicator.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import { may, refusal, type Person } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { type Db, type Trx, transaction } from '../db/client.ts';
import * as rules from '../db/collection-rules.ts';
import * as accepting from '../db/import-accept.ts';
import * as differences from '../db/import-differences.ts';
import { dropFigures } from '../db/import-figures.ts';
import * as knownFacts from '../db/import-known.ts';
import * as templates from '../db/import-templates.ts';
import * as steps from '../db/import-steps.ts';
import * as imports from '../db/imports.ts';
import { MOST_BYTES } from '../import/limits.ts';
import { Refused } from './refused.ts';

// Files become returns in steps that each land whole or not at all. Reading is in import-reading.ts.

export const ELSEWHERE =
	'Somebody has taken this import further meanwhile. Reload the page to see where it is.';

export interface Sent {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly sourceText: string;
	readonly licence: string;
	readonly extractedOn: string | null;
	readonly mapping: Mapping;
	/** A connector's extract. */
	readonly address?: string;
}

/** May the person import figures of anything at all? Each indicator is asked about again when they are taken. */
export const importsSomething = (person: Person | null): boolean =>
	person?.duties.some(({ indicator, theme }) =>
		may(person, 'import values', {
			...(indicator !== null && { indicator }),
			...(theme !== null && { themes: [theme] })
		})
	) ?? false;

/** Keeps a file as it came; returns its id. Nothing of it is read yet. */
export async function receive(db: Db, person: Person, sent: Sent, now: Date): Promise<string> {
	if (!importsSomething(person)) throw new Refused(NOBODYS);
	return transaction(db, (trx) => received(trx, person, sent, now));
}

/** The same inside a transaction that keeps more than the file. */
export async function received(trx: Trx, person: Person, sent: Sent, now: Date): Promise<string> {
	if (sent.bytes.length === 0) {
		throw new Refused('Choose a file. The one that came was empty.', 'file');
	}
	if (sent.bytes.length > MOST_BYTES) {
		throw new Refused('The file is larger than 50 MB. Send it in parts.', 'file');
	}
	if (sent.sourceText === '') {
		throw new Refused('Say who the figures are from. The source is kept with them.', 'source');
	}
	const id = randomUUID();
	const sha256 = createHash('sha256').update(sent.bytes).digest('hex');
	const kind = sent.address === undefined ? 'file' : 'pull';
	await steps.add(
		trx,
		{
			...{ id, kind, name: fileName(sent.name), sha256, content: sent.bytes },
			...{ sourceText: sent.sourceText, licence: sent.licence || null },
			...{ extractedOn: sent.extractedOn, address: sent.address ?? null },
			...{ mapping: tidied(sent.mapping), madeBy: person.id }
		},
		now
	);
	await record(trx, person, now, {
		action: 'file received',
		subject: ['import', id],
		after: {
			name: fileName(sent.name),
			bytes: sent.bytes.length,
			sha256,
			source: sent.sourceText
		}
	});
	return id;
}

export const NOBODYS = `${refusal('import values')} You also need a duty for the indicator: ask the performance lead.`;

/** The name without folders or what no page can show. */
const fileName = (name: string): string =>
	(name.split(/[\\/]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'file';

export const tidied = (mapping: Mapping): Mapping =>
	mapping.indicator ? { ...mapping, indicator: normaliseCode(mapping.indicator) } : mapping;

export interface TakingOver {
	readonly id: string;
	/** Why published figures change, for colleagues; and what readers are told. */
	readonly reason?: string;
	readonly publicNote?: string;
}

/** Makes the figures of a read file into returns, one for each indicator and period. */
export async function accept(
	db: Db,
	person: Person,
	{ id, reason = '', publicNote = '' }: TakingOver,
	now: Date
): Promise<accepting.Started[]> {
	if (!importsSomething(person)) throw new Refused(NOBODYS);
	const work = transaction(db, async (trx) => {
		const found = await imports.byId(trx, id);
		if (!found || !(await steps.take(trx, id, 'accept', decided(person, now)))) {
			throw new Refused(ELSEWHERE);
		}
		if (found.errors > 0) throw new Refused('Put the errors in the file right first.');
		if (found.figures === 0) throw new Refused('The file has no figures to take over.');
		const themes = await knownFacts.themes(trx);
		const groups = await differences.groups(trx, id);
		// They do not survive a crash of the database: the file does.
		const kept = groups.reduce((sum, { fresh, changed, same }) => sum + fresh + changed + same, 0);
		if (kept !== found.figures) {
			throw new Refused('The figures read from the file are gone. Read the file again.');
		}
		const codes = [...new Set(groups.map(({ indicator }) => indicator))];
		const foreign = codes.filter(
			(indicator) =>
				!may(person, 'import values', { indicator, themes: themes.get(indicator) ?? [] })
		);
		if (foreign.length > 0) {
			throw new Refused(`You have no duty for ${foreign.join(', ')}. Ask the performance lead.`);
		}
		const held = await rules.all(trx);
		const left = codes.filter((indicator) => held.get(indicator)?.isCollected === false);
		if (left.length > 0) {
			throw new Refused(
				`${left.join(', ')} is not collected. The performance lead can change that.`
			);
		}
		const open = await accepting.openReturns(trx, id);
		if (open.length > 0) throw new Refused(underWay(open));
		const revised = groups.filter((group) => group.revised > 0);
		if (revised.length > 0) mustExplain({ reason, publicNote });
		await accepting.addPeriods(trx, found.periods);
		const kind = found.kind === 'pull' ? 'pull' : 'import';
		const started = await accepting.startReturns(
			trx,
			{ ...{ id, kind, by: person.id }, revised, reason, publicNote },
			now
		);
		await record(trx, person, now, {
			action: 'import accepted',
			subject: ['import', id],
			after: {
				figures: found.figures,
				returns: started.map(({ indicator, period }) => `${indicator} ${period}`),
				...(revised.length > 0 && { publicNote })
			},
			reason: (revised.length > 0 && reason) || undefined
		});
		return started;
	});
	return work.catch((fault: unknown) => {
		throw isTaken(fault) ? new Refused(ELSEWHERE) : fault;
	});
}

/** Somebody else started one of the returns in the same moment. */
const isTaken = (fault: unknown): boolean =>
	(fault as { constraint?: unknown }).constraint === 'submissions_open';

function mustExplain({ reason, publicNote }: { reason: string; publicNote: string }): void {
	if (reason === '') throw new Refused('Say why the published figures have to change.', 'why');
	if (publicNote === '') throw new Refused('Write the note that readers will see.', 'publicNote');
}

function underWay(open: readonly accepting.Started[]): string {
	const names = open.slice(0, 5).map(({ indicator, period }) => `${indicator} ${period}`);
	const more = open.length > 5 ? ` and ${open.length - 5} more` : '';
	return `A return is under way for ${names.join(', ')}${more}. Finish or withdraw it first.`;
}

/** Takes a file off the list; its figures go, the file and its history stay. */
export async function discard(
	db: Db,
	person: Person,
	{ id, reason }: { id: string; reason: string },
	now: Date
): Promise<void> {
	const found = await imports.byId(db, id);
	if (!found || !mayHandle(person, found)) throw new Refused(NOBODYS);
	await transaction(db, async (trx) => {
		const also = { ...decided(person, now), message: reason || null };
		if (!(await steps.take(trx, id, 'discard', also))) throw new Refused(ELSEWHERE);
		await dropFigures(trx, id);
		await record(trx, person, now, {
			action: 'import discarded',
			subject: ['import', id],
			reason: reason || undefined
		});
	});
}

const decided = (person: Person, now: Date) => ({ decided_by: person.id, decided_at: now });

/** Keeps how this sender's files are read under a name. */
export async function keepTemplate(
	db: Db,
	person: Person,
	given: { name: string; mapping: Mapping; sourceText: string; licence: string },
	now: Date
): Promise<void> {
	if (!importsSomething(person)) throw new Refused(NOBODYS);
	if (given.name === '') throw new Refused('Give the template a name.', 'name');
	if (given.licence === '')
		throw new Refused('Say under which licence the figures come.', 'licence');
	// The period is of one file; everything else is of the sender.
	const { period: _, ...mapping } = given.mapping;
	await transaction(db, async (trx) => {
		await templates.keep(trx, { id: randomUUID(), ...given, mapping, by: person.id }, now);
		await record(trx, person, now, {
			action: 'import template kept',
			subject: ['import template', given.name],
			after: { mapping, source: given.sourceText, licence: given.licence }
		});
	});
}

/** An import is handled by whoever sent it; a pull by anybody who imports. */
export const mayHandle = (person: Person, { kind, madeBy }: { kind: string; madeBy: string }) =>
	importsSomething(person) && (madeBy === person.id || kind === 'pull');

/** It may hold restricted figures: its sender and those who may read such see it. */
export const maySee = (person: Person, found: { kind: string; madeBy: string }): boolean =>
	found.madeBy === person.id || mayHandle(person, found) || may(person, 'read restricted');
