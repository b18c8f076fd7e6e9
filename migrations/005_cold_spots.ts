import { type Kysely, sql } from 'kysely';

// Versioned recipes and their stored results. A change of recipe is a new version beside the old.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
create table cold_spot_recipes (
	lens text not null check (lens in ('mix','barriers','reach')),
	version integer not null,
	title text not null,
	summary text not null,
	recipe jsonb not null,
	inputs_hash text not null,
	findings jsonb not null,
	status text not null default 'draft' check (status in ('draft','signed','hidden','replaced')),
	signed_by_role text,
	signed_at timestamptz,
	primary key (lens, version),
	check ((status = 'signed') = (signed_by_role is not null and signed_at is not null))
);
comment on table cold_spot_recipes is 'Recipes of the cold-spot lenses with version, seed and weights; draft until a named role signs the version';
comment on column cold_spot_recipes.inputs_hash is 'SHA-256 of the recipe and of every input; stored results are loaded only if it agrees';
comment on column cold_spot_recipes.findings is 'Figures about the whole map: correlations, sensitivity runs, numbers of each label';

create table cold_spot_results (
	lens text not null,
	version integer not null,
	area text not null references areas (code),
	score double precision,
	z double precision,
	p double precision,
	q double precision,
	label text not null check (label in ('cold spot','possible','single area of concern','no evidence')),
	confidence text check (confidence in ('high','medium','low')),
	held_share double precision,
	edge boolean not null,
	label_without_edge text,
	profile jsonb not null,
	primary key (lens, version, area),
	foreign key (lens, version) references cold_spot_recipes (lens, version)
);
comment on column cold_spot_results.score is 'Composite of the recipe, low = cold; null = not tested';
comment on column cold_spot_results.z is 'Getis-Ord Gi* of the score with queen neighbours, self included';
comment on column cold_spot_results.p is 'Two-sided, by conditional permutation with the recipe''s seed';
comment on column cold_spot_results.q is 'p after Benjamini-Hochberg over the neighbourhoods tested';
comment on column cold_spot_results.held_share is 'Average over families of changed recipes of the share of runs in which the finding held';
comment on column cold_spot_results.edge is 'Touches the borough boundary: neighbours outside are not seen';
`.execute(db);
}
