import { type Kysely, sql } from 'kysely';

// The catalogue. An indicator is a code and its versions: a change of definition or source is a new
// dated version, never an edit.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table themes (
	code text primary key,
	kind text not null check (kind in ('priority','emerging')),
	slug text not null unique,
	title text not null,
	strapline text not null,
	position integer not null
);

create table frameworks (
	code text primary key,
	title text not null,
	note text
);
create table framework_elements (
	framework text not null references frameworks (code),
	code text not null,
	slug text not null,
	label text not null,
	valid_from date not null,
	valid_to date,
	primary key (framework, code, valid_from)
);
comment on table framework_elements is 'Performance areas and other tags: dated, editable, never code';

create table indicators (
	code text primary key,
	slug text not null unique,
	kind text not null check (kind in ('catalogue','context')),
	status text not null check (status in ('proposed','adopted','retired','context')),
	restricted boolean not null default false,
	position integer not null
);
comment on column indicators.kind is 'catalogue = one of the strategy''s proposed indicators; context = a well-defined published measure shown beside them';
comment on column indicators.restricted is 'Named roles only, at any level: no public page shows its values';

create table indicator_versions (
	indicator text not null references indicators (code),
	version integer not null,
	valid_from date not null,
	valid_to date,
	title text not null,
	definition text not null,
	question text,
	numerator text,
	denominator text,
	unit text not null,
	value_kind text not null check (value_kind in ('percent','count','rate','score','index','years','money','points')),
	multiplier double precision not null default 1,
	decimals integer not null default 1,
	polarity text not null check (polarity in ('higher','lower','lower to zero','neutral','ambiguous')),
	tier text not null,
	evidence text not null,
	evidence_note text,
	source_text text not null,
	source_id text references sources (id),
	frequency text not null,
	lag text not null,
	next_update text,
	lowest_geography text not null,
	interval_method text not null,
	interval_note text,
	disclosure text not null,
	disclosure_rule text not null check (disclosure_rule in ('open','people','none')),
	colour_rule text not null,
	why text,
	who_missed text,
	caveats text,
	awaited text,
	map_allowed boolean not null default true,
	break_before boolean not null default false,
	break_note text,
	primary key (indicator, version)
);
comment on column indicator_versions.multiplier is 'Value = numerator / denominator x multiplier (100 for percent, 1000 for per 1,000)';
comment on column indicator_versions.interval_method is 'wilson, byars, published, modelled (no interval), none';
comment on column indicator_versions.disclosure_rule is 'open = published open data; people = officers'' counts of people, 1 to 4 hidden; none = venues, organisations, money';
comment on column indicator_versions.awaited is 'While no figure exists: what is awaited and from whom';
comment on column indicator_versions.map_allowed is 'False for make-up of the population: tables and dot plots only, never a choropleth';
comment on column indicator_versions.break_before is 'Figures of this version cannot be compared with those of the version before';

create table indicator_themes (
	indicator text not null references indicators (code),
	theme text not null references themes (code),
	is_main boolean not null,
	primary key (indicator, theme)
);

create table indicator_elements (
	indicator text not null references indicators (code),
	framework text not null,
	element text not null,
	valid_from date not null,
	valid_to date,
	evidence text not null,
	primary key (indicator, framework, element, valid_from)
);

create table series_breaks (
	indicator text not null references indicators (code),
	period_start date not null,
	note text not null,
	primary key (indicator, period_start)
);
comment on table series_breaks is 'Figures on either side of this date cannot be compared; lines are not joined across it';
`.execute(db);
}
