import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../src/lib/domain/area.ts';
import { type Edition, exposedTogether } from '../../src/lib/domain/disclosure/editions.ts';
import type { Figure } from '../../src/lib/domain/disclosure/gate.ts';
import { type CountRow, cellOf, ledger } from '../../src/lib/domain/disclosure/ledger.ts';
import {
	areaRelations,
	breakdownRelations,
	periodRelations
} from '../../src/lib/domain/disclosure/structure.ts';
import * as areas from '../../src/lib/server/db/areas.ts';
import * as breakdowns from '../../src/lib/server/db/breakdowns.ts';
import type { Connection, Db } from '../../src/lib/server/db/client.ts';
import * as periods from '../../src/lib/server/db/periods.ts';
import type { Edition as Held } from '../../src/lib/domain/edition.ts';
import * as figures from '../../src/lib/server/figures.ts';
import type { Published } from '../../src/lib/server/workflow/publish.ts';
import { testDatabase } from '../support/db.ts';
import {
	COUNT,
	editions,
	LATER,
	PLANTED,
	publishReturns,
	RESTRICTED,
	SHARE,
	wardsOf
} from '../support/officers.ts';
import { publicOutputs, type Subject, unasked } from '../support/public-outputs.ts';

const worlds: Connection[] = [];
let published: Published[];
let ward: string;
let subject: Subject;

beforeAll(async () => {
	for (const world of [0, 1] as const) {
		const connection = await testDatabase({ loaded: true });
		worlds.push(connection);
		const done = await publishReturns(connection.db, world);
		if (world === 0) published = done;
	}
	const { db } = worlds[0] as Connection;
	const [first] = await wardsOf(db);
	const all = await areas.all(db);
	const slug = (code: string) => all.find((area) => area.code === code)?.slug ?? '';
	ward = first?.code ?? '';
	const locality = first?.locality ?? '';
	const wardPath = { locality: slug(locality), ward: slug(ward) };
	subject = { code: COUNT, ward, locality, wardPath, theme: 'cohesion' };
}, 300_000);
afterAll(() => Promise.all(worlds.map((world) => world.close())));

const db = (world: number): Db => (worlds[world] as Connection).db;
const at = (edition: number) => editions[edition]?.publishedAt ?? '';
const shownBy = (world: number, edition: number, indicator = COUNT): Promise<Figure[]> =>
	figures.held(db(world), at(edition), { indicators: [indicator] });
const key = ({ area, period, breakdown }: Figure) => `${area} ${period} ${breakdown}`;

describe('a publication', () => {
	it('decides every count of people, hides the small ones and others that protect them', async () => {
		expect(published.map(({ protection }) => protection.withheld)).toEqual([[], []]);
		expect(published.every(({ protection }) => protection.hidden > 0)).toBe(true);
		const rows = await db(0)
			.selectFrom('observations')
			.select(['area', 'breakdown', 'protection', 'value'])
			.where('indicator', '=', COUNT)
			.execute();
		expect(rows.every(({ protection }) => protection !== null)).toBe(true);
		for (const { value, protection } of rows) {
			expect(protection === 'primary').toBe(value !== null && value > 0 && value < 5);
		}
		expect(rows.filter(({ protection }) => protection === 'secondary').length).toBeGreaterThan(0);
	});

	it('leaves figures of other rules undecided and shown', async () => {
		const { count } = await db(0)
			.selectFrom('observations')
			.innerJoin('indicator_versions as v', (join) =>
				join
					.onRef('v.indicator', '=', 'observations.indicator')
					.onRef('v.version', '=', 'observations.version')
			)
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('v.disclosure_rule', '!=', 'people')
			.where('protection', 'is not', null)
			.executeTakeFirstOrThrow();
		expect(count).toBe(0);
	});

	it('judges nothing that it hides, and makes no class of it', async () => {
		const hidden = new Set((await shownBy(0, 1)).filter(({ value }) => value === null).map(key));
		const judged = await db(0)
			.selectFrom('judgements')
			.selectAll()
			.where('indicator', 'in', [COUNT, SHARE, RESTRICTED])
			.where('held_to', 'is', null)
			.execute();
		expect(judged.length).toBeGreaterThan(0);
		expect(judged.some(({ indicator }) => indicator === RESTRICTED)).toBe(false);
		for (const { indicator, area, period, breakdown, against_period } of judged) {
			if (indicator !== COUNT) continue;
			expect(hidden).not.toContain(`${area} ${period} ${breakdown}`);
			expect(hidden).not.toContain(`${area} ${against_period} ${breakdown}`);
		}
	});
});

