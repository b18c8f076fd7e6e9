import { type Kysely, sql } from 'kysely';

// What stands beside a figure when somebody answers for it: when it is due, what it means, what is
// done about it by whom and when, and what became of the last promise.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table collections (
	indicator text not null references indicators (code),
	period text not null references periods (id),
	due_on date not null,
	locks_on date,
	primary key (indicator, period),
	check (locks_on is null or locks_on >= due_on)
);
comment on table collections is 'Collection calendar: when the figure of a period is due, and when its entry closes';

create table commentaries (
	id bigint generated always as identity primary key,
	indicator text not null references indicators (code),
	area text not null references areas (code),
	period text not null references periods (id),
	what text not null,
	so_what text,
	now_what text,
	cause text,
	author text references users (id),
	author_name text not null,
	published_at timestamptz not null,
	ended_at timestamptz
);
comment on table commentaries is 'Published words beside a figure, held in time as figures are';
create unique index commentaries_current on commentaries (indicator, area, period) where ended_at is null;

create table actions (
	id text primary key,
	indicator text not null references indicators (code),
	area text not null references areas (code),
	promise text not null check (promise <> ''),
	owner text,
	due_on date,
	promised_at timestamptz not null,
	promised_by text references users (id)
);
comment on table actions is 'A promise about an indicator. Its state is the newest row of action_updates';

create table action_updates (
	id bigint generated always as identity primary key,
	action text not null references actions (id),
	state text not null check (state in ('not started','under way','done','not done','stopped')),
	outcome text,
	said_at timestamptz not null,
	said_by text references users (id)
);
create index action_updates_action on action_updates (action, said_at);
`.execute(db);
}
