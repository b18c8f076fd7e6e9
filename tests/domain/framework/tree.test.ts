import { describe, expect, it } from 'vitest';
import { differences } from '../../../src/lib/domain/framework/difference.ts';
import { type Edit, edited } from '../../../src/lib/domain/framework/edit.ts';
import {
	branches,
	type Element,
	faults,
	flat,
	indicatorsOf,
	slugOf,
	type Tree
} from '../../../src/lib/domain/framework/tree.ts';

const element = (code: string, given: Partial<Element> = {}): Element => ({
	code,
	slug: slugOf(code),
	label: `Element ${code}`,
	parent: null,
	position: 1,
	description: null,
	owner: null,
	source: null,
	validFrom: '2024-01-01',
	validTo: null,
	...given
});
const link = (indicator: string, code: string, validTo: string | null = null) => ({
	indicator,
	element: code,
	validFrom: '2024-01-01',
	validTo,
	evidence: 'inference'
});

const TREE: Tree = {
	elements: [
		element('A', { position: 1 }),
		element('A1', { parent: 'A', position: 2 }),
		element('A2', { parent: 'A', position: 3, validTo: '2025-03-31' }),
		element('B', { position: 4 })
	],
	links: [link('C01', 'A'), link('C01', 'A1'), link('C02', 'A1'), link('C03', 'B', '2025-03-31')]
};

const shape = (tree: Tree, on: string) =>
	flat(branches(tree, on)).map(({ branch, depth }) => `${' '.repeat(depth)}${branch.element.code}`);

describe('the tree of a day', () => {
	it.each([
		['2023-12-31', []],
		['2025-03-31', ['A', ' A1', ' A2', 'B']],
		['2025-04-01', ['A', ' A1', 'B']]
	])('on %s has what is in force, the last day included', (on, wanted) => {
		expect(shape(TREE, on)).toEqual(wanted);
	});

	it('counts an indicator of a branch once, however often it is linked below', () => {
		const [a, b] = branches(TREE, '2026-01-01');
		expect(a && indicatorsOf(a)).toEqual(['C01', 'C02']);
		expect(b && indicatorsOf(b)).toEqual([]);
	});
});

describe('one change', () => {
	const on = '2026-11-22';
	it.each<[string, Edit, string[]]>([
		[
			'adds under a parent',
			{ act: 'add', code: 'A3', label: 'Third', parent: 'A', from: on, source: 'x' },
			['A', ' A1', ' A3', 'B']
		],
		[
			'moves under another',
			{ act: 'move', code: 'A1', parent: 'B', before: null },
			['A', 'B', ' A1']
		],
		[
			'moves before a sibling',
			{ act: 'move', code: 'B', parent: null, before: 'A' },
			['B', 'A', ' A1']
		],
		['moves to the top', { act: 'move', code: 'A1', parent: null, before: 'B' }, ['A', 'A1', 'B']]
	])('%s', (_, edit, wanted) => {
		const made = edited(TREE, edit);
		expect(made.ok && shape(made.tree, on)).toEqual(wanted);
	});

	it.each<[string, Edit, RegExp]>([
		[
			'a code that is taken',
			{ act: 'add', code: 'A', label: 'Again', parent: null, from: on, source: 'x' },
			/used twice/
		],
		[
			'a code in small letters',
			{ act: 'add', code: 'a b', label: 'Small', parent: null, from: on, source: 'x' },
			/capitals/
		],
		[
			'no name',
			{ act: 'add', code: 'C', label: ' - ', parent: null, from: on, source: 'x' },
			/name/
		],
		[
			'a parent that is not there',
			{ act: 'add', code: 'C', label: 'C', parent: 'Z', from: on, source: 'x' },
			/no such element/
		],
		[
			'a place below itself',
			{ act: 'move', code: 'A', parent: 'A1', before: null },
			/below itself/
		],
		['the end of what has children', { act: 'end', code: 'A', on }, /lies under it/],
		[
			'an element that has ended',
			{ act: 'rename', code: 'A2', label: 'New', description: null },
			/in force/
		],
		[
			'a link that is there',
			{ act: 'link', code: 'A', indicator: 'C01', from: on, evidence: 'x' },
			/already/
		],
		[
			'a link without evidence',
			{ act: 'link', code: 'B', indicator: 'C01', from: on, evidence: ' ' },
			/rests on/
		],
		['the end of no link', { act: 'unlink', code: 'B', indicator: 'C09', on }, /not linked/]
	])('refuses %s', (_, edit, wanted) => {
		const made = edited(TREE, edit);
		expect(made.ok ? 'made' : made.faults.join(' ')).toMatch(wanted);
	});

	it('ends an element with its links, and keeps every row', () => {
		const made = edited(TREE, { act: 'end', code: 'A1', on });
		if (!made.ok) throw new Error(made.faults.join());
		expect(made.tree.elements).toHaveLength(TREE.elements.length);
		expect(made.tree.links.filter(({ validTo }) => validTo === on)).toHaveLength(2);
		expect(shape(made.tree, '2026-11-23')).toEqual(['A', 'B']);
		expect(shape(made.tree, on)).toEqual(['A', ' A1', 'B']);
	});

	it('links again what was unlinked, from a later day', () => {
		const ended = edited(TREE, { act: 'unlink', code: 'A', indicator: 'C01', on: '2026-01-31' });
		if (!ended.ok) throw new Error(ended.faults.join());
		const again = edited(ended.tree, {
			act: 'link',
			code: 'A',
			indicator: 'C01',
			from: on,
			evidence: 'asked for'
		});
		expect(again.ok && again.tree.links.filter((one) => one.element === 'A')).toHaveLength(2);
	});
});

describe('the difference of two versions', () => {
	const after = (edit: Edit): Tree => {
		const made = edited(TREE, edit);
		if (!made.ok) throw new Error(made.faults.join());
		return made.tree;
	};
	it.each<[Edit, string[]]>([
		[{ act: 'rename', code: 'A', label: 'People', description: null }, ['Name']],
		[{ act: 'own', code: 'A', owner: 'Director' }, ['Owner']],
		[{ act: 'end', code: 'A1', on: '2026-11-22' }, ['Ends', 'Link ends', 'Link ends']],
		[{ act: 'link', code: 'B', indicator: 'C01', from: '2026-11-22', evidence: 'x' }, ['Linked']],
		[{ act: 'move', code: 'B', parent: null, before: 'A' }, ['Order']]
	])('%o is said as %s', (edit, wanted) => {
		expect(differences(TREE, after(edit)).map(({ change }) => change)).toEqual(wanted);
	});
	it('of a tree with itself is nothing', () => {
		expect(differences(TREE, TREE)).toEqual([]);
	});
});

it('finds a loop, a missing parent and two elements with one address', () => {
	const found = faults({
		elements: [
			element('A', { parent: 'B' }),
			element('B', { parent: 'A' }),
			element('C', { parent: 'Z' }),
			element('D', { slug: 'c' })
		],
		links: []
	});
	expect(found.filter((text) => text.includes('below itself'))).toHaveLength(2);
	expect(found.join(' ')).toMatch(/no such element.*same address/);
});
