import { LOCALITIES } from '../../domain/area.ts';
import * as areas from '../db/areas.ts';
import * as boundaries from '../db/boundaries.ts';
import type { Trx } from '../db/client.ts';
import { nextBoundaries } from '../db/replacing.ts';
import { type AreaTopology, hashOf, localities, type Membership } from './boundaries.ts';

/** Merges the localities anew from the wards of one vintage, as the next version of their lines. */
export async function redrawLocalities(
	trx: Trx,
	wards: string,
	membership: Membership,
	now: Date
): Promise<void> {
	const lines = await boundaries.topology(trx, wards);
	if (!lines) throw new Error(`no boundary set ${wards}`);
	const names = new Map(
		(await areas.ofVintage(trx, LOCALITIES)).map(({ code, name }) => [code, name])
	);
	const topology = localities(lines.topology as AreaTopology, membership, names);
	await nextBoundaries(
		trx,
		{
			level: 'locality',
			vintage: LOCALITIES,
			label: `Localities, merged from ${lines.label}`,
			topology,
			hash: hashOf(topology),
			source_id: 'localities',
			note: null
		},
		now
	);
}
