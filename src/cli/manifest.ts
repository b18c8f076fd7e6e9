import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../lib/server/load/open-data.ts';
import { OPEN_DATA } from '../lib/server/prepare.ts';
import { Refusal } from '../lib/server/refusal.ts';
import { run, say } from './run.ts';

// node src/cli/manifest.ts: writes the hash of every file of the open data into its manifest. A file
// that is new or gone is named: title, source and licence are written by hand.

const FILE = join(OPEN_DATA, 'manifest.json');
const unlisted = /^(manifest\.json|README\.md|cold-spots\/.*)$/;

await run(async () => {
	const manifest = JSON.parse(readFileSync(FILE, 'utf8')) as Manifest;
	const found = readdirSync(OPEN_DATA, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(OPEN_DATA.length + 1))
		.filter((path) => !unlisted.test(path));
	const listed = manifest.files.map(({ path }) => path);
	const fresh = found.filter((path) => !listed.includes(path));
	const gone = listed.filter((path) => !found.includes(path));
	if (fresh.length + gone.length > 0) {
		throw new Refusal(
			`Write these into manifest.json first: new ${fresh.join(', ') || 'none'}; gone ${gone.join(', ') || 'none'}.`
		);
	}
	for (const file of manifest.files) {
		const bytes = readFileSync(join(OPEN_DATA, file.path));
		file.bytes = bytes.length;
		file.sha256 = createHash('sha256').update(bytes).digest('hex');
	}
	writeFileSync(FILE, `${JSON.stringify(manifest, null, '\t')}\n`);
	say(`${manifest.files.length} files`);
});
