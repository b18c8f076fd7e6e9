import { describe, expect, it } from 'vitest';
import { type Action, daysLate, isLate, isOverdue, lateBy } from '../../src/lib/domain/action.ts';
import type { Commentary } from '../../src/lib/domain/commentary.ts';
import { exceptions } from '../../src/lib/domain/exception.ts';
import type { Indicator } from '../../src/lib/domain/indicator.ts';
import type { StoredTarget } from '../../src/lib/domain/judgement/stored-target.ts';
import type { Standing } from '../../src/lib/domain/overview/standing.ts';

const BEFORE = '2026-08-20T09:30:00.000Z';
const NOW = '2026-11-20T09:30:00.000Z';

describe('an exception', () => {
	it.each<[Standing['word'], Standing['travel'], boolean]>([
		['off track', 'worsening', true],
		['off track', 'no clear change', true],
		['off track', 'cannot tell', true],
		['watch', 'worsening', true],
		['watch', 'no clear change', false],
		['watch', 'improving', false],
		['on track', 'worsening', false],
		['no judgement', 'worsening', false],
		['no new data', 'worsening', false],
		['too early to tell', 'worsening', false]
	])('%s and %s: %s', (word, travel, is) => {
		expect(told([standing('A01', { word, travel })]).length === 1).toBe(is);
	});

	it('comes first where it is worsening, then off track, each as given', () => {
		const all = [
			standing('A01', { word: 'off track', travel: 'no clear change' }),
			standing('A02', { word: 'watch', travel: 'worsening' }),
			standing('A03', { word: 'off track', travel: 'worsening' })
		];
		expect(told(all).map(({ standing: { indicator } }) => indicator.code)).toEqual([
			'A03',
			'A02',
			'A01'
		]);
	});

	it('has no cause from words about another period or place', () => {
		const own = [standing('A01')];
		const cause = (words: Partial<Commentary>) => told(own, [], [commentary(words)])[0]?.cause;
		expect(cause({})).toBe('A venue closed');
		expect(cause({ period: 'FY2026-Q1' })).toBeNull();
		expect(cause({ area: 'WLOC01' })).toBeNull();
		expect(cause({ indicator: 'A02' })).toBeNull();
	});
});

describe('promises carry themselves forward', () => {
	const fresh = action('new', { promisedAt: '2026-11-10T09:00:00.000Z' });
	const kept = action('kept', { promisedAt: '2026-08-20T09:30:00.000Z', state: 'done' });
	const open = action('open', { promisedAt: '2026-06-01T09:00:00.000Z', state: 'under way' });
	it.each<[string, Action[], string | null, string | null]>([
		['a new promise beside what became of the last', [fresh, kept], 'new', 'kept'],
		['an open one stands until it is reported', [open], 'open', 'open'],
		['an ended one is only last time’s', [kept], null, 'kept'],
		['the newest before the report before', [kept, open], null, 'kept'],
		['a first promise has none before it', [fresh], 'new', null],
		['nothing promised, nothing given', [], null, null]
	])('%s', (_, actions, now, last) => {
		const [found] = told([standing('A01')], actions);
		expect([found?.action?.id ?? null, found?.last?.id ?? null]).toEqual([now, last]);
	});

	it('leaves promises about other places and indicators where they are', () => {
		const others = [action('place', { area: 'WLOC01' }), action('measure', { indicator: 'A02' })];
		expect(told([standing('A01')], others)[0]).toMatchObject({ action: null, last: null });
	});

	it('has no last time before the first report', () => {
		const [found] = exceptions([standing('A01')], {
			commentaries: [],
			actions: [kept],
			before: null
		});
		expect(found?.last).toBeNull();
	});
});

describe('late', () => {
	it.each<[Partial<Action>, boolean]>([
		[{ state: 'under way', dueOn: '2026-11-19' }, true],
		[{ state: 'not started', dueOn: '2026-11-20' }, false],
		[{ state: 'under way', dueOn: null }, false],
		[{ state: 'done', dueOn: '2026-01-01' }, false],
		[{ state: 'stopped', dueOn: '2026-01-01' }, false]
	])('%o is overdue: %s', (given, is) => {
		expect(isOverdue(action('a', given), NOW)).toBe(is);
	});

	it.each<[Partial<Action>, boolean]>([
		[{ state: 'done', dueOn: '2026-09-30', saidAt: '2026-11-12T11:00:00.000Z' }, true],
		[{ state: 'done', dueOn: '2026-09-30', saidAt: '2026-09-30T11:00:00.000Z' }, false],
		[{ state: 'not done', dueOn: '2026-09-30', saidAt: '2026-11-12T11:00:00.000Z' }, false]
	])('%o was done late: %s', (given, is) => {
		expect(isLate(action('a', given))).toBe(is);
	});

	it.each([
		['2026-11-19', 1, '1 day'],
		['2026-11-07', 13, '13 days'],
		['2026-11-06', 14, '2 weeks'],
		['2026-10-08', 43, '6 weeks'],
		['2026-12-01', 0, '0 days']
	])('due on %s: %i days, said as %s', (dueOn, days, said) => {
		expect(daysLate({ dueOn }, NOW)).toBe(days);
		expect(lateBy(days)).toBe(said);
	});
});

const told = (all: Standing[], actions: Action[] = [], commentaries: Commentary[] = []) =>
	exceptions(all, { actions, commentaries, before: BEFORE });

function standing(code: string, given: Partial<Standing> = {}): Standing {
	const judgement = { id: 1, period: 'FY2026-Q2' } as StoredTarget;
	return {
		...{ indicator: { code } as Indicator, area: 'E08000030', masked: [], judgement },
		...{ word: 'off track', travel: 'worsening' },
		...given
	};
}

function action(id: string, given: Partial<Action> = {}): Action {
	return {
		...{ id, indicator: 'A01', area: 'E08000030', promise: 'Do it', owner: null, dueOn: null },
		...{ promisedAt: BEFORE, state: 'not started', outcome: null, saidAt: null },
		...given
	};
}

function commentary(given: Partial<Commentary>): Commentary {
	return {
		...{ id: 1, indicator: 'A01', area: 'E08000030', period: 'FY2026-Q2', what: 'It fell.' },
		...{ soWhat: null, nowWhat: null, cause: 'A venue closed' },
		...{ authorName: 'A', publishedAt: NOW },
		...given
	};
}
