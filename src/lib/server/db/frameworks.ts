import { sql } from 'kysely';
import type { Element, Link, Tree } from '../../domain/framework/tree.ts';
import type { Db, Trx } from './client.ts';
import { insertAll } from './loading.ts';
import type { FrameworksTable } from './schema.ts';
import type { Selectable } from 'kysely';

export interface Framework {
	code: string;
	title: string;
	kind: 'performance' | 'tag';
	status: 'interim' | 'proposed' | 'adopted' | 'retired';
	note: string | null;
	awaited: string | null;
	version: number;
}

/** Every framework, those that answer for figures first. */
export async function all(db: Db): Promise<Framework[]> {
	const rows = await db
		.selectFrom('frameworks')
		.selectAll()
		.orderBy('position')
		.orderBy('code')
		.execute();
	return rows.map(framework);
}

export async function byCode(db: Db, code: string): Promise<Framework | undefined> {
	const row = await db
		.selectFrom('frameworks')
		.selectAll()
		.where('code', '=', code)
		.executeTakeFirst();
	return row && framework(row);
}

function framework(row: Selectable<FrameworksTable>): Framework {
	const { code, title, note, awaited, version } = row;
	return {
		...{ code, title, note, awaited, version },
		kind: row.kind as Framework['kind'],
		status: row.status as Framework['status']
	};
}

/** Every tree as it is now, what has ended included, by framework. */
export async function trees(db: Db): Promise<Map<string, Tree>> {
	const [elements, links] = await Promise.all([
		db.selectFrom('framework_elements').selectAll().orderBy('position').orderBy('code').execute(),
		db.selectFrom('indicator_elements').selectAll().orderBy('indicator').execute()
	]);
	const found = new Map<string, { elements: Element[]; links: Link[] }>();
	const of = (code: string) => {
		const tree = found.get(code) ?? { elements: [], links: [] };
		found.set(code, tree);
		return tree;
	};
	for (const row of elements) of(row.framework).elements.push(element(row));
	for (const row of links) of(row.framework).links.push(link(row));
	return found;
}

/** One tree as it is now, what has ended included. */
export async function tree(db: Db, code: string): Promise<Tree> {
	const [elements, links] = await Promise.all([
		db
			.selectFrom('framework_elements')
			.selectAll()
			.where('framework', '=', code)
			.orderBy('position')
			.orderBy('code')
			.execute(),
		db
			.selectFrom('indicator_elements')
			.selectAll()
			.where('framework', '=', code)
			.orderBy('indicator')
			.execute()
	]);
	return { elements: elements.map(element), links: links.map(link) };
}

type ElementRow = Omit<Element, 'validFrom' | 'validTo'> & {
	valid_from: string;
	valid_to: string | null;
};

function element(row: ElementRow): Element {
	const { code, slug, label, parent, position, description, owner, source } = row;
	return {
		...{ code, slug, label, parent, position, description, owner, source },
		validFrom: row.valid_from,
		validTo: row.valid_to
	};
}

function link(row: {
	indicator: string;
	element: string;
	valid_from: string;
	valid_to: string | null;
	evidence: string;
}): Link {
	const { indicator, element: code, evidence } = row;
	return { indicator, element: code, evidence, validFrom: row.valid_from, validTo: row.valid_to };
}

/** Puts one tree in the place of another. Only called with the version raised in the same transaction. */
export async function replaceTree(trx: Trx, framework: string, next: Tree): Promise<void> {
	await trx.deleteFrom('indicator_elements').where('framework', '=', framework).execute();
	await trx.deleteFrom('framework_elements').where('framework', '=', framework).execute();
	await insertAll(
		trx,
		'framework_elements',
		next.elements.map(({ validFrom, validTo, ...rest }) => ({
			framework,
			...rest,
			valid_from: validFrom,
			valid_to: validTo
		}))
	);
	await insertAll(
		trx,
		'indicator_elements',
		next.links.map(({ validFrom, validTo, indicator, element: code, evidence }) => ({
			...{ indicator, framework, element: code, evidence },
			valid_from: validFrom,
			valid_to: validTo
		}))
	);
}

/** Raises the version if it is still the one expected; false when somebody was faster. */
export async function raiseVersion(trx: Trx, code: string, expected: number): Promise<boolean> {
	const updated = await trx
		.updateTable('frameworks')
		.set({ version: expected + 1 })
		.where('code', '=', code)
		.where('version', '=', expected)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}

export async function addFramework(
	trx: Trx,
	given: { code: string; title: string; kind: string; note: string | null }
): Promise<boolean> {
	const made = await trx
		.insertInto('frameworks')
		.values({
			...given,
			slug: given.code,
			status: 'proposed',
			position: sql<number>`(select coalesce(max(position), 0) + 1 from frameworks)`
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return made.numInsertedOrUpdatedRows === 1n;
}

/** Frameworks that were changed here: newer open data leave them alone. */
export async function changedHere(db: Db): Promise<Set<string>> {
	const rows = await db.selectFrom('frameworks').select('code').where('version', '>', 1).execute();
	return new Set(rows.map(({ code }) => code));
}
