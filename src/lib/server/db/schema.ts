import type { Selectable } from 'kysely';
import type { AccountabilityTables } from './schema/accountability.ts';
import type {
	CatalogueTables,
	FrameworkElementsTable,
	FrameworksTable,
	IndicatorVersionsTable,
	IndicatorsTable
} from './schema/catalogue.ts';
import type { FiguresTables, ObservationsTable } from './schema/figures.ts';
import type { PeopleTables } from './schema/people.ts';
import type { PlacesTables } from './schema/places.ts';
import type { PullsTables } from './schema/pulls.ts';
import type { ReturnsTables } from './schema/returns.ts';
import type { TargetsTables } from './schema/targets.ts';

// One interface a table, by noun in schema/; here all of them together.

export type * from './schema/accountability.ts';
export type * from './schema/catalogue.ts';
export type * from './schema/figures.ts';
export type * from './schema/people.ts';
export type * from './schema/places.ts';
export type * from './schema/pulls.ts';
export type * from './schema/returns.ts';
export type * from './schema/targets.ts';

export interface Database
	extends
		AccountabilityTables,
		CatalogueTables,
		FiguresTables,
		PeopleTables,
		PlacesTables,
		PullsTables,
		ReturnsTables,
		TargetsTables {}

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
