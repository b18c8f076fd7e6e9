import { type Kysely, sql } from 'kysely';

// Figures in two times: the period they describe, and the span in which the product held them to be
// true. "As it stood on a date" is one condition: held_from <= d and (held_to is null or held_to > d).
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table periods (
	id text primary key,
	kind text not null check (kind in ('calendar_year','financial_year','academic_year','quarter','month','rolling','survey_wave','snapshot')),
	starts date not null,
	ends date not null,
	label text not null,
	check (ends >= starts)
);
comment on column periods.ends is 'Last day of the period, inclusive';

create table editions (
	id text primary key,
	published_at timestamptz not null unique,
	label text not null,
	note text
);
comment on table editions is 'A named instant of publication. The first is the initial load';

create table breakdowns (
	id text primary key,
	dimension text not null check (dimension in ('all','sex','age','group')),
	label text not null,
	position integer not null,
	borough_only boolean not null default false
);
comment on column breakdowns.borough_only is 'Never shown below the borough, published data included';

create table observations (
	id bigint generated always as identity primary key,
	indicator text not null references indicators (code),
	version integer not null,
	area text not null references areas (code),
	period text not null references periods (id),
	breakdown text not null default 'all' references breakdowns (id),
	numerator double precision,
	denominator double precision,
	value double precision,
	lower double precision,
	upper double precision,
	state text not null default 'known' check (state in ('known','suppressed','not collected','not yet published','not applicable')),
	provisional boolean not null default false,
	estimated boolean not null default false,
	revised boolean not null default false,
	small_base boolean not null default false,
	note text,
	source_id text references sources (id),
	held_from timestamptz not null,
	held_to timestamptz,
	foreign key (indicator, version) references indicator_versions (indicator, version),
	check ((state = 'known') = (value is not null)),
	check (held_to is null or held_to > held_from)
);
comment on table observations is 'One figure for one area, period and breakdown, in two times';
comment on column observations.lower is 'Lower 95% limit in the unit of the value';
comment on column observations.small_base is 'Base too small to judge ([u]): shown without a judgement';
comment on column observations.held_to is 'Null while the product still holds the figure to be true';
create unique index observations_current on observations (indicator, area, period, breakdown) where held_to is null;
create index observations_series on observations (indicator, area, breakdown, period);
create index observations_map on observations (indicator, period, breakdown, area);
create index observations_area on observations (area, period, indicator);

create table class_breaks (
	indicator text not null references indicators (code),
	vintage text not null,
	version integer not null,
	method text not null,
	upper double precision[] not null,
	computed_on text not null,
	primary key (indicator, vintage, version)
);
comment on table class_breaks is 'Map classes fixed across periods: upper bounds of classes (previous, upper]; totals excluded';

create table judgements (
	id bigint generated always as identity primary key,
	kind text not null check (kind in ('movement','comparison','trend')),
	indicator text not null references indicators (code),
	area text not null references areas (code),
	breakdown text not null default 'all',
	period text not null references periods (id),
	against_area text references areas (code),
	against_period text references periods (id),
	outcome text not null,
	difference double precision,
	lower double precision,
	upper double precision,
	p double precision,
	confidence double precision not null,
	method text not null,
	method_version integer not null,
	held_from timestamptz not null,
	held_to timestamptz
);
comment on table judgements is 'Tests made once, when figures are published, and used by every page, export and interface';
comment on column judgements.outcome is 'movement: higher, lower, no clear change, cannot tell. comparison: higher, lower, similar. trend: increasing, decreasing, no change, cannot be calculated';
create unique index judgements_current on judgements (kind, indicator, area, breakdown, period, coalesce(against_area, ''), coalesce(against_period, '')) where held_to is null;
create index judgements_area on judgements (area, kind);
`.execute(db);
}
