import { feature } from 'topojson-client';
import { type AreaLevel, LOCALITIES, WALSALL, WARDS_BEFORE } from '../../domain/area.ts';
import * as areas from '../db/areas.ts';
import * as boundaries from '../db/boundaries.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import { setSetting, setting } from '../db/loading.ts';
import { nextBoundaries } from '../db/replacing.ts';
import { Refusal } from '../refusal.ts';
import { type AreaTopology, hashOf } from './boundaries.ts';
import { checkBoundaries } from './boundary-file.ts';
import { redrawLocalities } from './locality-lines.ts';
import { MERGED_FROM } from './replace-localities.ts';
import type { Polygon } from './rings.ts';

// `npm run boundaries`: an official file takes the place of a boundary set, after it was checked.

export interface Replacement {
	text: string;
	/** Vintage, e.g. `wards-2026`. */
	set: string;
	/** Where the file came from, as it is to be printed. */
	source: string;
	now: Date;
}

export interface Replaced {
	version: number;
	areas: number;
	/** The file draws the same lines as the set in use. */
	isSame: boolean;
}

export async function replaceBoundaries(db: Db, wanted: Replacement): Promise<Replaced> {
	const inUse = await boundaries.topology(db, wanted.set);
	if (!inUse || wanted.set === LOCALITIES) throw new Refusal(await unknownSet(db, wanted.set));
	const names = await namesOf(db, wanted.set);
	const outline = wanted.set === 'borough' ? undefined : await outlineOf(db);
	const level = inUse.level as AreaLevel;
	const checked = checkBoundaries(wanted.text, { level, names, borough: outline });
	if ('problems' in checked) {
		const lines = checked.problems.map((problem) => `- ${problem}`);
		throw new Refusal(['The file was not taken; nothing was changed.', ...lines].join('\n'));
	}
	const hash = hashOf(checked.topology);
	if (hash === inUse.hash) return { version: inUse.version, areas: names.size, isSame: true };
	const version = await transaction(db, async (trx) => {
		const given = {
			level,
			vintage: wanted.set,
			label: wanted.source,
			hash,
			topology: checked.topology,
			source_id: null,
			note: null
		};
		const next = await nextBoundaries(trx, given, wanted.now);
		await redrawIfMerged(trx, wanted);
		await setSetting(trx, `boundaries ${wanted.set}`, hash, wanted.now);
		return next;
	});
	return { version, areas: names.size, isSame: false };
}

// Localities follow the lines of the wards that they are merged from.
async function redrawIfMerged(trx: Trx, { set, now }: Replacement): Promise<void> {
	if (set !== ((await setting(trx, MERGED_FROM)) ?? WARDS_BEFORE)) return;
	const links = await areas.linksBetween(trx, set, LOCALITIES);
	const last = links.reduce((day, { validFrom }) => (validFrom > day ? validFrom : day), '');
	const open = links.filter(({ validFrom, isBestFit }) => validFrom === last && isBestFit);
	const membership = new Map(open.map(({ child, parent }) => [child, parent]));
	await redrawLocalities(trx, set, membership, now);
}

async function unknownSet(db: Db, set: string): Promise<string> {
	const sets = (await boundaries.inUse(db)).map(({ vintage }) => vintage);
	const known = sets.filter((vintage) => vintage !== LOCALITIES).join(', ');
	return set === LOCALITIES
		? 'Localities have no file of their own: they are merged from wards. Use npm run localities.'
		: `There is no boundary set "${set}". Sets: ${known}.`;
}

async function namesOf(db: Db, set: string): Promise<Map<string, string>> {
	const members = await areas.ofVintage(db, set);
	return new Map(members.filter(({ isLocal }) => isLocal).map(({ code, name }) => [code, name]));
}

async function outlineOf(db: Db): Promise<Polygon[]> {
	const set = await boundaries.topology(db, 'borough');
	if (!set) throw new Refusal('The database has no outline of the borough: run npm start first.');
	const topology = set.topology as AreaTopology;
	const { features } = feature(topology, topology.objects.areas);
	const borough = features.find(({ properties }) => properties.code === WALSALL);
	const geometry = borough?.geometry;
	if (geometry?.type === 'Polygon') return [geometry.coordinates];
	return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
}
