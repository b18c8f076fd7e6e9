import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

// What a page draws with also goes to the browser. The build refuses server code there, but only at
// the next start; this says it at once, with the way that led to it.

const ROOT = join(import.meta.dirname, '../..');
const IMPORT = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'((?:\.|\$lib)[^']*)'/gm;

const imported = (file: string): string[] =>
	[...readFileSync(file, 'utf8').matchAll(IMPORT)]
		.map(([, path]) => path ?? '')
		.map((path) =>
			path.startsWith('$lib')
				? join(ROOT, 'src/lib', path.slice('$lib'.length))
				: join(dirname(file), path)
		)
		.filter((path) => /\.(ts|js|svelte)$/.test(path) && existsSync(path));

const isServers = (file: string): boolean =>
	relative(ROOT, file).startsWith('src/lib/server/') || /\.server\.ts$/.test(file);

/** The first way from a file to server code, if there is one. */
function wayToServer(file: string, seen: Set<string>): string[] | null {
	if (isServers(file)) return [relative(ROOT, file)];
	if (seen.has(file)) return null;
	seen.add(file);
	for (const next of imported(file)) {
		const way = wayToServer(next, seen);
		if (way) return [relative(ROOT, file), ...way];
	}
	return null;
}

describe('pages and their parts', () => {
	it('reach no server code', () => {
		const pages = globSync('src/**/*.svelte', { cwd: ROOT });
		const seen = new Set<string>();
		const ways = pages.map((page) => wayToServer(join(ROOT, page), seen)).filter(Boolean);
		expect(pages.length).toBeGreaterThan(100);
		expect(ways).toEqual([]);
	});
});
