import type { Topology } from 'topojson-specification';
import type { Db } from './client.ts';

export interface BoundarySet {
	id: string;
	level: string;
	vintage: string;
	version: number;
	label: string;
	hash: string;
	note: string | null;
}

/** Boundary sets now in use, without their geometry. */
export function inUse(db: Db): Promise<BoundarySet[]> {
	return db
		.selectFrom('boundary_sets')
		.select(['id', 'level', 'vintage', 'version', 'label', 'hash', 'note'])
		.where('in_use_to', 'is', null)
		.orderBy('id')
		.execute();
}

/** The geometry now in use of one vintage (`wards-2026`, `lsoa-2021`, `localities-2021`, `borough`). */
export async function topology(
	db: Db,
	vintage: string
): Promise<(BoundarySet & { topology: Topology }) | undefined> {
	const row = await db
		.selectFrom('boundary_sets')
		.select(['id', 'level', 'vintage', 'version', 'label', 'hash', 'note', 'topology'])
		.where('vintage', '=', vintage)
		.where('in_use_to', 'is', null)
		.orderBy('version', 'desc')
		.executeTakeFirst();
	return row && { ...row, topology: row.topology as Topology };
}
