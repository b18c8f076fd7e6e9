import { type Kysely, sql } from 'kysely';

// An import becomes up to 100,000 cells in one statement. A foreign key is looked up and locked for each
// row anew: four of them took three quarters of the time, and on the embedded database half a minute in
// which nobody else was answered. Returns and persons are kept by the authors, who have both keys, are
// written with every cell and are never taken out. Areas and groups are asked once a statement, and locked
// as a foreign key locks them: who would take one away or rename it waits, and is then refused.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table submission_cells
	drop constraint submission_cells_submission_fkey,
	drop constraint submission_cells_breakdown_fkey,
	drop constraint submission_cells_edited_by_fkey,
	drop constraint submission_cells_placed_fkey;
comment on column submission_cells.submission is 'The return: submission_authors has the foreign key';
comment on column submission_cells.edited_by is 'The person: submission_authors has the foreign key';
comment on column submission_cells.breakdown is 'The group: refuse_unknown_in_cells is its foreign key';
comment on column submission_cells.placed is 'The area, where there is one: keeps codes that do not exist out. refuse_unknown_in_cells is its foreign key';

create function refuse_unknown_in_cells() returns trigger language plpgsql as $$
begin
	perform from areas where code in (select placed from written) order by code for key share;
	perform from breakdowns where id in (select breakdown from written) order by id for key share;
	-- Asked after the locks: whatever somebody else did meanwhile is seen.
	if exists (select placed from written where placed is not null except select code from areas)
		or exists (select breakdown from written except select id from breakdowns) then
		raise exception 'A cell names an area or a group that is not there' using errcode = 'foreign_key_violation';
	end if;
	return null;
end $$;
create trigger submission_cells_known_new after insert on submission_cells referencing new table as written for each statement execute function refuse_unknown_in_cells();
create trigger submission_cells_known after update on submission_cells referencing new table as written for each statement execute function refuse_unknown_in_cells();

create function refuse_area_gone_from_cells() returns trigger language plpgsql as $$
begin
	if exists (select from submission_cells where placed = old.code) then
		raise exception 'Cells of a return name the area %', old.code using errcode = 'foreign_key_violation';
	end if;
	return null;
end $$;
create trigger areas_in_cells after delete on areas for each row execute function refuse_area_gone_from_cells();
create trigger areas_in_cells_renamed after update of code on areas for each row when (old.code <> new.code) execute function refuse_area_gone_from_cells();

create function refuse_group_gone_from_cells() returns trigger language plpgsql as $$
begin
	if exists (select from submission_cells where breakdown = old.id) then
		raise exception 'Cells of a return name the group %', old.id using errcode = 'foreign_key_violation';
	end if;
	return null;
end $$;
create trigger breakdowns_in_cells after delete on breakdowns for each row execute function refuse_group_gone_from_cells();
create trigger breakdowns_in_cells_renamed after update of id on breakdowns for each row when (old.id <> new.id) execute function refuse_group_gone_from_cells();
`.execute(db);
}
