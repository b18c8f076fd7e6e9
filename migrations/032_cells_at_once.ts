import { type Kysely, sql } from 'kysely';

// An import becomes up to 100,000 cells in one statement. A foreign key is looked up for each row anew:
// four of them took three quarters of the time. The same is asked here once a statement, from both ends.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table submission_cells
	drop constraint submission_cells_submission_fkey,
	drop constraint submission_cells_breakdown_fkey,
	drop constraint submission_cells_edited_by_fkey,
	drop constraint submission_cells_placed_fkey;

create function refuse_unknown_in_cells() returns trigger language plpgsql as $$
begin
	if exists (select submission from written except select id from submissions)
		or exists (select breakdown from written except select id from breakdowns)
		or exists (select edited_by from written except select id from users)
		or exists (select placed from written where placed is not null except select code from areas) then
		raise exception 'A cell names a return, an area, a group or a person that is not there'
			using errcode = 'foreign_key_violation';
	end if;
	return null;
end $$;
create trigger submission_cells_known_new after insert on submission_cells referencing new table as written for each statement execute function refuse_unknown_in_cells();
create trigger submission_cells_known after update on submission_cells referencing new table as written for each statement execute function refuse_unknown_in_cells();

create function refuse_gone_from_cells() returns trigger language plpgsql as $$
declare is_named boolean;
begin
	execute format('select exists (select from gone join submission_cells c on c.%I = gone.%I)', tg_argv[0], tg_argv[1])
		into is_named;
	if is_named then
		raise exception 'Cells of a return name this row of %', tg_table_name using errcode = 'foreign_key_violation';
	end if;
	return null;
end $$;
create trigger submissions_in_cells after delete on submissions referencing old table as gone for each statement execute function refuse_gone_from_cells('submission', 'id');
create trigger breakdowns_in_cells after delete on breakdowns referencing old table as gone for each statement execute function refuse_gone_from_cells('breakdown', 'id');
create trigger users_in_cells after delete on users referencing old table as gone for each statement execute function refuse_gone_from_cells('edited_by', 'id');
create trigger areas_in_cells after delete on areas referencing old table as gone for each statement execute function refuse_gone_from_cells('placed', 'code');
`.execute(db);
}
