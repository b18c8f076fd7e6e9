import { describe, expect, test } from 'vitest';
import { coverOf, type Held } from '../../src/lib/domain/cover.ts';

const held = (user: string, duty: Held['duty'], more: Partial<Held> = {}): Held => ({
	user,
	name: user.toUpperCase(),
	isDisabled: false,
	duty,
	indicator: 'c01',
	theme: null,
	...more
});
const away = (user: string, starts: string, ends: string) => ({ user, starts, ends });
const cover = (duties: Held[], absences: ReturnType<typeof away>[] = []) =>
	coverOf({ indicator: 'c01', themes: ['P1'] }, duties, absences, '2026-11-22');

describe('who answers for an indicator', () => {
	test('duties of the indicator and of its themes count, others do not', () => {
		const { names, hasOwner } = cover([
			held('a', 'owner', { indicator: null, theme: 'P1' }),
			held('b', 'deputy'),
			held('c', 'owner', { indicator: 'c02' }),
			held('d', 'owner', { indicator: null, theme: 'P2' })
		]);
		expect(names).toMatchObject({ owner: ['A'], deputy: ['B'], approver: [] });
		expect(hasOwner).toBe(true);
	});

	test('a disabled owner is none', () =>
		expect(cover([held('a', 'owner', { isDisabled: true })]).hasOwner).toBe(false));
});

describe('when owner and deputies are all away', () => {
	const both = [held('a', 'owner'), held('b', 'deputy')];
	test.each([
		['nobody away', both, [], undefined],
		['one away', both, [away('a', '2026-11-01', '2026-12-31')], undefined],
		[
			'one after the other',
			both,
			[away('a', '2026-11-20', '2026-11-25'), away('b', '2026-11-26', '2026-11-30')],
			undefined
		],
		[
			'overlapping, from today',
			both,
			[away('a', '2026-11-20', '2026-11-25'), away('b', '2026-11-01', '2026-11-23')],
			{ from: '2026-11-22', to: '2026-11-23' }
		],
		[
			'overlapping on one later day',
			both,
			[away('a', '2026-12-01', '2026-12-05'), away('b', '2026-12-05', '2026-12-09')],
			{ from: '2026-12-05', to: '2026-12-05' }
		],
		[
			'an owner without a deputy',
			[held('a', 'owner')],
			[away('a', '2026-12-01', '2026-12-05')],
			{ from: '2026-12-01', to: '2026-12-05' }
		],
		[
			'a disabled deputy is no cover',
			[held('a', 'owner'), held('b', 'deputy', { isDisabled: true })],
			[away('a', '2026-12-01', '2026-12-05')],
			{ from: '2026-12-01', to: '2026-12-05' }
		],
		[
			'an approver is no cover and needs none',
			[held('a', 'approver')],
			[away('a', '2026-12-01', '2026-12-05')],
			undefined
		]
	] as const)('%s', (_, duties, absences, expected) =>
		expect(cover([...duties], [...absences]).uncovered).toEqual(expected)
	);
});
