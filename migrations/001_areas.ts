import { type Kysely, sql } from 'kysely';

// Areas of every vintage side by side. A ward of 2004 and a ward of 2026 with the same name are two
// rows with two codes; nothing here can be joined by name.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table sources (
	id text primary key,
	publisher text not null,
	title text not null,
	url text,
	licence text not null,
	attribution text not null,
	published text,
	retrieved date,
	note text
);
comment on table sources is 'Where a figure, a boundary or a lookup came from, with its licence and the credit to show';
comment on column sources.published is 'Publication date as the publisher writes it (may be a month or a year)';

create table areas (
	code text primary key,
	level text not null check (level in ('country','region','combined_authority','borough','locality','ward','msoa','lsoa')),
	vintage text not null,
	name text not null,
	slug text not null,
	valid_from date,
	valid_to date,
	is_local boolean not null default false,
	note text
);
comment on table areas is 'Every area a figure can belong to. Keys are codes: GSS codes, or the council localities'' own stable codes';
comment on column areas.vintage is 'Geography version, e.g. wards-2004, wards-2026, lsoa-2021, localities-2021';
comment on column areas.valid_to is 'Last day in force; null = still in force';
comment on column areas.is_local is 'True for the borough and everything inside it; false for comparators';
create index areas_level on areas (level, vintage);

create table area_links (
	child text not null references areas (code),
	parent text not null references areas (code),
	share double precision not null check (share > 0 and share <= 1),
	basis text not null,
	is_best_fit boolean not null,
	evidence text not null,
	source_id text references sources (id),
	valid_from date not null,
	valid_to date,
	primary key (child, parent, valid_from)
);
comment on table area_links is 'Dated membership: which part of a child area lies in a parent area, on what evidence';
comment on column area_links.share is 'Share of the child that lies in the parent, 0 to 1, on the stated basis';
comment on column area_links.basis is 'What the share counts: whole area, output areas, residents';
create index area_links_parent on area_links (parent);

create table boundary_sets (
	id text primary key,
	level text not null,
	vintage text not null,
	version integer not null,
	label text not null,
	topology jsonb not null,
	hash text not null,
	source_id text references sources (id),
	note text,
	in_use_from timestamptz not null,
	in_use_to timestamptz
);
comment on table boundary_sets is 'Versioned geometry as TopoJSON (WGS84); official files replace a set by adding the next version';

create table comparator_members (
	set_code text not null,
	area_code text not null references areas (code),
	position integer not null,
	version text not null,
	primary key (set_code, area_code)
);
comment on table comparator_members is 'Comparator sets made of several areas: ONS similar areas (global), neighbouring boroughs';
`.execute(db);
}
