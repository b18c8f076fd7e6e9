import type { ColumnType, Generated } from 'kysely';
import type { Instant, OpenEnd } from './instant.ts';

// What was asked of public services, and what they answered.

export interface PullsTable {
	id: string;
	source: string;
	preset: string | null;
	asked: ColumnType<unknown, string, never>;
	mapping: ColumnType<unknown, string, never>;
	request: string;
	is_live: boolean;
	state: string;
	progress: Generated<number>;
	answers: Generated<number>;
	message: string | null;
	import: string | null;
	started_by: string;
	started_at: Instant;
	ended_at: OpenEnd;
}

export interface PullAnswersTable {
	pull: string;
	number: number;
	request: string;
	address: string;
	status: number;
	content_type: string | null;
	etag: string | null;
	last_modified: string | null;
	bytes: number;
	sha256: string;
	content: ColumnType<Buffer | null, Uint8Array | null, never>;
	answered_at: Instant;
}

export interface PullsTables {
	pulls: PullsTable;
	pull_answers: PullAnswersTable;
}
