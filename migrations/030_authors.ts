import { type Kysely, sql } from 'kysely';

// Who wrote a part of a return or a target may not approve it. A row that could be taken out again would
// undo that: authors are only ever added, as events of the audit are.
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of ['submission_authors', 'target_authors']) {
		const authors = sql.ref(table);
		await sql`create trigger authors_keep before update or delete on ${authors}
			for each row execute function refuse_change()`.execute(db);
		await sql`create trigger authors_keep_all before truncate on ${authors}
			for each statement execute function refuse_change()`.execute(db);
	}
}
