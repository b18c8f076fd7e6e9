import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/server/db/client.ts';
import { load } from '../../../src/routes/+page.server.ts';
import { marginRow } from '../../../src/routes/overview/margin-row.ts';
import type { shape } from '../../../src/routes/overview/shape.ts';
import { testDatabase } from '../../support/db.ts';
import { event } from '../../support/event.ts';

type Overview = ReturnType<typeof shape>;

let connection: Connection;
let overview: Overview;
beforeAll(async () => {
	connection = await testDatabase({ loaded: true });
	overview = await at('');
});
afterAll(() => connection.close());

async function at(search: string, publishedAt?: string): Promise<Overview> {
	const edition = publishedAt
		? { edition: { id: 'then', publishedAt, label: 'Nothing published', note: null } }
		: {};
	const made = await event({ db: connection.db, search, ...edition });
	return (await load(made as never)) as unknown as Overview;
}

describe('the overview', () => {
	it('the counts of its shapes are the 60 proposed indicators', () => {
		const { filled, awaiting, restricted, proposed } = overview.counts;
		expect(proposed).toBe(60);
		expect(filled + awaiting + restricted).toBe(60);
		expect(overview.tiles).toHaveLength(filled);
		expect(overview.waiting.reduce((sum, { count }) => sum + count, 0)).toBe(awaiting);
	});

	it('the headline’s number of moved measures is what the picture shows as clear', () => {
		const clear = new Set(
			overview.moved.filter(({ inMargins }) => Math.abs(inMargins) > 1).map(({ code }) => code)
		);
		expect(clear.size).toBe(overview.counts.moved);
		expect(overview.headline).toContain(`${clear.size} of ${overview.counts.withFigures}`);
	});

	it('a restricted indicator is counted and never named', () => {
		expect(overview.counts.restricted).toBe(1);
		expect(JSON.stringify([overview.waiting, overview.tiles, overview.due])).not.toContain('L05');
	});

	it('a count without a margin is described and never said to be clear', () => {
		expect(overview.complete.length).toBeGreaterThan(5);
		expect(overview.complete.every(({ words }) => /^(Up on|Down on|Same as in)/.test(words))).toBe(
			true
		);
	});

	it('comparators in the address drive the tiles', async () => {
		const { tiles } = await at('?compare=region,start');
		expect(tiles[0]?.lines[0]?.others.map(({ label }) => label)).toEqual([
			'West Midlands region',
			'Starting point'
		]);
	});

	it('before the first edition it has no figures and says so', async () => {
		const before = await at('', '2020-01-01T00:00:00.000Z');
		expect(before.headline).toBe('Nothing published.');
		expect(before).toMatchObject({
			tiles: [],
			moved: [],
			complete: [],
			members: expect.anything()
		});
	});
});

describe('the picture of a change', () => {
	it.each([
		[0, 100, null],
		[1, 136, null],
		[-1, 64, null],
		[9, 190, 'right'],
		[-9, 10, 'left']
	])('%d margins stand at %d; beyond the edge an arrow: %s', (inMargins, dot, isBeyond) => {
		expect(marginRow(inMargins)).toMatchObject({ dot, isBeyond });
	});

	it('the band ends where one margin stands', () => {
		expect(marginRow(1).dot).toBe(marginRow(0).band[1]);
	});
});
