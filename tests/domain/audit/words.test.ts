import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	actionsOf,
	actionWords,
	GROUPS,
	groupTitles,
	isGroup,
	knownActions
} from '../../../src/lib/domain/audit/actions.ts';
import { isKind, KINDS, kindTitles } from '../../../src/lib/domain/audit/subject.ts';

// What is recorded anywhere in the source has words on the page.

const ROOT = join(import.meta.dirname, '../../..');
const source = globSync('src/lib/server/**/*.ts', { cwd: ROOT })
	.map((file) => readFileSync(join(ROOT, file), 'utf8'))
	.filter((text) => /record\(|note\(|tell\(/.test(text));
const found = (pattern: RegExp): string[] => [
	...new Set(source.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')))
];

describe('actions', () => {
	const recorded = found(/\baction: '([^']+)'/g);

	it('are found in the source', () => expect(recorded.length).toBeGreaterThan(40));

	it.each(recorded)('%s has words', (action) => {
		expect(knownActions).toContain(action);
		expect(actionWords(action)).not.toBe(action);
	});

	it('are each in one group only, and every group has some', () => {
		expect(new Set(knownActions).size).toBe(knownActions.length);
		for (const group of GROUPS) {
			expect(actionsOf(group).length).toBeGreaterThan(0);
			expect(groupTitles[group]).toBeTruthy();
		}
		expect(isGroup('returns')).toBe(true);
		expect(isGroup('x')).toBe(false);
	});

	it('of another version of the product are shown as they were recorded', () => {
		expect(actionWords('something long ago')).toBe('something long ago');
	});
});

describe('kinds of things', () => {
	const recorded = found(/\bsubject(?::| =) \['([^']+)'/g);

	it('are found in the source', () => expect(recorded.length).toBeGreaterThan(8));

	it.each(recorded)('%s is known', (kind) => expect(isKind(kind)).toBe(true));

	it.each(KINDS)('%s has a title', (kind) => expect(kindTitles[kind]).toBeTruthy());
});
