import type { ColumnType } from 'kysely';
import type { Instant, OpenEnd } from './instant.ts';

// Areas, their boundaries and what lies in what.

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

export interface PlacesTables {
	areas: AreasTable;
	area_links: AreaLinksTable;
	boundary_sets: BoundarySetsTable;
	comparator_members: ComparatorMembersTable;
}
