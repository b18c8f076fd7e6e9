import { beforeAll, describe, expect, it } from 'vitest';
import { WALSALL } from '../../../src/lib/domain/area.ts';
import { ROLES, type Person } from '../../../src/lib/domain/permission.ts';
import * as figures from '../../../src/lib/server/figures.ts';
import { load } from '../../../src/routes/audit/figures/[indicator]/[area]/[period]/+page.server.ts';
import { CODE, PLACES, QUARTER } from '../../support/returns.ts';
import { ask, COUNTS, CORRECTED, PLANTED, RESTRICTED, type Site } from './site.ts';

interface Told {
	shown: string | null;
	files: { term: string; fact: string }[][];
	chapters: {
		title: string;
		steps: {
			who: string;
			did: string;
			changes: { field: string; before?: string; after?: string }[];
		}[];
		published: { value: string; until: string | null } | null;
	}[];
	gate: { text: string };
	sentences: string[];
}

/** On the site of the audit's own test: making one takes longer than asking it. */
export function journeys(given: () => Site): void {
	let site: Site;
	beforeAll(() => {
		site = given();
	});

	const journey = (area: string, user?: Person, more: Record<string, string> = {}) =>
		ask(site, load, user, {
			params: { indicator: CODE.toLowerCase(), area, period: QUARTER, ...more }
		});

	describe("a published figure's journey", () => {
		it('tells colleagues every step with its people, in the order of time', async () => {
			const told = (await journey(WALSALL, site.round.approver)).data as Told;
			expect(told.chapters.map(({ title }) => title)).toEqual([
				...['Return that was published', 'Correction that was published']
			]);
			expect(told.chapters[0]?.steps.map(({ who, did }) => `${who} ${did}`)).toEqual([
				'Person writer started a return',
				'Person writer entered a figure',
				'Person writer submitted a return',
				'Person second checked a return',
				'Person approver approved a return',
				'Person lead published a return'
			]);
			const [entered] =
				told.chapters[1]?.steps.filter(({ did }) => did === 'entered a figure') ?? [];
			expect(entered?.changes).toEqual([{ field: 'Numerator', before: '16011', after: '15987' }]);
			expect(told.chapters[0]?.published?.until).toBeTruthy();
			expect(told.chapters[1]?.published?.until).toBeNull();
			expect(told.sentences[0]).toContain('15,987');
		});

		it('tells readers the roles and no names, reasons or drafts', async () => {
			const { data } = await journey(WALSALL);
			const text = JSON.stringify(data);
			expect(text).toContain('A second officer');
			expect(text).toContain('One list was counted twice');
			expect(text).not.toMatch(/Person |sent a list twice|restricted/);
		});

		it('is of nothing before publication, for readers', async () => {
			const draft = { indicator: RESTRICTED.toLowerCase() };
			expect((await journey(WALSALL, undefined, draft)).status).toBe(403);
			expect((await journey('unknown')).status).toBe(404);
			expect((await journey('E05016433')).status).toBe(404);
			expect((await journey(WALSALL, undefined, { period: 'x' })).status).toBe(404);
		});
	});

	describe('a hidden figure', () => {
		it('has its number told to nobody, with what hides it', async () => {
			const held = await figures.held(site.connection.db, '2037-03-01T00:00:00Z', {
				...{ indicators: [CODE], periods: [QUARTER] }
			});
			const hidden = held.filter(({ state }) => state === 'suppressed').map(({ area }) => area);
			expect(hidden).toContain(PLACES[2]);
			expect(hidden.length).toBeGreaterThan(1);
			const people = [undefined, ...ROLES.map((role) => site.people.get(role))];
			for (const area of hidden) {
				const place = PLACES.findIndex((one) => one === area);
				const own = [...(COUNTS[place] ?? []), ...(place === 0 ? [CORRECTED] : [])];
				for (const person of people) {
					const { data } = await journey(area, person);
					const told = data as Told;
					expect(told.shown).toBe('hidden');
					expect(told.gate.text).toMatch(/hidden from everybody/);
					const text = JSON.stringify(told).replaceAll(',', '');
					for (const one of own.filter((count) => count > 100))
						expect(text).not.toContain(`${one}`);
					expect(text).not.toMatch(/"(before|after)":"3"/);
				}
			}
		});
	});

	describe('a restricted figure', () => {
		it('is for named roles alone', async () => {
			const of = { indicator: RESTRICTED.toLowerCase() };
			for (const role of ROLES) {
				const answer = await journey(WALSALL, site.people.get(role), of);
				expect(JSON.stringify(answer)).not.toContain(String(PLANTED));
				const isNamed = ['executive', 'approver', 'performance lead'].includes(role);
				expect(answer.status).toBe(isNamed ? 404 : 403);
			}
		});
	});

	describe('open data', () => {
		it('name their file in the repository, its hash and what was done', async () => {
			const { data } = await journey('E05016433', undefined, {
				...{ indicator: 'w04', period: '2021-03-21' }
			});
			const told = data as Told;
			expect(told.chapters.map(({ title }) => title)).toEqual([
				'Loaded from open data and published'
			]);
			const [file] = told.files;
			expect(file?.find(({ term }) => term === 'File')?.fact).toContain('census2021/ts029.json');
			expect(file?.find(({ term }) => term === 'SHA-256')?.fact).toMatch(/^[0-9a-f]{64}$/);
			expect(told.sentences[0]).toContain('estimated');
		});
	});
}
