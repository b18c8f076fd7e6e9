import { type Kysely, sql } from 'kysely';

// A quarter's round: returns on their way to publication, cell by cell, and the files and connector
// runs that filled them. Who wrote a part of a version may never check or approve it: the authors are
// kept by triggers, and the refusal is the database's own.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table collection_rules (
	indicator text primary key references indicators (code),
	is_collected boolean not null default true,
	period_kind text not null,
	due_days integer not null check (due_days between 0 and 400),
	lock_days integer not null check (lock_days >= due_days),
	skips_assurance boolean not null default false,
	areas text not null check (areas in ('borough','localities','wards')),
	has_unknown boolean not null default false,
	is_additive boolean not null default false,
	changed_at timestamptz not null,
	changed_by text references users (id)
);
comment on table collection_rules is 'How an indicator is collected: which periods and areas, when due and locked (days after the period ends), and whether a second officer checks it';
comment on column collection_rules.is_additive is 'The parts, the unknown row included, add up to the borough';

create table imports (
	id text primary key,
	kind text not null check (kind in ('file','pull')),
	name text not null,
	bytes integer not null check (bytes >= 0),
	sha256 text not null,
	content bytea not null,
	source_text text,
	licence text,
	extracted_on date,
	address text,
	mapping jsonb not null default '{}',
	reading jsonb,
	periods jsonb not null default '[]',
	problems jsonb not null default '[]',
	errors integer not null default 0,
	warnings integer not null default 0,
	figures integer not null default 0,
	state text not null check (state in ('received','reading','read','refused','accepted','discarded')),
	progress double precision not null default 0 check (progress between 0 and 1),
	message text,
	made_by text not null references users (id),
	made_at timestamptz not null,
	decided_by text references users (id),
	decided_at timestamptz
);
comment on table imports is 'A file or a connector''s extract as it came, what was read from it and everything that was wrong with it';
comment on column imports.mapping is 'What a person said about the file: its sheet, columns, marks, indicator and period';
comment on column imports.reading is 'What was found: sheets, encoding, headers, columns, a sample, titles and notes';
comment on column imports.periods is 'Every period that the figures belong to; those that are not held yet are added when the import is accepted';
comment on column imports.message is 'Why the file could not be read, or was discarded, and what to do';
-- Files are packed already, or read once: packing them again would only hold up readers.
alter table imports alter column content set storage external;

create table import_figures (
	import text not null references imports (id) on delete cascade,
	row integer not null,
	indicator text not null references indicators (code),
	area text not null references areas (code),
	period text not null,
	breakdown text not null references breakdowns (id),
	numerator double precision,
	denominator double precision,
	value double precision,
	lower double precision,
	upper double precision,
	state text not null check (state in ('known','suppressed','not collected','not yet published','not applicable')),
	provisional boolean not null,
	estimated boolean not null,
	note text,
	primary key (import, indicator, period, area, breakdown)
);
comment on table import_figures is 'Figures of an import until it is accepted: nothing here is held or shown to readers';
comment on column import_figures.period is 'Id of a period of imports.periods; it need not be held yet';
comment on column import_figures.value is 'In the unit of the indicator: worked out from the counts where there are both';

create table import_templates (
	id text primary key,
	name text not null unique,
	mapping jsonb not null,
	source_text text not null,
	licence text not null,
	made_by text not null references users (id),
	made_at timestamptz not null
);

create table submissions (
	id text primary key,
	indicator text not null references indicators (code),
	period text not null references periods (id),
	kind text not null check (kind in ('return','import','pull','correction')),
	state text not null check (state in ('draft','submitted','quality-assured','approved','scheduled','published','returned','withdrawn')),
	definition_version integer not null,
	import text references imports (id),
	started_by text not null references users (id),
	started_at timestamptz not null,
	submitted_by text references users (id),
	submitted_at timestamptz,
	assured_by text references users (id),
	assured_at timestamptz,
	approved_by text references users (id),
	approved_at timestamptz,
	publish_at timestamptz,
	published_at timestamptz,
	edition text references editions (id),
	returned_note text,
	reason text,
	public_note text,
	revision integer not null default 0,
	check (kind <> 'correction' or reason is not null),
	check (kind <> 'correction' or state <> 'published' or public_note is not null),
	check ((state = 'published') = (published_at is not null)),
	foreign key (indicator, definition_version) references indicator_versions (indicator, version)
);
comment on table submissions is 'One version of one indicator''s figures for one period, from draft to published';
comment on column submissions.publish_at is 'Embargo: not before this instant';
comment on column submissions.revision is 'Raised with every change: a form that was filled on an older one is a conflict, not an overwrite';
create unique index submissions_open on submissions (indicator, period) where state not in ('published','withdrawn');

