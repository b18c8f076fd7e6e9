import { type Kysely, sql } from 'kysely';

// Frameworks are trees of dated elements, linked many to many with indicators. Who answers for an
// indicator, how far the council can move it, and what was decided about it are dated too.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table frameworks
	add column kind text not null default 'tag' check (kind in ('performance','tag')),
	add column slug text,
	add column status text not null default 'proposed' check (status in ('interim','proposed','adopted','retired')),
	add column awaited text,
	add column version integer not null default 1,
	add column position integer not null default 0;
comment on column frameworks.kind is 'performance = areas that answer for figures (/cpf); tag = a plan or duty that an indicator is evidence for';
comment on column frameworks.awaited is 'Why the tree is empty or unfinished, and who settles it';
comment on column frameworks.version is 'Raised by one with each recorded change of the tree';

update frameworks set kind = 'performance', slug = 'corporate-performance-framework', status = 'interim', position = 1
	where code = 'cpf';

alter table framework_elements
	add column parent text,
	add column position integer not null default 0,
	add column description text,
	add column owner text,
	add column source text;
comment on column framework_elements.parent is 'Code of the element above, in the same framework';
comment on column framework_elements.owner is 'Role or directorate that answers for the element; data, not code';
alter table framework_elements add check (valid_to is null or valid_to >= valid_from);

create table framework_versions (
	framework text not null references frameworks (code),
	version integer not null,
	made_at timestamptz not null,
	made_by text references users (id),
	note text not null,
	tree jsonb not null,
	primary key (framework, version)
);
comment on table framework_versions is 'The tree and its links as they stood after each change';

create table indicator_answerable (
	indicator text not null references indicators (code),
	part text not null check (part in ('owner','contributor')),
	directorate text not null,
	post text not null,
	valid_from date not null,
	valid_to date,
	primary key (indicator, part, directorate, post, valid_from)
);
comment on table indicator_answerable is 'One owner and named contributors of an indicator: directorates and posts, not persons';
create unique index indicator_answerable_owner on indicator_answerable (indicator) where part = 'owner' and valid_to is null;

create table indicator_influences (
	indicator text not null references indicators (code),
	influence text not null check (influence in ('control','influence','context')),
	set_at timestamptz not null,
	set_by text references users (id),
	reason text not null,
	ended_at timestamptz,
	primary key (indicator, set_at)
);
comment on table indicator_influences is 'How far the council can move the figure. No row in force = not set. Context takes no colour';
create unique index indicator_influences_in_force on indicator_influences (indicator) where ended_at is null;

create table catalogue_proposals (
	id text primary key,
	indicator text,
	kind text not null check (kind in ('new','change','adopt','merge','retire','reinstate')),
	content jsonb not null,
	merged_into text references indicators (code),
	decided_on date,
	decided_for text,
	reason text not null check (reason <> ''),
	state text not null check (state in ('draft','submitted','approved','returned','withdrawn')),
	proposed_by text not null references users (id),
	proposed_at timestamptz not null,
	approved_by text references users (id),
	approved_at timestamptz,
	returned_note text,
	check (approved_by is distinct from proposed_by),
	check ((state = 'approved') = (approved_by is not null and approved_at is not null))
);
comment on table catalogue_proposals is 'Every proposed change of the catalogue: the whole content proposed, who proposed and who approved';
comment on column catalogue_proposals.decided_for is 'The body that decided, and decided_on its date: a decision may be older than its record';
alter table indicators add column merged_into text references indicators (code);
comment on column indicators.merged_into is 'Retired because another indicator took its place: its address leads there';
create index catalogue_proposals_indicator on catalogue_proposals (indicator);
`.execute(db);
}
