import type { Generated } from 'kysely';
import type { Instant, OpenEnd } from './instant.ts';

// Targets and their versions.

export interface TargetsTable {
	id: string;
	indicator: string;
	area: string;
	breakdown: Generated<string>;
}

export interface TargetVersionsTable {
	target: string;
	version: number;
	state: string;
	revision: Generated<number>;
	definition_version: number;
	baseline_period: string;
	baseline_value: number;
	baseline_lower: number | null;
	baseline_upper: number | null;
	baseline_source: string | null;
	shape: string;
	goal_date: string;
	goal_value: number;
	cumulative: boolean;
	tolerance: number;
	tolerance_kind: string;
	benchmark: string | null;
	rationale: string;
	provisional: string | null;
	confirmed_until: string | null;
	confirmed_version: number | null;
	confirmed_by: string | null;
	proposed_by: string;
	proposed_at: Instant;
	submitted_at: OpenEnd;
	approved_by: string | null;
	approved_at: OpenEnd;
	approved_for: string | null;
	returned_note: string | null;
	ended_at: OpenEnd;
	ended_reason: string | null;
}

export interface TargetMilestonesTable {
	target: string;
	version: number;
	ends: string;
	value: number;
}

export interface TargetAuthorsTable {
	target: string;
	version: number;
	user_id: string;
}

export interface TargetsTables {
	targets: TargetsTable;
	target_versions: TargetVersionsTable;
	target_milestones: TargetMilestonesTable;
	target_authors: TargetAuthorsTable;
}
