import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, type Trx, transaction } from '../db/client.ts';
import { publish } from '../workflow/publish.ts';
import { alone, analyse, insertAll, setSetting, setting } from '../db/loading.ts';
import { loadColdSpots } from '../coldspots/load.ts';
import { areas, comparatorMembers } from './areas.ts';
import { boundarySets } from './boundaries.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { figuresOf } from './all-figures.ts';
import { type Lookups, readLookups } from './geography.ts';
import { links } from './links.ts';
import { type Read, reader } from './open-data.ts';

// Fills an empty database from static/open-data in one transaction: a kill at any moment leaves it
// empty or full, never in between.

export interface LoadOptions {
	/** Folder of static/open-data. */
	root: string;
	now: Date;
	progress?: (message: string) => void;
}

export const FIRST_EDITION = 'initial-load';
/** Setting: which open data this database holds. */
export const KEY = 'open-data';

/** Loads the open data unless this database already holds it. Returns whether it did. */
export async function loadOpenData(db: Db, options: LoadOptions): Promise<boolean> {
	const hash = hashOfManifest(options.root);
	const held = await setting(db, KEY);
	if (held !== undefined) {
		if (held !== hash)
			options.progress?.(
				'nothing: the open data have changed since; npm run refresh publishes them'
			);
		return false;
	}
	const isOurs = await transaction(db, async (trx) => {
		await alone(trx);
		// Another process may have filled the database while this one waited.
		if ((await setting(trx, KEY)) !== undefined) return false;
		await everything(trx, options);
		options.progress?.('judgements');
		await publish(trx, options.now);
		await setSetting(trx, KEY, hash, options.now);
		return true;
	});
	if (isOurs) await analyse(db);
	return isOurs;
}

/** Changes when any file of the open data changes: the manifest holds the hash of each. */
export function hashOfManifest(root: string): string {
	return createHash('sha256')
		.update(readFileSync(join(root, 'manifest.json')))
		.digest('hex');
}

async function everything(trx: Trx, { root, now, progress = () => {} }: LoadOptions) {
	const read = reader(root);
	const lookups = readLookups(read);
	const catalogue = readCatalogue(read);
	await insertAll(trx, 'sources', catalogue.sources);
	progress('areas and boundaries');
	await loadAreas(trx, read, lookups, now);
	progress('catalogue');
	await loadCatalogue(trx, catalogue);
	await insertAll(trx, 'editions', [
		{
			id: FIRST_EDITION,
			published_at: now,
			label: 'First load of published figures',
			note: 'Figures of the open data that come with the product; no return of the council is in it.'
		}
	]);
	await loadFigures(trx, { read, lookups, catalogue, now, progress });
	progress('cold spots');
	await loadColdSpots(trx, read);
}

async function loadAreas(trx: Trx, read: Read, lookups: Lookups, now: Date) {
	const rows = areas(lookups);
	const names = new Map(rows.map(({ code, name }) => [code, name]));
	const membership = new Map(lookups.formerWards.map(([ward, , place]) => [ward, place]));
	await insertAll(trx, 'areas', rows);
	await insertAll(trx, 'area_links', links(lookups));
	await insertAll(trx, 'comparator_members', comparatorMembers(lookups));
	for (const set of boundarySets(read, membership, names)) {
		const topology = set.topology as unknown as string;
		await insertAll(trx, 'boundary_sets', [{ ...set, topology, in_use_from: now }]);
	}
}

async function loadCatalogue(trx: Trx, catalogue: Catalogue) {
	await insertAll(trx, 'themes', catalogue.themes);
	await insertAll(trx, 'frameworks', catalogue.frameworks);
	await insertAll(trx, 'framework_elements', catalogue.frameworkElements);
	await insertAll(trx, 'indicators', catalogue.indicators);
	await insertAll(trx, 'indicator_versions', catalogue.versions);
	await insertAll(trx, 'indicator_themes', catalogue.indicatorThemes);
	await insertAll(trx, 'indicator_elements', catalogue.elements);
	await insertAll(trx, 'series_breaks', catalogue.breaks);
	await insertAll(trx, 'breakdowns', catalogue.breakdowns);
	await insertAll(trx, 'facts', catalogue.facts);
	await insertAll(trx, 'timeline', catalogue.timeline);
}

interface Figures {
	read: Read;
	lookups: Lookups;
	catalogue: Catalogue;
	now: Date;
	progress: (message: string) => void;
}

async function loadFigures(trx: Trx, { read, lookups, catalogue, now, progress }: Figures) {
	const { periods, observations } = figuresOf(read, lookups, catalogue);
	await insertAll(trx, 'periods', periods);
	progress(`${observations.length.toLocaleString('en-GB')} figures`);
	await insertAll(
		trx,
		'observations',
		observations.map((row) => ({ ...row, held_from: now }))
	);
}
