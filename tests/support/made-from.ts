import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// What a kept archive was made from: a module with everything it imports, and folders of data.

/** A short hash of a module, of all modules it reaches by relative imports, and of `folders`. */
export function hashOf(entry: string, folders: readonly string[] = []): string {
	const files = new Set<string>();
	collect(entry, files);
	for (const file of folders.flatMap(filesIn)) files.add(file);
	const hash = createHash('sha256');
	for (const file of [...files, 'package-lock.json'].sort()) {
		hash.update(`\0${file}\0`).update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 16);
}

function collect(file: string, found: Set<string>): void {
	if (found.has(file)) return;
	found.add(file);
	if (!file.endsWith('.ts')) return;
	for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
		collect(join(dirname(file), path), found);
	}
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}
