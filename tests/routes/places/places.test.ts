import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { load as list } from '../../../src/routes/places/+page.server.ts';
import { load as byCode } from '../../../src/routes/places/[gss=area]/+page.server.ts';
import { load as byLocality } from '../../../src/routes/places/[locality=slug]/+page.server.ts';
import { load as byWard } from '../../../src/routes/places/[locality=slug]/[ward=slug]/+page.server.ts';
import type { shape } from '../../../src/routes/places/shape.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';

type Profile = ReturnType<typeof shape>;
type Load = (made: never) => unknown;

let connection: Connection;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
});
afterAll(() => connection.close());

/** Loads the page at a path below /places, as the routes would. */
async function at(path: string, search = ''): Promise<{ profile: Profile }> {
	const [first = '', second] = path.split('/');
	const isCode = /^[A-Z]+\d+$/.test(first);
	const load: Load = isCode ? byCode : second === undefined ? byLocality : byWard;
	const params: Record<string, string> = isCode
		? { gss: first }
		: { locality: first, ...(second !== undefined && { ward: second }) };
	const made = await event({ db: connection.db, path: `/places/${path}`, search, params });
	return (await load(made as never)) as { profile: Profile };
}

describe('the address of a place', () => {
	it.each([
		['WLOC04', '/places/west'],
		['e05001312', '/places/E05001312'],
		['E05016450', '/places/south/st-matthews'],
		['north/st-matthews', '/places/south/st-matthews'],
		['st-matthews', '/places/south/st-matthews'],
		['walsall', '/places/E08000030'],
		['west/willenhall-north', '/places/E05001319']
	])('%s redirects for good to %s', async (path, location) => {
		await expect(at(path)).rejects.toMatchObject({ status: 308, location });
	});

	it('carries the comparators and the edition along', async () => {
		await expect(at('WLOC04', '?compare=region')).rejects.toMatchObject({
			location: '/places/west?compare=region'
		});
	});

	it.each([
		['E05999999', /No area has the code/],
		['E92000001', /not a part of Walsall/],
		['nowhere', /no locality or ward called/],
		['west/nowhere', /no ward called/]
	])('%s is refused with what to do', async (path, message) => {
		await expect(at(path)).rejects.toMatchObject({
			status: 404,
			body: { message: expect.stringMatching(message) }
		});
	});

	it('a choice in the finder becomes the page of the place', async () => {
		const made = await event({ db: connection.db, path: '/places', search: '?go=E05016433' });
		await expect(Promise.resolve().then(() => list(made as never))).rejects.toMatchObject({
			status: 303,
			location: '/places/east/aldridge-central-and-south'
		});
	});
});

describe('a profile', () => {
	it.each(['west', 'south/st-matthews', 'E05001312', 'E01010250'])(
		'%s: no measure of the borough alone stands in its own column',
		async (path) => {
			const { profile } = await at(path);
			const shown = new Set(profile.groups.flatMap(({ lines }) => lines.map(({ code }) => code)));
			expect(profile.boroughOnly.length).toBeGreaterThan(20);
			expect(profile.boroughOnly.filter(({ code }) => shown.has(code))).toEqual([]);
			expect(shown.has('W04')).toBe(true);
			expect(shown.has('W07')).toBe(false);
		}
	);

	it('every figure of a new ward is flagged as an estimate', async () => {
		const { profile } = await at('south/st-matthews');
		const own = profile.groups.flatMap(({ lines }) => lines.map((line) => line.own));
		expect(own.filter(({ flags }) => !flags?.includes('e'))).toEqual([]);
		expect(profile.membership.change.join(' ')).toMatch(/69% in South and 31% in North/);
	});

	it('a former ward keeps its own figures and says when it ended', async () => {
		const { profile } = await at('E05001312');
		expect(profile.head.kind).toBe('Former ward, in force until 6 May 2026');
		const flags = profile.groups.flatMap(({ lines }) => lines.map((line) => line.own.flags ?? []));
		expect(flags.flat().length).toBeLessThan(flags.length);
	});

	it('judgements are read, never made: words agree with what is stored', async () => {
		const { profile } = await at('west');
		const line = profile.groups.flatMap(({ lines }) => lines).find(({ code }) => code === 'X01');
		expect(line).toMatchObject({ words: 'Higher than Walsall', isClear: true });
	});

	it('make-up of the population is described: no drawing against Walsall, no position', async () => {
		const { profile } = await at('E01010250');
		const lines = profile.groups.flatMap(({ lines: own }) => own);
		const described = lines.filter(({ words }) => words === 'Described, not judged');
		expect(described.length).toBeGreaterThan(0);
		expect(described.every(({ spine, position }) => spine === null && position === null)).toBe(
			true
		);
		expect(lines.some(({ position }) => position !== null)).toBe(true);
	});

	it('comparators in the address are its columns', async () => {
		expect((await at('west')).profile.columns).toEqual(['Walsall', 'England']);
		expect((await at('west', '?compare=region')).profile.columns).toEqual(['West Midlands region']);
		expect((await at('west', '?compare=none')).profile.columns).toEqual([]);
		const borough = await at('E08000030', '?compare=england,similar,start');
		expect(borough.profile.columns).toHaveLength(3);
	});

	it('parts are listed by name, never by value', async () => {
		const { profile } = await at('west');
		const names =
			profile.parts?.rows.filter(({ isWhole }) => !isWhole).map(({ name }) => name) ?? [];
		expect(names.length).toBeGreaterThan(3);
		expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
	});
});

describe('what a place’s own figure hides', () => {
	it.each(['E08000030', 'west', 'east/pelsall'])(
		'%s: each alert leads to its measure, its part and their tests',
		async (path) => {
			const { profile } = await at(path);
			expect(profile.hidden.length).toBeGreaterThan(0);
			for (const { sentence, parts } of profile.hidden) {
				expect(sentence.judgements).toHaveLength(1);
				expect(parts.length).toBeGreaterThan(0);
				for (const { href, judgement, word } of parts) {
					expect(href).toMatch(/^\/places\//);
					expect(judgement).toBeGreaterThan(0);
					expect(['worse', 'higher', 'lower']).toContain(word);
				}
			}
		}
	);
	it('a neighbourhood has no parts', async () => {
		expect((await at('E01010250')).profile.hidden).toEqual([]);
	});
});

describe('where a place lies among others', () => {
	it.each([
		['west', 'Among wards'],
		['east/pelsall', 'Among wards'],
		['E01010250', 'Among neighbourhoods']
	])('%s: %s', async (path, among) => {
		const { profile } = await at(path);
		expect(profile.among).toBe(among);
		const positions = profile.groups.flatMap(({ lines }) => lines.map(({ position }) => position));
		expect(positions.filter(Boolean).length).toBeGreaterThan(8);
	});
});

describe('what stands out', () => {
	it('holds when every comparison of the place is allowed for', async () => {
		for (const path of ['west', 'east/pelsall', 'E01010250']) {
			const { profile } = await at(path);
			const ids = profile.standouts.told.flatMap(({ sentence }) => sentence.judgements);
			const rows = await connection.db
				.selectFrom('judgements')
				.select(['p', 'q'])
				.where('id', 'in', ids.length > 0 ? ids : [0])
				.execute();
			expect(rows).toHaveLength(ids.length);
			for (const { p, q } of rows) {
				expect(q).toBeLessThanOrEqual(0.05);
				expect(q).toBeGreaterThanOrEqual(p ?? 1);
			}
		}
	});
});
