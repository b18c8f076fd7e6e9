import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/lib/domain/disclosure/gate.ts';
import {
	chapters,
	isHidden,
	type HeldVersion,
	type JourneyEvent,
	type JourneyReturn
} from '../../src/lib/domain/journey.ts';

const figure = (more: Partial<Figure> = {}): Figure => ({
	...{ indicator: 'W02', area: 'E08000030', period: 'FY2036-Q1', breakdown: 'all', state: 'known' },
	...{ value: 65, lower: null, upper: null, numerator: 193, denominator: 295, flags: [] },
	...{ note: null, sourceId: null, ...more }
});
const version = (heldFrom: string, heldTo: string | null = null, more = {}): HeldVersion => ({
	...{ figure: figure(more), heldFrom, heldTo }
});
const edition = (id: string, publishedAt: string) => ({ id, publishedAt, label: id, note: null });
const made = (id: string, more: Partial<JourneyReturn> = {}): JourneyReturn => ({
	...{ id, kind: 'return', state: 'published', edition: null, startedAt: '2036-07-01T09' },
	...{ submittedAt: '2036-07-02T09', assuredAt: '2036-07-03T09', approvedAt: '2036-07-04T09' },
	...{ publishAt: null, publishedAt: null, reason: 'inside', publicNote: 'outside', file: null },
	by: { started: 'Ann', submitted: 'Ann', assured: 'Ben', approved: 'Cai' },
	...more
});
const event = (id: number, subject: string, action: string, at: string): JourneyEvent => ({
	...{ id, subject, action, at, who: 'Ann', changes: [], reason: null }
});

const EDITIONS = [edition('one', '2036-07-05T09'), edition('two', '2036-08-05T09')];
const VERSIONS = [version('2036-07-05T09', '2036-08-05T09'), version('2036-08-05T09')];
const RETURNS = [
	made('r1', { edition: 'one' }),
	made('c1', { kind: 'correction', edition: 'two' })
];
const given = (more: object = {}) => ({
	...{ returns: RETURNS, events: [], versions: VERSIONS, editions: EDITIONS, isColleague: true },
	...more
});

describe('a journey', () => {
	it('has a chapter for each time that the figure was published, with the return that brought it', () => {
		const told = chapters(given());
		expect(told.map(({ edition: of, passage }) => [of?.id, passage?.returned.id])).toEqual([
			['one', 'r1'],
			['two', 'c1']
		]);
	});

	it('of open data has no return', () => {
		const [first] = chapters(given({ returns: [] }));
		expect(first).toMatchObject({ passage: null, edition: { id: 'one' } });
	});

	it.each([
		[true, ['r1', 'c1', 'draft']],
		[false, ['r1', 'c1']]
	])('tells colleagues alone (%s) what is on its way', (isColleague, ids) => {
		const returns = [...RETURNS, made('draft', { state: 'submitted' })];
		const told = chapters(given({ returns, isColleague }));
		expect(told.map(({ passage }) => passage?.returned.id)).toEqual(ids);
	});

	it('tells colleagues names and readers roles, and readers no inner reason', () => {
		const [inside] = chapters(given());
		const [outside] = chapters(given({ isColleague: false }));
		expect(inside?.passage?.steps.map(({ who }) => who)).toEqual(['Ann', 'Ann', 'Ben', 'Cai']);
		expect(outside?.passage?.steps.map(({ who }) => who)).toEqual([
			...['An officer', 'An officer', 'A second officer', 'An approver']
		]);
		expect(inside?.passage?.returned.reason).toBe('inside');
		expect(outside?.passage?.returned).toMatchObject({ reason: null, publicNote: 'outside' });
		expect(JSON.stringify(outside)).not.toMatch(/Ann|Ben|Cai/);
	});

	it('puts audit events in the place of dates, in the order of time', () => {
		const events = [
			event(7, 'r1', 'return submitted', '2036-07-02T09'),
			event(5, 'r1', 'cell entered', '2036-07-01T12'),
			event(9, 'other', 'cell entered', '2036-07-01T12')
		];
		const [first] = chapters(given({ events }));
		expect(first?.passage?.steps.map(({ did, event: id }) => [did, id])).toEqual([
			['return started', null],
			['cell entered', 5],
			['return submitted', 7],
			['return checked', null],
			['return approved', null]
		]);
	});

	it('tells what came first in one moment by the number of the event', () => {
		const at = '2036-07-02T09';
		const events = [event(9, 'r1', 'return submitted', at), event(4, 'r1', 'cell entered', at)];
		const [first] = chapters(given({ events }));
		const numbers = first?.passage?.steps.map((step) => step.event).filter((one) => one !== null);
		expect(numbers).toEqual([4, 9]);
	});

	it('keeps the name and the sender of a file from readers', () => {
		const file = {
			...{ id: 'f1', name: 'Ann Smith.xlsx', bytes: 9, sha256: 'ab', from: 'Partner', row: 7 },
			...{ licence: null, extractedOn: null, address: null, receivedAt: '2036-07-01T08', by: 'Ann' }
		};
		const returns = [made('r1', { edition: 'one', file })];
		const [inside] = chapters(given({ returns }));
		const [outside] = chapters(given({ returns, isColleague: false }));
		expect(inside?.passage?.returned.file).toEqual(file);
		expect(JSON.stringify(outside)).not.toContain('Ann');
		expect(outside?.passage?.returned.file).toMatchObject({ from: 'Partner', row: null });
	});

	it.each<[string, HeldVersion[], boolean]>([
		['shown in every edition', VERSIONS, false],
		['hidden in one', [...VERSIONS, version('x', null, { state: 'suppressed' })], true],
		['never published', [], false]
	])('of a figure that is %s: hidden is %s', (_, versions, is) => {
		expect(isHidden(versions)).toBe(is);
	});
});
