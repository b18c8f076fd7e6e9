import { LOCALITIES, WALSALL, WARDS_NOW } from '../../src/lib/domain/area.ts';
import type { Edition } from '../../src/lib/domain/edition.ts';
import * as areas from '../../src/lib/server/db/areas.ts';
import { type Db, transaction } from '../../src/lib/server/db/client.ts';
import { addEdition } from '../../src/lib/server/db/replacing.ts';
import { publish, type Published } from '../../src/lib/server/workflow/publish.ts';
import { makeObservation, makePeriod } from './make.ts';

// Officers' counts of people in the loaded database, published twice. Two worlds agree in all that may be
// shown and differ in every hidden count: who can tell them apart has learnt a hidden value.

export type World = 0 | 1;

export const COUNT = 'C11';
export const SHARE = 'W02';
export const RESTRICTED = 'L05';
/** Printed by nothing else. */
export const PLANTED = 7_770_007;

export const EARLIER = 'FY2035';
export const LATER = 'FY2036';
const [FIRST, SECOND] = ['2037-01-10T09:00:00.000Z', '2037-04-10T09:00:00.000Z'];
export const editions: Edition[] = [
	{ id: 'officers-1', publishedAt: FIRST, label: 'First return', note: null },
	{ id: 'officers-2', publishedAt: SECOND, label: 'Revised return', note: null }
];

/** Women and men of two wards by world and edition: small counts, sums that are the same in both worlds. */
const secret = [
	[
		[
			[1, 41],
			[4, 49]
		],
		[
			[2, 45],
			[3, 52]
		]
	],
	[
		[
			[4, 38],
			[1, 52]
		],
		[
			[3, 44],
			[2, 53]
		]
	]
] as const;

interface Ward {
	code: string;
	locality: string;
	/** 0 and 1 are the two wards of a locality with small counts. */
	place: number;
	index: number;
}

export async function wardsOf(db: Db): Promise<Ward[]> {
	const links = await areas.linksBetween(db, WARDS_NOW, LOCALITIES);
	const best = links.filter(({ isBestFit }) => isBestFit);
	return best.map(({ child, parent }, index) => ({
		code: child,
		locality: parent,
		place: best.filter((link) => link.parent === parent).findIndex((link) => link.child === child),
		index
	}));
}

type Cells = Map<string, { count: number; base: number }>;

/** Women and men by ward, added up to everyone, localities and the borough. */
function cells(
	wards: readonly Ward[],
	given: { world: World; edition: 0 | 1; period: string }
): Cells {
	const made: Cells = new Map();
	for (const ward of wards) {
		const counts = countsOf(ward, given);
		for (const area of [ward.code, ward.locality, WALSALL]) {
			for (const [breakdown, count] of Object.entries(counts)) {
				const key = `${area} ${breakdown}`;
				const before = made.get(key) ?? { count: 0, base: 0 };
				made.set(key, { count: before.count + count, base: before.base + 200 });
			}
		}
	}
	return made;
}

function countsOf(
	{ place, index }: Ward,
	{ world, edition, period }: { world: World; edition: 0 | 1; period: string }
) {
	const isSecret = place < 2 && period === LATER;
	const revised = edition === 1 && place === 2 && period === LATER ? 7 : 0;
	const [female = 0, male = 0] = isSecret
		? (secret[world][edition][place] ?? [])
		: [20 + index + revised, 30 + 2 * index];
	return { all: female + male, female, male };
}

/** Publishes both editions; returns what each publication did. */
export async function publishReturns(db: Db, world: World): Promise<Published[]> {
	const wards = await wardsOf(db);
	for (const [id, year] of [
		[EARLIER, 2035],
		[LATER, 2036]
	] as const) {
		const kind = 'financial_year';
		const label = `${year}/${year - 1999}`;
		await makePeriod(db, { id, kind, label, starts: `${year}-04-01`, ends: `${year + 1}-03-31` });
	}
	const first = await publication(db, 0, async () => {
		for (const period of [EARLIER, LATER]) {
			await insert(db, cells(wards, { world, edition: 0, period }), { period, from: FIRST });
		}
		if (world === 0) await plant(db, wards);
	});
	const second = await publication(db, 1, async () => {
		const before = cells(wards, { world, edition: 0, period: LATER });
		const after = cells(wards, { world, edition: 1, period: LATER });
		const changed = [...after].filter(([key, { count }]) => before.get(key)?.count !== count);
		await insert(db, new Map(changed), { period: LATER, from: SECOND });
	});
	return [first, second];
}

async function publication(db: Db, which: 0 | 1, write: () => Promise<void>): Promise<Published> {
	await write();
	const { id, label, note, publishedAt } = editions[which] as Edition;
	const now = new Date(publishedAt);
	return transaction(db, async (trx) => {
		await addEdition(trx, { id, label, note }, now);
		return publish(trx, now);
	});
}

async function insert(db: Db, made: Cells, { period, from }: { period: string; from: string }) {
	const held_from = new Date(from);
	for (const [key, { count, base }] of made) {
		const [area = '', breakdown = ''] = key.split(' ');
		const place = { area, breakdown, period, held_from };
		await close(db, COUNT, place);
		await makeObservation(db, {
			indicator: COUNT,
			...place,
			value: count,
			note: `note of ${count}`
		});
		if (breakdown !== 'female') continue;
		const share = { ...place, breakdown: 'all' };
		await close(db, SHARE, share);
		const counts = { numerator: count, denominator: base, value: (100 * count) / base };
		const limits = { lower: counts.value - 1, upper: counts.value + 1 };
		await makeObservation(db, { indicator: SHARE, ...share, ...counts, ...limits });
	}
}

async function close(
	db: Db,
	indicator: string,
	{
		area,
		breakdown,
		period,
		held_from
	}: Record<'area' | 'breakdown' | 'period', string> & { held_from: Date }
) {
	await db
		.updateTable('observations')
		.set({ held_to: held_from })
		.where('indicator', '=', indicator)
		.where('area', '=', area)
		.where('breakdown', '=', breakdown)
		.where('period', '=', period)
		.where('held_to', 'is', null)
		.execute();
}

/** Tension reports, for named roles only. */
async function plant(db: Db, wards: readonly Ward[]) {
	for (const area of [WALSALL, ...wards.map(({ code }) => code)]) {
		for (const period of [EARLIER, LATER]) {
			await makeObservation(db, {
				indicator: RESTRICTED,
				area,
				period,
				value: PLANTED,
				numerator: PLANTED,
				note: `${PLANTED}`,
				held_from: new Date(FIRST)
			});
		}
	}
}
