import {
	ELEMENT_COLUMNS,
	type Imported,
	LINK_COLUMNS,
	withElements,
	withLinks
} from '$lib/domain/framework/import.ts';
import type { Tree } from '$lib/domain/framework/tree.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import { readCsv } from '$lib/server/import/csv-file.ts';

export type Kind = 'elements' | 'links';

/** How a file changes a tree: asked for once to show it, and once more to save it. */
export async function readAs(db: Db, kind: Kind, text: string): Promise<(tree: Tree) => Imported> {
	if (kind === 'elements') {
		const read = readCsv(text, ELEMENT_COLUMNS);
		return (tree) => (read.ok ? withElements(tree, read.rows) : read);
	}
	const read = readCsv(text, LINK_COLUMNS);
	const codes = new Set((await indicators.all(db)).map(({ code }) => code));
	return (tree) => (read.ok ? withLinks(tree, read.rows, codes) : read);
}
