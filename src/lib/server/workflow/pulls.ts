import { createHash, randomUUID } from 'node:crypto';
import { canonical } from '../../domain/audit.ts';
import { checked, SOURCES, type Asked, type SourceId } from '../../domain/connector/source.ts';
import { mayRepeat } from '../../domain/connector/pull-state.ts';
import type { Mapping } from '../../domain/import/mapping.ts';
import { may, type Person } from '../../domain/permission.ts';
import { record } from '../audit.ts';
import { means } from '../connectors/means.ts';
import { PRESETS, READINGS, type Preset } from '../connectors/presets.ts';
import { type Db, transaction } from '../db/client.ts';
import * as knownFacts from '../db/import-known.ts';
import * as pulls from '../db/pulls.ts';
import { importsSomething, NOBODYS, tidied } from './imports.ts';
import { run } from './pull-run.ts';
import { Refused } from './refused.ts';

// Figures are asked of a public service because a person asked for them, and for no other reason. What
// comes is an import like any other: read, compared, taken over, and approved by somebody else.

export interface WantedPull {
	readonly source: SourceId;
	readonly preset?: string;
	readonly asked: Asked;
	readonly mapping: Mapping;
	/** Enter it even if the service has nothing new. */
	readonly again?: boolean;
}

/** Begins a pull; it goes on after the request that asked for it has been answered. */
export async function pull(
	db: Db,
	person: Person,
	wanted: WantedPull,
	now: Date
): Promise<{ id: string; pulling: Promise<void> }> {
	if (!importsSomething(person)) throw new Refused(NOBODYS);
	const { network } = means();
	const { source, preset = null } = wanted;
	const mapping = tidied(wanted.mapping);
	const found = checked(SOURCES[source], wanted.asked);
	if ('wrong' in found) throw new Refused(found.wrong, found.field);
	const { asked } = found;
	const id = randomUUID();
	const request = hashOf([source, asked, mapping]);
	await transaction(db, async (trx) => {
		await mustImport(trx, person, source, mapping.indicator);
		if (await pulls.isRunning(trx, source)) {
			throw new Refused(`${SOURCES[source].name} is being asked already. Wait until that is done.`);
		}
		const given = { ...{ id, source, preset, asked, mapping, request }, isLive: network.isLive };
		await pulls.add(trx, { ...given, startedBy: person.id }, now);
		await record(trx, person, now, {
			action: 'pull asked for',
			subject: ['pull', id],
			after: { source, asked, indicator: mapping.indicator ?? null }
		});
	});
	return { id, pulling: run(db, person, { id, again: wanted.again ?? false }) };
}

async function mustImport(
	db: Db,
	person: Person,
	source: SourceId,
	indicator: string | undefined
): Promise<void> {
	if (indicator === undefined) {
		if (source === 'csv') return;
		throw new Refused('Choose the indicator that the figures are of.', 'indicator');
	}
	const themes = (await knownFacts.themes(db)).get(indicator) ?? [];
	if (!may(person, 'import values', { indicator, themes })) {
		throw new Refused(`You have no duty for ${indicator}. Ask the performance lead.`, 'indicator');
	}
}

/** What a ready pull asks for. */
export const ofPreset = ({ id, source, asked, mapping }: Preset): WantedPull => ({
	...{ source, preset: id, asked, mapping }
});

/** What is asked by hand: how the service's answers are read is known, of what they are is said. */
export const byHand = (source: SourceId, asked: Asked, mapping: Mapping): WantedPull => ({
	...{ source, asked },
	mapping: { ...READINGS[source], ...mapping }
});

/** Ready pulls of indicators whose figures the person may import. */
export async function readyFor(db: Db, person: Person): Promise<Preset[]> {
	const themes = await knownFacts.themes(db);
	return PRESETS.filter(({ indicator }) =>
		may(person, 'import values', { indicator, themes: themes.get(indicator) ?? [] })
	);
}

/** Asks for the same once more. */
export async function repeat(
	db: Db,
	person: Person,
	{ id, again }: { id: string; again: boolean },
	now: Date
): Promise<{ id: string; pulling: Promise<void> }> {
	if (!importsSomething(person)) throw new Refused(NOBODYS);
	const found = await pulls.byId(db, id);
	if (!found || !mayRepeat(found.state)) throw new Refused(MEANWHILE);
	const { source, preset, asked, mapping } = found;
	const wanted = { ...{ source, asked, mapping, again }, ...(preset !== null && { preset }) };
	return pull(db, person, wanted, now);
}

/** Ends a pull that goes on; nothing of it is kept. */
export async function stop(db: Db, person: Person, id: string, now: Date): Promise<void> {
	if (!importsSomething(person)) throw new Refused(NOBODYS);
	await transaction(db, async (trx) => {
		const message = `${person.name} ended it. Nothing was kept.`;
		if (!(await pulls.end(trx, id, { state: 'stopped', message }, now))) {
			throw new Refused(MEANWHILE);
		}
		await record(trx, person, now, { action: 'pull ended', subject: ['pull', id] });
	});
}

const MEANWHILE = 'This pull has gone further meanwhile. Reload the page to see where it is.';

const hashOf = (what: unknown): string =>
	createHash('sha256').update(canonical(what)).digest('hex');
