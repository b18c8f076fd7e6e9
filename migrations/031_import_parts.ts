import { type Kysely, sql } from 'kysely';

// Figures of an import by the hundred thousand: one row an indicator and period, with its figures as
// arrays, instead of one row a figure. Writing them takes a fifth of the time, and what nearly every
// figure of a file has in common is not written at all. Who reads them sees figures as before, by a view.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create unlogged table import_parts (
	import text not null,
	indicator text not null,
	period text not null,
	rows integer[] not null,
	areas text[] not null,
	breakdowns text[],
	numerators double precision[],
	denominators double precision[],
	amounts double precision[],
	lowers double precision[],
	uppers double precision[],
	states text[] check (states <@ array['known','suppressed','not collected','not yet published','not applicable']),
	provisionals boolean[],
	estimates boolean[],
	notes text[]
);
create index import_parts_import on import_parts (import);
comment on table import_parts is 'Figures of an import until it is accepted: nothing here is held or shown to readers. The arrays of a row are of one length; none stands for nothing, everyone, known or false in each of its figures. One indicator and period may have several rows';
comment on column import_parts.rows is 'Rows of the file from 1';
comment on column import_parts.amounts is 'In the unit of the indicator: worked out from the counts where there are both';
alter table import_parts
	alter column rows set storage external,
	alter column areas set storage external,
	alter column numerators set storage external,
	alter column denominators set storage external,
	alter column amounts set storage external;

insert into import_parts
select import, indicator, period, array_agg(row), array_agg(area), array_agg(breakdown), array_agg(numerator),
	array_agg(denominator), array_agg(value), array_agg(lower), array_agg(upper), array_agg(state),
	array_agg(provisional), array_agg(estimated), array_agg(note)
from import_figures group by import, indicator, period;
drop table import_figures;

create view import_figures as
select import, row, indicator, area, period, coalesce(breakdown, 'all') as breakdown, numerator, denominator,
	value, lower, upper, coalesce(state, 'known') as state, coalesce(provisional, false) as provisional,
	coalesce(estimated, false) as estimated, note
from (
	-- Beside each other, not as one table function: that would keep a copy of every row.
	select import, indicator, period, unnest(rows) as row, unnest(areas) as area, unnest(breakdowns) as breakdown,
		unnest(numerators) as numerator, unnest(denominators) as denominator, unnest(amounts) as value,
		unnest(lowers) as lower, unnest(uppers) as upper, unnest(states) as state,
		unnest(provisionals) as provisional, unnest(estimates) as estimated, unnest(notes) as note
	from import_parts
) as figures;
comment on view import_figures is 'Figures of an import, one a row';
`.execute(db);
}
