import { type Db, type Trx, transaction } from '../db/client.ts';
import { changedHere } from '../db/frameworks.ts';
import { alone, analyse, insertMissing, setSetting, setting } from '../db/loading.ts';
import { areaCodes, exchange, heldNow } from '../db/renewing.ts';
import { addEdition } from '../db/replacing.ts';
import { Refusal } from '../refusal.ts';
import { publish } from '../workflow/publish.ts';
import { figuresOf } from './all-figures.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { readLookups } from './geography.ts';
import { FIRST_EDITION, hashOfManifest, KEY, type LoadOptions } from './load.ts';
import { reader } from './open-data.ts';
import { type Renewal, renewal } from './renewal.ts';
import { MERGED_FROM } from './replace-localities.ts';

// `npm run refresh`: the open data that came with a newer program are published as a new edition. What
// was held before stays in its own time. Definitions, places and results of cold spots that are held
// are not touched: they have ways of their own to change.

const LATER = 'open-data-';

export type Refreshed = Omit<Renewal, 'closed'> & {
	edition: string | undefined;
	/** Figures of areas that this database does not have. */
	unplaced: number;
	/** Localities follow a list of the council: their figures were left alone. */
	localitiesKept: boolean;
};

/** Publishes what has changed; undefined when the open data held are these. */
export async function refreshOpenData(
	db: Db,
	{ root, now }: LoadOptions
): Promise<Refreshed | undefined> {
	const hash = hashOfManifest(root);
	const done = await transaction(db, async (trx) => {
		await alone(trx);
		const held = await setting(trx, KEY);
		if (held === undefined) throw new Refusal('Nothing is loaded yet: run npm start first.');
		if (held === hash) return undefined;
		const found = await renewed(trx, root, now);
		await setSetting(trx, KEY, hash, now);
		return found;
	});
	if (done) await analyse(db);
	return done;
}

async function renewed(trx: Trx, root: string, now: Date): Promise<Refreshed> {
	const read = reader(root);
	const catalogue = readCatalogue(read);
	const given = figuresOf(read, readLookups(read), catalogue);
	const places = await areaCodes(trx);
	const localities = await areaCodes(trx, 'locality');
	const localitiesKept = (await setting(trx, MERGED_FROM)) !== undefined;
	const placed = given.observations.filter(({ area }) => places.has(area));
	const isKept = ({ area }: { area: string }) => localitiesKept && localities.has(area);
	const before = await heldNow(trx, { first: FIRST_EDITION, later: LATER });
	const { closed, ...change } = renewal(
		placed.filter((row) => !isKept(row)),
		before.filter((row) => !isKept(row))
	);
	await addCatalogue(trx, catalogue);
	await insertMissing(trx, 'periods', given.periods);
	await exchange(trx, { closed, rows: [...change.fresh, ...change.revised] }, now);
	const unplaced = given.observations.length - placed.length;
	const isChanged = closed.length + change.fresh.length > 0;
	const edition = isChanged ? editionOf(change, now) : undefined;
	if (edition) {
		await addEdition(trx, edition, now);
		await publish(trx, now);
	}
	return { ...change, edition: edition?.id, unplaced, localitiesKept };
}

/** What new figures may refer to. What is there already stays: owners may have changed it. */
async function addCatalogue(trx: Trx, catalogue: Catalogue) {
	await insertMissing(trx, 'sources', catalogue.sources);
	await insertMissing(trx, 'themes', catalogue.themes);
	await insertMissing(trx, 'indicators', catalogue.indicators);
	await insertMissing(trx, 'indicator_versions', catalogue.versions);
	await insertMissing(trx, 'indicator_themes', catalogue.indicatorThemes);
	await insertMissing(trx, 'series_breaks', catalogue.breaks);
	await insertMissing(trx, 'breakdowns', catalogue.breakdowns);
	await addFrameworks(trx, catalogue);
}

/** Frameworks that nobody has changed here take what is new in them; the others are the council's. */
async function addFrameworks(trx: Trx, catalogue: Catalogue) {
	const changed = await changedHere(trx);
	const isOurs = ({ framework }: { framework: string }) => !changed.has(framework);
	await insertMissing(trx, 'frameworks', catalogue.frameworks);
	await insertMissing(trx, 'framework_elements', catalogue.frameworkElements.filter(isOurs));
	await insertMissing(trx, 'indicator_elements', catalogue.elements.filter(isOurs));
}

function editionOf({ fresh, revised, gone }: Omit<Renewal, 'closed'>, now: Date) {
	const minute = now.toISOString().slice(0, 16).replaceAll(/[T:]/g, '-');
	return {
		id: `${LATER}${minute}`,
		label: 'Open data renewed',
		note: `${fresh.length} new figures, ${revised.length} changed, ${gone} no longer published.`
	};
}
