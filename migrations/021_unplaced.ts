import { type Kysely, sql } from 'kysely';

// A return counts people whose postcode is not known in a row of their own. They are no area: the row
// stays with the return and is never published as a place.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table submission_cells drop constraint submission_cells_area_fkey;
alter table submission_cells add column placed text generated always as (nullif(area, 'unknown')) stored references areas (code);
comment on column submission_cells.area is 'Code of an area, or unknown: people whose postcode is not known';
comment on column submission_cells.placed is 'The area, where there is one: keeps codes that do not exist out';
`.execute(db);
}
