import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The built server is made anew only when what it is made from has changed. What that was is kept
// beside it, as a hash of names and contents; times do not count, a fresh clone has new ones.

const SOURCES = [
	'src',
	'static',
	'migrations',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];
const STAMP = '.stamp';

/** Is the build in `root` made from the sources in `root` as they are now? */
export function isBuilt(root: string): boolean {
	const stamp = join(root, 'build', STAMP);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources(root);
}

/** Notes what the build was made from: a hash taken before building. */
export function markBuilt(root: string, hash: string): void {
	writeFileSync(join(root, 'build', STAMP), hash);
}

export function hashOfSources(root: string): string {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((source) => filesIn(root, source))) {
		hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
	}
	return hash.digest('hex');
}

function filesIn(root: string, source: string): string[] {
	const path = join(root, source);
	if (!existsSync(path)) return [];
	if (source.includes('.')) return [source];
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.sort();
}
