import type { ColumnType, Generated } from 'kysely';
import type { Instant, OpenEnd } from './instant.ts';

// Figures, what dates and names them, and what was found in them.

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
	kind: Generated<string>;
	audit_head: Generated<string | null>;
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
	parts: string | null;
	outcome: string;
	difference: number | null;
	lower: number | null;
	upper: number | null;
	p: number | null;
	q: number | null;
	confidence: number;
	method: string;
	method_version: number;
	target: Generated<string | null>;
	target_version: Generated<number | null>;
	rule: Generated<string | null>;
	reason: Generated<string | null>;
	provisional: Generated<boolean>;
	detail: ColumnType<unknown, unknown, unknown>;
	held_from: Instant;
	held_to: OpenEnd;
}

export interface RebasingsTable {
	indicator: string;
	period_start: string;
	reason: string;
	decided_by: string;
	decided_on: string;
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

export interface FiguresTables {
	sources: SourcesTable;
	periods: PeriodsTable;
	editions: EditionsTable;
	breakdowns: BreakdownsTable;
	observations: ObservationsTable;
	class_breaks: ClassBreaksTable;
	judgements: JudgementsTable;
	rebasings: RebasingsTable;
	cold_spot_recipes: ColdSpotRecipesTable;
	cold_spot_results: ColdSpotResultsTable;
	cold_spot_decisions: ColdSpotDecisionsTable;
	settings: SettingsTable;
}
