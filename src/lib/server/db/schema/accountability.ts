import type { Generated } from 'kysely';
import type { Instant, OpenEnd } from './instant.ts';

// Who answers for an indicator, what was said and promised about it, and what happened.

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

export interface IndicatorAnswerableTable {
	indicator: string;
	part: string;
	directorate: string;
	post: string;
	valid_from: string;
	valid_to: string | null;
}

export interface IndicatorInfluencesTable {
	indicator: string;
	influence: string;
	set_at: Instant;
	set_by: string | null;
	reason: string;
	ended_at: OpenEnd;
}

export interface CommentariesTable {
	id: Generated<number>;
	indicator: string;
	area: string;
	period: string;
	what: string;
	so_what: string | null;
	now_what: string | null;
	cause: string | null;
	author: string | null;
	author_name: string;
	published_at: Instant;
	ended_at: OpenEnd;
}

export interface ActionsTable {
	id: string;
	indicator: string;
	area: string;
	promise: string;
	owner: string | null;
	due_on: string | null;
	promised_at: Instant;
	promised_by: string | null;
}

export interface ActionUpdatesTable {
	id: Generated<number>;
	action: string;
	state: string;
	outcome: string | null;
	said_at: Instant;
	said_by: string | null;
}

export interface AccountabilityTables {
	facts: FactsTable;
	timeline: TimelineTable;
	indicator_answerable: IndicatorAnswerableTable;
	indicator_influences: IndicatorInfluencesTable;
	commentaries: CommentariesTable;
	actions: ActionsTable;
	action_updates: ActionUpdatesTable;
}
