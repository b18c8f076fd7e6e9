import type { Mapping } from '../../domain/import/mapping.ts';
import type { Db, Trx } from './client.ts';

/** How a sender's files are read, kept under a name. */
export interface Template {
	id: string;
	name: string;
	mapping: Mapping;
	sourceText: string;
	licence: string;
}

export async function all(db: Db): Promise<Template[]> {
	const rows = await db.selectFrom('import_templates').selectAll().orderBy('name').execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		mapping: row.mapping as Mapping,
		sourceText: row.source_text,
		licence: row.licence
	}));
}

/** Keeps a template; one of the same name is replaced. */
export async function keep(trx: Trx, given: Template & { by: string }, now: Date): Promise<void> {
	const row = {
		mapping: JSON.stringify(given.mapping),
		source_text: given.sourceText,
		licence: given.licence,
		made_by: given.by,
		made_at: now
	};
	await trx
		.insertInto('import_templates')
		.values({ id: given.id, name: given.name, ...row })
		.onConflict((conflict) => conflict.column('name').doUpdateSet(row))
		.execute();
}
