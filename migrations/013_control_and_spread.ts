import { type Kysely, sql } from 'kysely';

// More that is judged at publication: each point of a control chart, whether the parts of the borough
// differ, whether the gap between them closes, and what is left after allowing for many comparisons.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
alter table judgements drop constraint judgements_kind_check;
alter table judgements add constraint judgements_kind_check
	check (kind in ('movement','comparison','trend','control','spread','gap','target','direction','pace','chance','reliability','masking'));
alter table judgements add column parts text;
alter table judgements add column q double precision;
comment on column judgements.parts is 'spread and gap: vintage of the areas that are set beside one another';
comment on column judgements.q is 'comparison: p adjusted for every comparison of the area with the same benchmark (Benjamini-Hochberg)';
comment on column judgements.lower is 'Lower limit of the difference; control: lower limit of the usual range';
comment on column judgements.upper is 'Upper limit of the difference; control: upper limit of the usual range';
drop index judgements_current;
create unique index judgements_current on judgements (kind, indicator, area, breakdown, period, coalesce(against_area, ''), coalesce(against_period, ''), coalesce(parts, '')) where held_to is null;

create table rebasings (
	indicator text not null references indicators (code),
	period_start date not null,
	reason text not null,
	decided_by text not null,
	decided_on date not null,
	primary key (indicator, period_start)
);
comment on table rebasings is 'A known change after which a control chart starts its limits again: a decision of a named role with its reason. Figures on both sides stay comparable';
`.execute(db);
}
