import { describe, expect, it } from 'vitest';
import { differences } from '../../../src/lib/domain/audit/difference.ts';

const change = (field: string, before: string | undefined, after: string | undefined) => ({
	...{ field, before, after }
});

describe('what changed, field by field', () => {
	it.each<[what: string, before: unknown, after: unknown, is: unknown[]]>([
		['nothing before and after', null, null, []],
		['the same', { state: 'draft' }, { state: 'draft' }, []],
		['a step', { state: 'draft' }, { state: 'submitted' }, [change('State', 'draft', 'submitted')]],
		['something new', null, { name: 'a' }, [change('Name', undefined, 'a')]],
		['something gone', { name: 'a' }, null, [change('Name', 'a', undefined)]],
		['one of many', { a: 1, b: 2 }, { a: 1, b: 3 }, [change('B', '2', '3')]],
		['a plain text', 'not set', 'control', [change('Value', 'not set', 'control')]],
		['a list', { roles: ['a'] }, { roles: ['a', 'b'] }, [change('Roles', 'a', 'a, b')]],
		['an empty list', { roles: ['a'] }, { roles: [] }, [change('Roles', 'a', 'none')]],
		[
			'parts of parts',
			{ goal: { value: 1 } },
			{ goal: { value: 2 } },
			[change('Goal, value', '1', '2')]
		],
		['names in capitals', null, { publicNote: 'x' }, [change('Public note', undefined, 'x')]],
		['yes and no', { estimated: false }, { estimated: true }, [change('Estimated', 'no', 'yes')]],
		[
			'a moment, on the clock of Walsall',
			null,
			{ publishAt: '2026-07-01T08:30:00.000Z' },
			[change('Publish at', undefined, '1 July 2026, 09:30')]
		],
		['a day', null, { dueOn: '2027-01-15' }, [change('Due on', undefined, '15 January 2027')]],
		['a hash', null, { sha256: 'ab' }, [change('SHA-256', undefined, 'ab')]],
		['blanks', { note: '' }, { note: null }, []],
		[
			'members of a list',
			null,
			{ milestones: [{ value: 3 }] },
			[change('Milestones, 1, value', undefined, '3')]
		],
		[
			'a change of kind',
			{ a: { b: 1 } },
			{ a: 2 },
			[change('A', undefined, '2'), change('A, b', '1', undefined)]
		],
		['markup', null, { note: '<b>x</b>' }, [change('Note', undefined, '<b>x</b>')]]
	])('%s', (_, before, after, is) => expect(differences(before, after)).toEqual(is));
});
