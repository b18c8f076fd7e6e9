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
create unique index accounts_once on accounts (provider_id, account_id);

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
	verified boolean not null default true,
	failed_verification_count integer not null default 0,
	locked_until timestamptz
);
comment on column two_factors.secret is 'Encrypted with the product''s secret (AUTH_SECRET), as are the backup codes';
create index two_factors_user on two_factors (user_id);

create table rate_limits (
	id text primary key,
	key text not null unique,
	count integer not null,
	last_request bigint not null
);
comment on table rate_limits is 'Attempts by client address, account or code; last_request is when the count began, in milliseconds';

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
comment on column duties.valid_to is 'First day on which the duty is no longer in force';
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
	await guard(db);
}

// What holds whatever a program does: a disabled account has no session, and there is always somebody
// who can administer once there has been.
async function guard(db: Kysely<unknown>): Promise<void> {
	await sql`
create function refuse_session_of_disabled() returns trigger language plpgsql as $$
begin
	if exists (select 1 from users where id = new.user_id and disabled_at is not null) then
		raise exception 'A disabled account cannot hold a session' using errcode = 'restrict_violation';
	end if;
	return new;
end $$;
create trigger sessions_of_enabled before insert or update on sessions
	for each row execute function refuse_session_of_disabled();

create function end_sessions_of_disabled() returns trigger language plpgsql as $$
begin
	delete from sessions where user_id = new.id;
	return null;
end $$;
create trigger users_disabled after update of disabled_at on users
	for each row when (new.disabled_at is not null) execute function end_sessions_of_disabled();

create function keep_an_administrator() returns trigger language plpgsql as $$
begin
	if tg_table_name = 'users' then
		if not exists (select 1 from user_roles where user_id = old.id and role = 'administrator') then
			return null;
		end if;
	end if;
	perform pg_advisory_xact_lock(20250227);
	if not exists (
		select 1 from user_roles join users on users.id = user_roles.user_id
		where role = 'administrator' and disabled_at is null
	) then
		raise exception 'The last administrator stays' using errcode = 'restrict_violation';
	end if;
	return null;
end $$;
create trigger user_roles_keep_administrator after delete or update on user_roles
	for each row when (old.role = 'administrator') execute function keep_an_administrator();
create trigger users_keep_administrator after update of disabled_at on users
	for each row when (old.disabled_at is null and new.disabled_at is not null)
	execute function keep_an_administrator();
`.execute(db);
}
