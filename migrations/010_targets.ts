import { type Kysely, sql } from 'kysely';

// A target is a line from a baseline to a goal, in versions. A version is in force from its approval
// until it ends; the person who approves never took part in writing it, and the database holds that.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table targets (
	id text primary key,
	indicator text not null references indicators (code),
	area text not null references areas (code),
	breakdown text not null default 'all' references breakdowns (id),
	unique (indicator, area, breakdown)
);

create table target_versions (
	target text not null references targets (id),
	version integer not null,
	state text not null check (state in ('draft','submitted','approved','returned','withdrawn')),
	revision integer not null default 1,
	definition_version integer not null,
	baseline_period text not null references periods (id),
	baseline_value double precision not null,
	baseline_lower double precision,
	baseline_upper double precision,
	baseline_source text,
	shape text not null check (shape in ('linear','stepped','profiled')),
	goal_date date not null check (goal_date <= date '2035-12-31'),
	goal_value double precision not null,
	cumulative boolean not null default false,
	tolerance double precision not null check (tolerance >= 0),
	tolerance_kind text not null check (tolerance_kind in ('absolute','relative')),
	benchmark text,
	rationale text not null check (rationale <> ''),
	provisional text,
	confirmed_until date,
	confirmed_version integer,
	confirmed_by text references users (id),
	proposed_by text not null references users (id),
	proposed_at timestamptz not null,
	submitted_at timestamptz,
	approved_by text references users (id),
	approved_at timestamptz,
	approved_for text,
	returned_note text,
	ended_at timestamptz,
	ended_reason text,
	primary key (target, version),
	check (approved_by is distinct from proposed_by),
	check ((state = 'approved') = (approved_at is not null)),
	check ((approved_at is null) = (approved_by is null)),
	check (ended_at is null or ended_at >= approved_at),
	check ((confirmed_until is null) = (confirmed_by is null) and (confirmed_until is null) = (confirmed_version is null))
);
comment on column target_versions.revision is 'Counts every writing: who saves must have seen the newest';
comment on column target_versions.confirmed_until is 'Changes of source up to this day, and the definition of confirmed_version, were confirmed';
comment on column target_versions.definition_version is 'Version of the indicator''s definition that the baseline was measured with';
comment on column target_versions.provisional is 'Why the line awaits confirmation, e.g. it crosses a change of source; null = firm';
comment on column target_versions.approved_for is 'The body in whose name it was approved, e.g. a meeting and its date';
comment on column target_versions.ended_at is 'When a later version, or the target''s withdrawal, took its place';
create unique index target_versions_in_force on target_versions (target) where state = 'approved' and ended_at is null;
create unique index target_versions_open on target_versions (target) where state in ('draft','submitted','returned');

create table target_milestones (
	target text not null,
	version integer not null,
	ends date not null,
	value double precision not null,
	primary key (target, version, ends),
	foreign key (target, version) references target_versions (target, version)
);

create table target_authors (
	target text not null,
	version integer not null,
	user_id text not null references users (id),
	primary key (target, version, user_id),
	foreign key (target, version) references target_versions (target, version)
);
comment on table target_authors is 'Everyone who wrote a part of the version: none of them may approve it';

create function refuse_own_target() returns trigger language plpgsql as $$
begin
	if (new.approved_by is not null or new.confirmed_by is not null) and exists (
		select 1 from (values (new.approved_by), (new.confirmed_by)) as approver (id)
		where approver.id = new.proposed_by or approver.id in (
			select a.user_id from target_authors a
			where a.target = new.target and a.version = new.version
		)
	) then
		raise exception 'Nobody approves their own target' using errcode = 'check_violation';
	end if;
	return new;
end $$;
create trigger target_versions_separation before insert or update on target_versions
	for each row execute function refuse_own_target();

alter table editions add column kind text not null default 'report'
	check (kind in ('report','correction','target'));
comment on column editions.kind is 'report = figures of a round; correction = figures replaced; target = a target was agreed, confirmed or withdrawn';

alter table judgements drop constraint judgements_kind_check;
alter table judgements add constraint judgements_kind_check check (kind in
	('movement','comparison','trend','control','spread','target','direction','pace','chance','reliability','masking'));
alter table judgements
	add column target text,
	add column target_version integer,
	add column rule text,
	add column reason text,
	add column provisional boolean not null default false,
	add column detail jsonb;
alter table judgements add foreign key (target, target_version) references target_versions (target, version);
comment on column judgements.rule is 'Name of the published rule that was applied, e.g. count against line';
comment on column judgements.reason is 'Why there is no judgement, as a code';
comment on column judgements.provisional is 'The line or the figure awaits confirmation';
comment on column judgements.detail is 'Numbers of one kind of judgement: planned value, points of a fan, limits of a control chart';
`.execute(db);
}
