import { type Kysely, sql } from 'kysely';

// Letters that remind people of their work: one a person and day, each reminder once. What was sent is
// written down before it is sent, so that neither two processes nor a restart send it twice.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table reminder_letters (
	id text primary key,
	user_id text not null references users (id),
	day date not null,
	state text not null check (state in ('waiting','sending','sent','failed','unclear','carried over','not needed')),
	made_at timestamptz not null,
	claimed_at timestamptz,
	sent_at timestamptz,
	tries integer not null default 0,
	fault text,
	unique (user_id, day),
	check ((state = 'sent') = (sent_at is not null))
);
comment on table reminder_letters is 'One letter a person and day (the day in Walsall)';
comment on column reminder_letters.state is 'waiting = to be sent; sending = claimed by one process; unclear = cut off while sending: never sent again; carried over = its reminders went into a later letter; not needed = nothing was open any more, or the person wants none';
comment on column reminder_letters.fault is 'Why the mail server did not take it, without addresses';
create index reminder_letters_day on reminder_letters (day);

create table reminders (
	user_id text not null references users (id),
	about text not null,
	stage text not null,
	letter text not null references reminder_letters (id),
	primary key (user_id, about, stage)
);
comment on table reminders is 'What a person has been reminded of, or is in a letter that waits';
comment on column reminders.about is 'The return with its due day, or the step that waits: another due day is another reminder';
create index reminders_letter on reminders (letter);

create table reminder_choices (
	user_id text primary key references users (id),
	is_off boolean not null,
	changed_at timestamptz not null
);
comment on table reminder_choices is 'Who wants no letters; nobody else has a row, or is_off is false';
`.execute(db);
}
