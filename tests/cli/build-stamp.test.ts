import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashOfSources, isBuilt, markBuilt } from '../../src/cli/build-stamp.ts';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'sources-'));
	mkdirSync(join(root, 'src/routes'), { recursive: true });
	mkdirSync(join(root, 'build'));
	writeFileSync(join(root, 'src/routes/+page.svelte'), '<p>one</p>');
});
afterEach(() => rmSync(root, { recursive: true }));

it('a build holds while its sources are the same, whenever they were written', () => {
	expect(isBuilt(root)).toBe(false);
	markBuilt(root, hashOfSources(root));
	writeFileSync(join(root, 'src/routes/+page.svelte'), '<p>one</p>');
	expect(isBuilt(root)).toBe(true);
});

it.each([
	['a changed file', 'src/routes/+page.svelte', '<p>two</p>'],
	['a new file', 'src/new.ts', ''],
	['another configuration', 'vite.config.ts', '']
])('%s asks for a new build', (_title, file, text) => {
	markBuilt(root, hashOfSources(root));
	writeFileSync(join(root, file), text);
	expect(isBuilt(root)).toBe(false);
});
