import type { ColumnType, Generated } from 'kysely';
import type { Instant, OpenEnd } from './instant.ts';

// Who signs in, what they may do and what they did.

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

export interface CalendarFeedsTable {
	user_id: string;
	token_hash: string;
	made_at: Instant;
}

export interface PeopleTables {
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
	calendar_feeds: CalendarFeedsTable;
}