describe('all outputs together', () => {
	it('are every route: a new one must say how it is asked (tests/support/public-outputs.ts)', () => {
		expect(unasked(subject)).toEqual([]);
	});

	it.each([
		['counts, the first edition', COUNT, 0, true],
		['counts, the second edition, and all that names no indicator', COUNT, 1, false],
		['shares of them', SHARE, 1, true],
		['the restricted indicator, held in one database only', RESTRICTED, 1, true]
	])(
		'are the same whatever the hidden values are: %s',
		async (_, code, edition, ofCodeOnly) => {
			const asked = { ...subject, code };
			const given = { edition: editions[edition] as Held, ofCodeOnly };
			const one = await publicOutputs(db(0), asked, given);
			const two = await publicOutputs(db(1), asked, given);
			const different = [...one].filter(([address, text]) => two.get(address) !== text);
			expect(different.map(([address]) => address)).toEqual([]);
			const leaking = [...one].filter(([, text]) => text.includes(String(PLANTED)));
			expect(leaking.map(([address]) => address)).toEqual([]);
			const answered = [...one.values()].filter((text) => !text.startsWith('refused'));
			expect(answered.length).toBeGreaterThan(code === RESTRICTED ? 10 : 25);
		},
		600_000
	);

	it('would differ if one hidden value were shown, and would show a planted one', async () => {
		await db(0)
			.updateTable('observations')
			.set({ protection: 'shown', value: PLANTED })
			.where('indicator', '=', COUNT)
			.where('area', '=', ward)
			.where('period', '=', LATER)
			.where('held_to', 'is', null)
			.execute();
		const leaks = await publicOutputs(db(0), subject, {
			edition: editions[1] as Held
		});
		const found = [...leaks].filter(
			([, text]) => text.includes(String(PLANTED)) || text.includes('7,770,007')
		);
		const routes = found.map(([address]) => address.split(/[/?.]/)[1]);
		expect([...new Set(routes)]).toEqual(
			expect.arrayContaining(['api', 'charts', 'compare', 'data', 'indicators', 'map', 'places'])
		);
	}, 600_000);
});

describe('an attacker with a linear programme, from figures alone', () => {
	it('finds no hidden count in both editions together', async () => {
		const structure = {
			areas: areaRelations(await areas.all(db(1)), await areas.allLinks(db(1))),
			breakdowns: breakdownRelations([...(await breakdowns.all(db(1))).values()]),
			periods: periodRelations([...(await periods.all(db(1))).values()])
		};
		const truth = await db(1)
			.selectFrom('observations')
			.selectAll()
			.where('indicator', '=', COUNT)
			.execute();
		const joint = await Promise.all(
			editions.map(async ({ publishedAt }, i): Promise<Edition> => {
				const now = new Date(publishedAt);
				const held = truth
					.filter((row) => row.held_from <= now && (row.held_to === null || row.held_to > now))
					.map((row): CountRow => ({
						...row,
						count: row.value,
						base: null,
						heldFrom: publishedAt,
						heldTo: null,
						protection: null,
						isBarred: false
					}));
				const gone = new Set((await shownBy(1, i)).filter(({ value }) => value === null).map(key));
				const rule = { threshold: 5, suppressZeros: false };
				const { system, smallRests } = ledger(held, { structure, rule }, 'count');
				const hidden = held.filter((row) => gone.has(`${row.area} ${row.period} ${row.breakdown}`));
				expect(hidden.length).toBeGreaterThan(8);
				return {
					system,
					hidden: new Set([...hidden.map((row) => cellOf(row, 'count')), ...smallRests])
				};
			})
		);
		expect(exposedTogether(joint)).toEqual([]);
	});
});

it('a count that no publication has decided is not shown', async () => {
	await db(1)
		.updateTable('observations')
		.set({ protection: null })
		.where('indicator', '=', COUNT)
		.where('area', '=', WALSALL)
		.execute();
	const borough = (await shownBy(1, 1)).filter(({ area }) => area === WALSALL);
	expect(borough.length).toBeGreaterThan(0);
	expect(
		borough.every(
			({ state, value, note }) => state === 'suppressed' && value === null && note === null
		)
	).toBe(true);
});
