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

export interface UsersTable {
	id: string;
	name: string;
	email: string;
	email_verified: Generated<boolean>;
	image: string | null;
	two_factor_enabled: Generated<boolean>;
	created_at: Generated<Date>;
	updated_at: Generated<Date>;
	disabled_at: OpenEnd;
	last_sign_in_at: OpenEnd;
}

export interface SessionsTable {
	id: string;
	token: string;
	user_id: string;
	expires_at: Instant;
	ip_address: string | null;
	user_agent: string | null;
	created_at: Generated<Date>;
	updated_at: Generated<Date>;
}

export interface AccountsTable {
	id: string;
	account_id: string;
	provider_id: string;
	user_id: string;
	access_token: string | null;
	refresh_token: string | null;
	id_token: string | null;
	access_token_expires_at: OpenEnd;
	refresh_token_expires_at: OpenEnd;
	scope: string | null;
	password: string | null;
	created_at: Generated<Date>;
	updated_at: Generated<Date>;
}

export interface VerificationsTable {
	id: string;
	identifier: string;
	value: string;
	expires_at: Instant;
	created_at: Generated<Date>;
	updated_at: Generated<Date>;
}

export interface TwoFactorsTable {
	id: string;
	secret: string;
	backup_codes: string;
	user_id: string;
	verified: Generated<boolean>;
	failed_verification_count: Generated<number>;
	locked_until: OpenEnd;
}

export interface RateLimitsTable {
	id: string;
	key: string;
	count: number;
	last_request: number;
}

export interface UserRolesTable {
	user_id: string;
	role: string;
	given_from: string;
	given_at: Generated<Date>;
}

export interface DutiesTable {
	id: string;
	user_id: string;
	duty: string;
	indicator: string | null;
	theme: string | null;
	valid_from: string;
	valid_to: string | null;
}

export interface AbsencesTable {
	id: string;
	user_id: string;
	starts: string;
	ends: string;
}

export interface AuditEventsTable {
	id: Generated<number>;
	at: Instant;
	actor: string | null;
	actor_name: string;
	action: string;
	subject_kind: string;
	subject: string;
	before: ColumnType<unknown, string | null, never>;
	after: ColumnType<unknown, string | null, never>;
	reason: string | null;
	previous_hash: string;
	hash: string;
}

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

export interface FrameworkVersionsTable {
	framework: string;
	version: number;
	made_at: Instant;
	made_by: string | null;
	note: string;
	tree: ColumnType<unknown, string, never>;
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

export interface CollectionsTable {
	indicator: string;
	period: string;
	due_on: string;
	locks_on: string | null;
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

export interface RemindersTable {
	id: Generated<number>;
	user_id: string;
	indicator: string;
	period: string;
	kind: string;
	sent_at: Instant;
}

export interface CalendarFeedsTable {
	user_id: string;
	token_hash: string;
	made_at: Instant;
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
	rebasings: RebasingsTable;
	facts: FactsTable;
	timeline: TimelineTable;
	cold_spot_recipes: ColdSpotRecipesTable;
	cold_spot_results: ColdSpotResultsTable;
	cold_spot_decisions: ColdSpotDecisionsTable;
	settings: SettingsTable;
	users: UsersTable;
	sessions: SessionsTable;
	accounts: AccountsTable;
	verifications: VerificationsTable;
	two_factors: TwoFactorsTable;
	rate_limits: RateLimitsTable;
	user_roles: UserRolesTable;
	duties: DutiesTable;
	absences: AbsencesTable;
	audit_events: AuditEventsTable;
	targets: TargetsTable;
	target_versions: TargetVersionsTable;
	target_milestones: TargetMilestonesTable;
	target_authors: TargetAuthorsTable;
	framework_versions: FrameworkVersionsTable;
	indicator_answerable: IndicatorAnswerableTable;
	indicator_influences: IndicatorInfluencesTable;
	catalogue_proposals: CatalogueProposalsTable;
	collections: CollectionsTable;
	commentaries: CommentariesTable;
	actions: ActionsTable;
	action_updates: ActionUpdatesTable;
	collection_rules: CollectionRulesTable;
	imports: ImportsTable;
	import_figures: ImportFiguresTable;
	import_templates: ImportTemplatesTable;
	submissions: SubmissionsTable;
	submission_authors: SubmissionAuthorsTable;
	submission_cells: SubmissionCellsTable;
	submission_words: SubmissionWordsTable;
	submission_replies: SubmissionRepliesTable;
	reminders: RemindersTable;
	calendar_feeds: CalendarFeedsTable;
}

/** A definition as read, and as first written: the owner's disclosure rule then has its defaults. */
export type VersionRow = Selectable<IndicatorVersionsTable>;
export type NewVersion = Omit<IndicatorVersionsTable, 'threshold' | 'hide_zero' | 'round_to'>;
/** A figure to be held; how it is protected is decided when it is published. */
export type NewObservation = Omit<ObservationsTable, 'id' | 'protection' | 'held_from' | 'held_to'>;
/** An indicator as first written. */
export type NewIndicator = Omit<IndicatorsTable, 'merged_into'>;
/** Frameworks and their elements as written: every column is given. */
export type NewFramework = Selectable<FrameworksTable>;
export type NewElement = Selectable<FrameworkElementsTable>;
