import type { Tree } from '../../domain/framework/tree.ts';
import type { Db, Trx } from './client.ts';

// The tree and its links as they stood after each change: rows are only ever added.

export interface FrameworkVersion {
	version: number;
	madeAt: string;
	/** Null: it came with the product. */
	madeBy: string | null;
	note: string;
}

/** Every recorded version, newest first. */
export async function all(db: Db, framework: string): Promise<FrameworkVersion[]> {
	const rows = await db
		.selectFrom('framework_versions')
		.leftJoin('users', 'users.id', 'framework_versions.made_by')
		.select(['version', 'made_at', 'note', 'users.name as who'])
		.where('framework', '=', framework)
		.orderBy('version', 'desc')
		.execute();
	return rows.map(({ version, made_at, note, who }) => ({
		version,
		madeAt: made_at.toISOString(),
		madeBy: who,
		note
	}));
}

export async function tree(db: Db, framework: string, version: number): Promise<Tree | undefined> {
	const row = await db
		.selectFrom('framework_versions')
		.select('tree')
		.where('framework', '=', framework)
		.where('version', '=', version)
		.executeTakeFirst();
	return row?.tree as Tree | undefined;
}

export interface NewVersion {
	framework: string;
	version: number;
	tree: Tree;
	by: string | null;
	note: string;
}

/** Keeps a version; one that is kept already stays as it is. */
export async function keep(trx: Trx, given: NewVersion, now: Date): Promise<void> {
	await trx
		.insertInto('framework_versions')
		.values({
			framework: given.framework,
			version: given.version,
			made_at: now,
			made_by: given.by,
			note: given.note,
			tree: JSON.stringify(given.tree)
		})
		.onConflict((conflict) => conflict.columns(['framework', 'version']).doNothing())
		.execute();
}
