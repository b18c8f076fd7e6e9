import { type AreaLink, NEIGHBOURHOODS } from '../../domain/area.ts';
import { daysOn } from '../../domain/day.ts';
import * as areas from '../db/areas.ts';
import { type Db, transaction, type Trx } from '../db/client.ts';
import { setSetting } from '../db/loading.ts';
import { addEdition, replaceFigures, replaceLinks } from '../db/replacing.ts';
import type { AreaLinksTable } from '../db/schema.ts';
import { Refusal } from '../refusal.ts';
import { publish } from '../workflow/publish.ts';
import { readCatalogue } from './catalogue.ts';
import { fill } from './figures.ts';
import { type Building, readLookups } from './geography.ts';
import { checkLocalities, type LocalityList } from './locality-file.ts';
import { redrawLocalities } from './locality-lines.ts';
import { reader } from './open-data.ts';

// `npm run localities`: the council's own list takes the place of the reported one. Memberships end and
// begin, lines are merged anew, and the figures of localities are added up again, as a new edition.

/** Setting: the vintage of wards that the localities are now merged from. */
export const MERGED_FROM = 'localities-merged-from';

export interface Replacement {
	text: string;
	/** Folder of static/open-data: counts of neighbourhoods are read from it. */
	root: string;
	now: Date;
}

export async function replaceLocalities(db: Db, wanted: Replacement): Promise<LocalityList> {
	const every = await areas.all(db);
	const wards = every.filter(({ level, isLocal }) => level === 'ward' && isLocal);
	const localities = every.filter(({ level }) => level === 'locality');
	const list = checkLocalities(wanted.text, { wards, localities });
	if ('problems' in list) {
		const lines = list.problems.map((problem) => `- ${problem}`);
		throw new Refusal(['The list was not taken; nothing was changed.', ...lines].join('\n'));
	}
	const vintage = wards.find(({ code }) => code === list.members[0]?.ward)?.vintage ?? '';
	const toWards = await areas.linksBetween(db, NEIGHBOURHOODS, vintage);
	await transaction(db, async (trx) => {
		await replaceMembership(
			trx,
			list,
			toWards,
			localities.map(({ code }) => code)
		);
		const membership = new Map(list.members.map(({ ward, locality }) => [ward, locality]));
		await redrawLocalities(trx, vintage, membership, wanted.now);
		await addUp(trx, wanted, toWards, membership);
		await addEdition(trx, editionOf(list, wanted.now), wanted.now);
		await setSetting(trx, MERGED_FROM, vintage, wanted.now);
		await publish(trx, wanted.now);
	});
	return list;
}

function editionOf({ from, members }: LocalityList, now: Date) {
	const day = now.toISOString();
	return {
		id: `localities-${day.slice(0, 16).replaceAll(/[T:]/g, '-')}`,
		label: `Localities as of ${from}`,
		note: `${members.length} wards placed by a list; figures of localities added up again.`
	};
}

async function replaceMembership(
	trx: Trx,
	{ members, from }: LocalityList,
	toWards: readonly AreaLink[],
	parents: readonly string[]
) {
	const last = daysOn(from, -1);
	const link = (child: string, parent: string, evidence: string): AreaLinksTable => ({
		child,
		parent,
		share: 1,
		basis: 'whole area',
		is_best_fit: true,
		evidence,
		source_id: null,
		valid_from: from,
		valid_to: null
	});
	const derived = members.flatMap(({ ward, locality }) =>
		toWards
			.filter(({ parent, isBestFit }) => parent === ward && isBestFit)
			.map(({ child }) => link(child, locality, 'derived: neighbourhood to ward by best fit'))
	);
	const given = members.map(({ ward, locality, evidence }) => link(ward, locality, evidence));
	await replaceLinks(trx, [...given, ...derived], { parents, from, last });
}

async function addUp(
	trx: Trx,
	{ root, now }: Replacement,
	toWards: readonly AreaLink[],
	membership: ReadonlyMap<string, string>
) {
	const read = reader(root);
	const building: Building = {
		estimated: toWards.some(({ share }) => share < 1),
		overlaps: toWards.flatMap(({ child, parent, share }) => {
			const target = membership.get(parent);
			return target ? [{ source: child, target, weight: share }] : [];
		})
	};
	const from = { read, lookups: readLookups(read), buildings: [building] };
	const codes = new Set(membership.values());
	const rows = readCatalogue(read).entries.flatMap(({ code, multiplier, sourceId, figures }) =>
		figures
			.filter((recipe) => recipe.from !== 'series')
			.flatMap((recipe) => fill(from, { code, multiplier, sourceId }, recipe).observations)
			.filter(({ area }) => codes.has(area))
	);
	await replaceFigures(trx, rows, [...codes], now);
}
