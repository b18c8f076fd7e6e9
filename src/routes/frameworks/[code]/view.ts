import { error } from '@sveltejs/kit';
import { type Difference, differences } from '$lib/domain/framework/difference.ts';
import type { Tree } from '$lib/domain/framework/tree.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as versions from '$lib/server/db/framework-versions.ts';
import * as frameworks from '$lib/server/db/frameworks.ts';
import type { Framework } from '$lib/server/db/frameworks.ts';

// Which version of a framework an address asks for, and which one it is set beside.

export interface View {
	tree: Tree;
	/** Null: as it is now. */
	version: number | null;
	beside: { version: number; differences: Difference[] } | null;
}

export async function viewOf(db: Db, framework: Framework, params: URLSearchParams): Promise<View> {
	const version = numberOf(framework, params.get('version'));
	const beside = numberOf(framework, params.get('beside'));
	const [tree, other] = await Promise.all([
		treeOf(db, framework, version),
		beside === null ? undefined : treeOf(db, framework, beside)
	]);
	return {
		tree,
		version: version === framework.version ? null : version,
		beside:
			beside !== null && other ? { version: beside, differences: differences(other, tree) } : null
	};
}

function numberOf(framework: Framework, text: string | null): number | null {
	if (text === null || text === '') return null;
	const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
	if (number >= 1 && number <= framework.version) return number;
	return error(404, `There is no version “${text}”. The versions are 1 to ${framework.version}.`);
}

async function treeOf(db: Db, { code, version: now }: Framework, version: number | null) {
	if (version === null || version === now) return frameworks.tree(db, code);
	const tree = await versions.tree(db, code, version);
	return tree ?? error(404, `Version ${version} was not kept.`);
}
