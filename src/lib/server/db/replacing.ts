import { CHAIN_START } from '../../domain/audit.ts';
import { head } from './audit.ts';
import type { Trx } from './client.ts';
import { insertAll } from './loading.ts';
import type { AreaLinksTable, BoundarySetsTable, NewObservation } from './schema.ts';

// Official replacements. Nothing is overwritten: a boundary set gets its next version, a membership
// its last day, a figure the instant until which it was held.

export type NewBoundaries = Pick<
	BoundarySetsTable,
	'level' | 'vintage' | 'label' | 'hash' | 'source_id' | 'note'
> & { topology: unknown };

/** Puts the next version of a boundary set in use; returns its number. */
export async function nextBoundaries(trx: Trx, set: NewBoundaries, now: Date): Promise<number> {
	const last = await trx
		.selectFrom('boundary_sets')
		.select(({ fn }) => fn.max('version').as('version'))
		.where('vintage', '=', set.vintage)
		.executeTakeFirst();
	const version = (last?.version ?? 0) + 1;
	await trx
		.updateTable('boundary_sets')
		.set({ in_use_to: now })
		.where('vintage', '=', set.vintage)
		.where('in_use_to', 'is', null)
		.execute();
	const topology = set.topology as string;
	const id = `${set.vintage}.${version}`;
	await insertAll(trx, 'boundary_sets', [{ ...set, id, version, topology, in_use_from: now }]);
	return version;
}

/**
 * Ends the open memberships of `children` in `parents` on the day before `from` and adds new ones.
 * A membership that would have begun on or after that day never came into force and goes.
 */
export async function replaceLinks(
	trx: Trx,
	links: readonly AreaLinksTable[],
	{ parents, from, last }: { parents: readonly string[]; from: string; last: string }
): Promise<void> {
	const children = [...new Set(links.map(({ child }) => child))];
	await trx
		.deleteFrom('area_links')
		.where('child', 'in', children)
		.where('parent', 'in', [...parents])
		.where('valid_from', '>=', from)
		.execute();
	await trx
		.updateTable('area_links')
		.set({ valid_to: last })
		.where('child', 'in', children)
		.where('parent', 'in', [...parents])
		.where('valid_to', 'is', null)
		.execute();
	await insertAll(trx, 'area_links', links);
}

/** Makes `rows` the figures now held of `areas`; what was held before stays in its own time. */
export async function replaceFigures(
	trx: Trx,
	rows: readonly NewObservation[],
	areas: readonly string[],
	now: Date
): Promise<void> {
	await trx
		.updateTable('observations')
		.set({ held_to: now })
		.where('area', 'in', [...areas])
		.where('held_to', 'is', null)
		.execute();
	await insertAll(
		trx,
		'observations',
		rows.map((row) => ({ ...row, held_from: now }))
	);
}

export interface NewEdition {
	id: string;
	label: string;
	note: string | null;
	/** A round of figures, figures between rounds, replaced ones (unless given), or a change of targets. */
	kind?: 'report' | 'addition' | 'correction' | 'target';
}

/** A named instant of publication, with the head that the audit had when it was made. */
export async function addEdition(
	trx: Trx,
	{ kind = 'correction', ...edition }: NewEdition,
	now: Date
): Promise<void> {
	const before = await head(trx);
	const audit_head = before === CHAIN_START ? null : before;
	await insertAll(trx, 'editions', [{ ...edition, kind, published_at: now, audit_head }]);
}
