import { type Kysely, sql } from 'kysely';

// Figures of an import wait here for a day or two and are written by the hundred thousand. Their areas,
// indicators and groups are checked where they become cells of a return; checking them here as well took
// two thirds of the time. They need not survive a crash of the server either: the file is kept.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table import_figures
	drop constraint import_figures_indicator_fkey,
	drop constraint import_figures_area_fkey,
	drop constraint import_figures_breakdown_fkey,
	drop constraint import_figures_import_fkey,
	drop constraint import_figures_pkey;
create index import_figures_import on import_figures (import);
alter table import_figures set unlogged;
`.execute(db);
}