create table submission_authors (
	submission text not null references submissions (id),
	user_id text not null references users (id),
	primary key (submission, user_id)
);
comment on table submission_authors is 'Everyone who wrote a cell, a note, words, an import or a connector run of the version; kept by triggers';

create table submission_cells (
	submission text not null references submissions (id),
	area text not null references areas (code),
	breakdown text not null default 'all' references breakdowns (id),
	numerator double precision,
	denominator double precision,
	value double precision,
	lower double precision,
	upper double precision,
	state text check (state in ('known','suppressed','not collected','not yet published','not applicable')),
	provisional boolean not null default false,
	estimated boolean not null default false,
	note text,
	jump_reason text,
	import_row integer,
	edited_by text not null references users (id),
	edited_at timestamptz not null,
	revision integer not null default 1,
	primary key (submission, area, breakdown)
);

create table submission_words (
	submission text primary key references submissions (id),
	what text,
	so_what text,
	now_what text,
	cause text,
	edited_by text not null references users (id),
	edited_at timestamptz not null,
	revision integer not null default 1
);

create table submission_replies (
	submission text not null references submissions (id),
	code text not null,
	area text not null default '',
	breakdown text not null default '',
	reply text not null check (reply <> ''),
	replied_by text not null references users (id),
	replied_at timestamptz not null,
	primary key (submission, code, area, breakdown)
);
comment on table submission_replies is 'Answers to warnings; they pass on to the approver';

-- By statement, not by row: an import writes many thousand cells at once.
create function keep_authors() returns trigger language plpgsql as $$
begin
	insert into submission_authors (submission, user_id)
	select distinct submission, edited_by from written
	on conflict do nothing;
	return null;
end $$;
create trigger submission_cells_author after insert on submission_cells referencing new table as written for each statement execute function keep_authors();
create trigger submission_cells_coauthor after update on submission_cells referencing new table as written for each statement execute function keep_authors();
create trigger submission_words_author after insert on submission_words referencing new table as written for each statement execute function keep_authors();
create trigger submission_words_coauthor after update on submission_words referencing new table as written for each statement execute function keep_authors();

create function keep_starter() returns trigger language plpgsql as $$
begin
	insert into submission_authors (submission, user_id) values (new.id, new.started_by) on conflict do nothing;
	if new.import is not null then
		insert into submission_authors (submission, user_id)
		select new.id, i.made_by from imports i where i.id = new.import on conflict do nothing;
	end if;
	return new;
end $$;
create trigger submissions_author after insert or update of import on submissions for each row execute function keep_starter();

create function refuse_own_submission() returns trigger language plpgsql as $$
begin
	if exists (select 1 from submission_authors a where a.submission = new.id
		and a.user_id in (new.approved_by, new.assured_by)) then
		raise exception 'Nobody approves their own entry' using errcode = 'check_violation';
	end if;
	if new.state in ('approved','scheduled','published') and new.approved_by is null then
		raise exception 'A return is published only after somebody approved it' using errcode = 'check_violation';
	end if;
	return new;
end $$;
create trigger submissions_separation before insert or update on submissions for each row execute function refuse_own_submission();

create function refuse_closed_submission() returns trigger language plpgsql as $$
begin
	if exists (select from submissions s where s.id in (select submission from written) and s.state <> 'draft') then
		raise exception 'Only a draft can be written' using errcode = 'check_violation';
	end if;
	return null;
end $$;
create trigger submission_cells_open_new after insert on submission_cells referencing new table as written for each statement execute function refuse_closed_submission();
create trigger submission_cells_open after update on submission_cells referencing new table as written for each statement execute function refuse_closed_submission();
create trigger submission_cells_open_gone after delete on submission_cells referencing old table as written for each statement execute function refuse_closed_submission();
create trigger submission_words_open_new after insert on submission_words referencing new table as written for each statement execute function refuse_closed_submission();
create trigger submission_words_open after update on submission_words referencing new table as written for each statement execute function refuse_closed_submission();
create trigger submission_words_open_gone after delete on submission_words referencing old table as written for each statement execute function refuse_closed_submission();

create table calendar_feeds (
	user_id text primary key references users (id),
	token_hash text not null unique,
	made_at timestamptz not null
);
comment on table calendar_feeds is 'Secret address of a person''s due list as a calendar; only its hash is kept';
`.execute(db);
}
