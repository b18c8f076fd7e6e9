import type { ColumnType, Generated, Insertable } from 'kysely';
import type { Instant, OpenEnd } from './instant.ts';

// What officers send: when it is due, imported files, and returns on their way.

export interface CollectionsTable {
	indicator: string;
	period: string;
	due_on: string;
	locks_on: string | null;
	revision: Generated<number>;
	note: Generated<string | null>;
	taken_out_at: OpenEnd;
}

export type NewCollection = Insertable<CollectionsTable>;

export interface CollectionRulesTable {
	indicator: string;
	is_collected: Generated<boolean>;
	period_kind: string;
	due_days: number;
	lock_days: number;
	skips_assurance: Generated<boolean>;
	areas: string;
	has_unknown: Generated<boolean>;
	is_additive: Generated<boolean>;
	groups: Generated<string | null>;
	cadence: string;
	expected: Generated<string>;
	expected_lower: Generated<number | null>;
	expected_upper: Generated<number | null>;
	part_lower: Generated<number | null>;
	part_upper: Generated<number | null>;
	expected_reason: Generated<string | null>;
	revision: Generated<number>;
	changed_at: Instant;
	changed_by: string | null;
}

export interface ImportsTable {
	id: string;
	kind: string;
	name: string;
	bytes: number;
	sha256: string;
	content: ColumnType<Buffer, Uint8Array, never>;
	source_text: string | null;
	licence: string | null;
	extracted_on: string | null;
	address: string | null;
	mapping: ColumnType<unknown, string | undefined, string>;
	reading: ColumnType<unknown, string | null | undefined, string | null>;
	periods: ColumnType<unknown, string | undefined, string>;
	problems: ColumnType<unknown, string | undefined, string>;
	errors: Generated<number>;
	warnings: Generated<number>;
	figures: Generated<number>;
	state: string;
	progress: Generated<number>;
	message: string | null;
	made_by: string;
	made_at: Instant;
	decided_by: string | null;
	decided_at: OpenEnd;
}

/** Figures of one indicator and period as arrays; they are written by COPY. */
export interface ImportPartsTable {
	import: string;
	indicator: string;
	period: string;
	rows: number[];
	areas: string[];
}

/** A view: the same figures, one a row. */
export interface ImportFiguresTable {
	import: string;
	row: number;
	indicator: string;
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
	note: string | null;
}

export interface ImportTemplatesTable {
	id: string;
	name: string;
	mapping: ColumnType<unknown, string, string>;
	source_text: string;
	licence: string;
	made_by: string;
	made_at: Instant;
}

export interface SubmissionsTable {
	id: string;
	indicator: string;
	period: string;
	kind: string;
	state: string;
	definition_version: number;
	import: string | null;
	started_by: string;
	started_at: Instant;
	submitted_by: string | null;
	submitted_at: OpenEnd;
	assured_by: string | null;
	assured_at: OpenEnd;
	approved_by: string | null;
	approved_at: OpenEnd;
	publish_at: OpenEnd;
	published_at: OpenEnd;
	edition: string | null;
	returned_note: string | null;
	reason: string | null;
	public_note: string | null;
	revision: Generated<number>;
}

export interface SubmissionAuthorsTable {
	submission: string;
	user_id: string;
}

export interface SubmissionCellsTable {
	submission: string;
	area: string;
	breakdown: Generated<string>;
	numerator: number | null;
	denominator: number | null;
	value: number | null;
	lower: number | null;
	upper: number | null;
	state: string | null;
	provisional: Generated<boolean>;
	estimated: Generated<boolean>;
	note: string | null;
	jump_reason: string | null;
	import_row: number | null;
	edited_by: string;
	edited_at: Instant;
	revision: Generated<number>;
	placed: ColumnType<string | null, never, never>;
}

export interface SubmissionWordsTable {
	submission: string;
	what: string | null;
	so_what: string | null;
	now_what: string | null;
	cause: string | null;
	edited_by: string;
	edited_at: Instant;
	revision: Generated<number>;
}

export interface SubmissionRepliesTable {
	submission: string;
	code: string;
	area: Generated<string>;
	breakdown: Generated<string>;
	reply: string;
	replied_by: string;
	replied_at: Instant;
}

export interface ReminderLettersTable {
	id: string;
	user_id: string;
	day: string;
	state: string;
	made_at: Instant;
	claimed_at: OpenEnd;
	sent_at: OpenEnd;
	tries: Generated<number>;
	fault: string | null;
}

export interface RemindersTable {
	user_id: string;
	about: string;
	stage: string;
	letter: string;
}

export interface ReminderChoicesTable {
	user_id: string;
	is_off: boolean;
	changed_at: Instant;
}

export interface ReturnsTables {
	collections: CollectionsTable;
	collection_rules: CollectionRulesTable;
	imports: ImportsTable;
	import_parts: ImportPartsTable;
	import_figures: ImportFiguresTable;
	import_templates: ImportTemplatesTable;
	submissions: SubmissionsTable;
	submission_authors: SubmissionAuthorsTable;
	submission_cells: SubmissionCellsTable;
	submission_words: SubmissionWordsTable;
	submission_replies: SubmissionRepliesTable;
	reminder_letters: ReminderLettersTable;
	reminders: RemindersTable;
	reminder_choices: ReminderChoicesTable;
}
