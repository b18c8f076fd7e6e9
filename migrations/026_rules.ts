import { type Kysely, sql } from 'kysely';

// Rules of collection that officers edit: how often, which range is expected, which dates. What changes
// how people are protected or what readers see is proposed and approved by somebody else.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table collection_rules
	add column cadence text check (cadence in ('month','quarter','term','financial_year','academic_year','calendar_year','by hand')),
	add column expected text not null default 'history' check (expected in ('history','set','off')),
	add column expected_lower double precision,
	add column expected_upper double precision,
	add column part_lower double precision,
	add column part_upper double precision,
	add column expected_reason text,
	add column revision integer not null default 1,
	add constraint collection_rules_expected_whole check (expected_lower <= expected_upper),
	add constraint collection_rules_expected_part check (part_lower <= part_upper),
	add constraint collection_rules_expected_reason check (expected = 'history' or expected_reason is not null),
	add constraint collection_rules_expected_set check (expected <> 'set' or (expected_lower is not null and expected_upper is not null));
update collection_rules set cadence = period_kind
	where period_kind in ('month','quarter','financial_year','academic_year','calendar_year');
update collection_rules set cadence = 'by hand' where cadence is null;
alter table collection_rules alter column cadence set not null;
comment on column collection_rules.cadence is 'Which periods the calendar of a year is made of; by hand = each is added by a person';
comment on column collection_rules.expected is 'Where the expected range comes from: the history of each place, limits set by a person, or none';
comment on column collection_rules.part_lower is 'Limits for each part of the borough; null = the parts keep their own history';
comment on column collection_rules.revision is 'Raised with every change: a form that was filled on an older one is refused';

alter table collections
	add column revision integer not null default 1,
	add column note text,
	add column taken_out_at timestamptz;
comment on column collections.note is 'Why its dates are others than the rule gives, or why it was added or taken out';
comment on column collections.taken_out_at is 'Not collected after all: a new calendar does not bring it back';

alter table catalogue_proposals drop constraint catalogue_proposals_kind_check;
alter table catalogue_proposals add constraint catalogue_proposals_kind_check
	check (kind in ('new','change','adopt','merge','retire','reinstate','disclosure','rebase'));
`.execute(db);
}
