import type { ColumnType, Generated, Selectable } from 'kysely';

// One interface a table, in the order of migrations/. `pg` gives dates as Date; client.ts makes it
// return SQL dates as 'YYYY-MM-DD' strings, so a period never shifts with the server's time zone.
type Instant = ColumnType<Date, Date | string, Date | string>;
type OpenEnd = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

export interface SourcesTable {
	id: string;
	publisher: string;
	title: string;
	url: string | null;
	licence: string;
	attribution: string;
	published: string | null;
	retrieved: string | null;
	note: string | null;
}

export interface AreasTable {
	code: string;
	level: string;
	vintage: string;
	name: string;
	slug: string;
	valid_from: string | null;
	valid_to: string | null;
	is_local: boolean;
	note: string | null;
}

export interface AreaLinksTable {
	child: string;
	parent: string;
	share: number;
	basis: string;
	is_best_fit: boolean;
	evidence: string;
	source_id: string | null;
	valid_from: string;
	valid_to: string | null;
}

export interface BoundarySetsTable {
	id: string;
	level: string;
	vintage: string;
	version: number;
	label: string;
	topology: ColumnType<unknown, string, string>;
	hash: string;
	source_id: string | null;
	note: string | null;
	in_use_from: Instant;
	in_use_to: OpenEnd;
}

export interface ComparatorMembersTable {
	set_code: string;
	area_code: string;
	position: number;
	version: string;
}

export interface ThemesTable {
	code: string;
	kind: string;
	slug: string;
	title: string;
	strapline: string;
	position: number;
}

export interface FrameworksTable {
	code: string;
	title: string;
	note: string | null;
}

export interface FrameworkElementsTable {
	framework: string;
	code: string;
	slug: string;
	label: string;
	valid_from: string;
	valid_to: string | null;
}

export interface IndicatorsTable {
	code: string;
	slug: string;
	kind: string;
	status: string;
	restricted: boolean;
	position: number;
}

export interface IndicatorVersionsTable {
	indicator: string;
	version: number;
	valid_from: string;
	valid_to: string | null;
	title: string;
	definition: string;
	question: string | null;
	numerator: string | null;
	denominator: string | null;
	unit: string;
	value_kind: string;
	multiplier: number;
	decimals: number;
	polarity: string;
	tier: string;
	evidence: string;
	evidence_note: string | null;
	source_text: string;
	source_id: string | null;
	frequency: string;
	lag: string;
	next_update: string | null;
	lowest_geography: string;
	interval_method: string;
	interval_note: string | null;
	disclosure: string;
	disclosure_rule: string;
	colour_rule: string;
	why: string | null;
	who_missed: string | null;
	caveats: string | null;
	awaited: string | null;
	map_allowed: boolean;
	break_before: boolean;
	break_note: string | null;
	threshold: Generated<number>;
	hide_zero: Generated<boolean>;
	round_to: Generated<number | null>;
}

export interface IndicatorThemesTable {
	indicator: string;
	theme: string;
	is_main: boolean;
}

export interface IndicatorElementsTable {
	indicator: string;
	framework: string;
	element: string;
	valid_from: string;
	valid_to: string | null;
	evidence: string;
}

export interface SeriesBreaksTable {
	indicator: string;
	period_start: string;
	note: string;
}

export interface PeriodsTable {
	id: string;
	kind: string;
	starts: string;
	ends: string;
	label: string;
}

export interface EditionsTable {
	id: string;
	published_at: Instant;
	label: string;
	note: string | null;
}

export interface BreakdownsTable {
	id: string;
	dimension: string;
	label: string;
	position: number;
	borough_only: boolean;
	part_of: string | null;
}

export interface ObservationsTable {
	id: Generated<number>;
	indicator: string;
	version: number;
	area: string;
	period: string;
	breakdown: string;
	numerator: number | null;
	denominator: number | null;
	value: number | null;
	lower: number | null;
	upper: number | null;
	state: string;
	provisional: boolean;
	estimated: boolean;
	revised: boolean;
	small_base: boolean;
	note: string | null;
	source_id: string | null;
	protection: Generated<string | null>;
	held_from: Instant;
	held_to: OpenEnd;
}

export interface ClassBreaksTable {
	indicator: string;
	vintage: string;
	version: number;
	method: string;
	upper: number[];
	computed_on: string;
}

export interface JudgementsTable {
	id: Generated<number>;
	kind: string;
	indicator: string;
	area: string;
	breakdown: string;
	period: string;
	against_area: string | null;
	against_period: string | null;
	outcome: string;
	difference: number | null;
	lower: number | null;
	upper: number | null;
	p: number | null;
	confidence: number;
	method: string;
	method_version: number;
	held_from: Instant;
	held_to: OpenEnd;
}

export interface FactsTable {
	id: string;
	topic: string;
	statement: string;
	figure: string;
	period: string;
	source: string;
	source_date: string;
	certainty: string;
	caveat: string | null;
	theme: string | null;
	position: number;
}

export interface TimelineTable {
	id: string;
	happened: string;
	sort_date: string;
	title: string;
	detail: string;
	source: string;
	certainty: string;
}

export interface ColdSpotRecipesTable {
	lens: string;
	version: number;
	title: string;
	summary: string;
	recipe: ColumnType<unknown, string, string>;
	inputs_hash: string;
	findings: ColumnType<unknown, string, string>;
	status: Generated<string>;
	signed_by_role: string | null;
	signed_at: OpenEnd;
}

export interface ColdSpotResultsTable {
	lens: string;
	version: number;
	area: string;
	score: number | null;
	z: number | null;
	p: number | null;
	q: number | null;
	label: string;
	confidence: string | null;
	held_share: number | null;
	edge: boolean;
	label_without_edge: string | null;
	profile: ColumnType<unknown, string, string>;
}

export interface ColdSpotDecisionsTable {
	id: Generated<number>;
	lens: string;
	version: number;
	decision: string;
	role: string;
	decided_at: Instant;
}

export interface SettingsTable {
	key: string;
	value: string;
	changed_at: Instant;
}

export interface Database {
	sources: SourcesTable;
	areas: AreasTable;
	area_links: AreaLinksTable;
	boundary_sets: BoundarySetsTable;
	comparator_members: ComparatorMembersTable;
	themes: ThemesTable;
	frameworks: FrameworksTable;
	framework_elements: FrameworkElementsTable;
	indicators: IndicatorsTable;
	indicator_versions: IndicatorVersionsTable;
	indicator_themes: IndicatorThemesTable;
	indicator_elements: IndicatorElementsTable;
	series_breaks: SeriesBreaksTable;
	periods: PeriodsTable;
	editions: EditionsTable;
	breakdowns: BreakdownsTable;
	observations: ObservationsTable;
	class_breaks: ClassBreaksTable;
	judgements: JudgementsTable;
	facts: FactsTable;
	timeline: TimelineTable;
	cold_spot_recipes: ColdSpotRecipesTable;
	cold_spot_results: ColdSpotResultsTable;
	cold_spot_decisions: ColdSpotDecisionsTable;
	settings: SettingsTable;
}

/** A definition as read, and as first written: the owner's disclosure rule then has its defaults. */
export type VersionRow = Selectable<IndicatorVersionsTable>;
export type NewVersion = Omit<IndicatorVersionsTable, 'threshold' | 'hide_zero' | 'round_to'>;
/** A figure to be held; how it is protected is decided when it is published. */
export type NewObservation = Omit<ObservationsTable, 'id' | 'protection' | 'held_from' | 'held_to'>;
