import type { ColumnType, Generated } from 'kysely';
import type { Instant, OpenEnd } from './instant.ts';

// Themes, frameworks and indicators, and what is proposed for them.

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
	kind: Generated<string>;
	slug: Generated<string | null>;
	status: Generated<string>;
	awaited: Generated<string | null>;
	version: Generated<number>;
	position: Generated<number>;
}

export interface FrameworkElementsTable {
	framework: string;
	code: string;
	slug: string;
	label: string;
	valid_from: string;
	valid_to: string | null;
	parent: Generated<string | null>;
	position: Generated<number>;
	description: Generated<string | null>;
	owner: Generated<string | null>;
	source: Generated<string | null>;
}

export interface IndicatorsTable {
	code: string;
	slug: string;
	kind: string;
	status: string;
	restricted: boolean;
	position: number;
	merged_into: Generated<string | null>;
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

export interface FrameworkVersionsTable {
	framework: string;
	version: number;
	made_at: Instant;
	made_by: string | null;
	note: string;
	tree: ColumnType<unknown, string, never>;
}

export interface CatalogueProposalsTable {
	id: string;
	indicator: string | null;
	kind: string;
	content: ColumnType<unknown, string, string>;
	merged_into: string | null;
	decided_on: string | null;
	decided_for: string | null;
	reason: string;
	state: string;
	proposed_by: string;
	proposed_at: Instant;
	approved_by: string | null;
	approved_at: OpenEnd;
	returned_note: string | null;
}

export interface CatalogueTables {
	themes: ThemesTable;
	frameworks: FrameworksTable;
	framework_elements: FrameworkElementsTable;
	indicators: IndicatorsTable;
	indicator_versions: IndicatorVersionsTable;
	indicator_themes: IndicatorThemesTable;
	indicator_elements: IndicatorElementsTable;
	series_breaks: SeriesBreaksTable;
	framework_versions: FrameworkVersionsTable;
	catalogue_proposals: CatalogueProposalsTable;
}
