import type { NewIndicator, NewVersion } from '../db/schema.ts';
import type { Recipe } from './recipe.ts';

// One entry of the catalogue files, and the two rows that it becomes.

/** One indicator as the catalogue files hold it; the field names are those of the domain. */
export interface Entry {
	code: string;
	slug: string;
	restricted?: boolean;
	title: string;
	definition: string;
	question?: string | null;
	numerator: string | null;
	denominator: string | null;
	unit: string;
	valueKind: string;
	multiplier: number;
	decimals: number;
	polarity: string;
	tier: string;
	evidence: string;
	evidenceNote: string | null;
	sourceText: string;
	sourceId: string | null;
	frequency: string;
	lag: string;
	nextUpdate: string | null;
	lowestGeography: string;
	intervalMethod: string;
	intervalNote: string | null;
	disclosure: string;
	disclosureRule: string;
	colourRule: string;
	why: string | null;
	whoMissed: string | null;
	caveats: string | null;
	awaited: string | null;
	mapAllowed: boolean;
	/** The first is the main one. */
	themes: string[];
	performanceAreas: string[];
	figures: Recipe[];
}

export function indicator(
	entry: Entry,
	kind: string,
	status: string,
	position: number
): NewIndicator {
	const { code, slug, restricted = false } = entry;
	return { code, slug, kind, status, restricted, position };
}

export function version(entry: Entry): NewVersion {
	return {
		indicator: entry.code,
		version: 1,
		valid_from: '2025-02-26',
		valid_to: null,
		title: entry.title,
		definition: entry.definition,
		question: entry.question ?? null,
		numerator: entry.numerator,
		denominator: entry.denominator,
		unit: entry.unit,
		value_kind: entry.valueKind,
		multiplier: entry.multiplier,
		decimals: entry.decimals,
		polarity: entry.polarity,
		tier: entry.tier,
		evidence: entry.evidence,
		evidence_note: entry.evidenceNote,
		source_text: entry.sourceText,
		source_id: entry.sourceId,
		frequency: entry.frequency,
		lag: entry.lag,
		next_update: entry.nextUpdate,
		lowest_geography: entry.lowestGeography,
		interval_method: entry.intervalMethod,
		interval_note: entry.intervalNote,
		disclosure: entry.disclosure,
		disclosure_rule: entry.disclosureRule,
		colour_rule: entry.colourRule,
		why: entry.why,
		who_missed: entry.whoMissed,
		caveats: entry.caveats,
		awaited: entry.awaited,
		map_allowed: entry.mapAllowed,
		break_before: false,
		break_note: null
	};
}
