import { type Kysely, sql } from 'kysely';

// People who sign in. users, sessions, accounts, verifications, two_factors and rate_limits are the
// tables that better-auth reads and writes (names and columns mapped in src/lib/server/auth); what a
// person may do is ours: roles, and duties for indicators or themes.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table users (
	id text primary key,
	name text not null,
	email text not null unique,
	email_verified boolean not null default false,
	image text,
	two_factor_enabled boolean not null default false,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	disabled_at timestamptz,
	last_sign_in_at timestamptz
);
comment on table users is 'People who may sign in. Never deleted: their name stands beside what they did';
comment on column users.disabled_at is 'Not null: the account can no longer sign in';

create table sessions (
	id text primary key,
	token text not null unique,
	user_id text not null references users (id) on delete cascade,
	expires_at timestamptz not null,
	ip_address text,
	user_agent text,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);
create index sessions_user on sessions (user_id);

create table accounts (
	id text primary key,
	account_id text not null,
	provider_id text not null,
	user_id text not null references users (id) on delete cascade,
	access_token text,
	refresh_token text,
	id_token text,
	access_token_expires_at timestamptz,
	refresh_token_expires_at timestamptz,
	scope text,
	password text,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);
comment on table accounts is 'How a person signs in: a password kept as a hash, or the council''s directory';
create index accounts_user on accounts (user_id);

create table verifications (
	id text primary key,
	identifier text not null,
	value text not null,
	expires_at timestamptz not null,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);

create table two_factors (
	id text primary key,
	secret text not null,
	backup_codes text not null,
	user_id text not null references users (id) on delete cascade,
	verified boolean not null default true
);
create index two_factors_user on two_factors (user_id);

create table rate_limits (
	id text primary key,
	key text not null unique,
	count integer not null,
	last_request bigint not null
);

create table user_roles (
	user_id text not null references users (id),
	role text not null check (role in ('reader','member','executive','officer','approver','performance lead','administrator')),
	given_from text not null check (given_from in ('administrator','directory','set-up')),
	given_at timestamptz not null default now(),
	primary key (user_id, role)
);
comment on column user_roles.given_from is 'directory = follows a group of the council''s directory at each sign-in';

create table duties (
	id text primary key,
	user_id text not null references users (id),
	duty text not null check (duty in ('owner','deputy','contributor','approver','deputy approver')),
	indicator text references indicators (code),
	theme text references themes (code),
	valid_from date not null,
	valid_to date,
	check ((indicator is null) <> (theme is null)),
	check (valid_to is null or valid_to >= valid_from)
);
comment on table duties is 'Who answers for an indicator, or for every indicator of a theme, since when';
create unique index duties_current on duties (user_id, duty, coalesce(indicator, ''), coalesce(theme, '')) where valid_to is null;
create index duties_indicator on duties (indicator);

create table absences (
	id text primary key,
	user_id text not null references users (id),
	starts date not null,
	ends date not null,
	check (ends >= starts)
);
comment on table absences is 'Days a person is away: shows where owner and deputy are both away';
`.execute(db);
}
