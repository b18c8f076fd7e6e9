// An indicator is a number with a definition: what is counted, out of whom, by whom, how often, and
// which direction (if any) is better. Its definition has versions; a new one never edits the old.

export type Polarity = 'higher' | 'lower' | 'lower to zero' | 'neutral' | 'ambiguous';
export type ValueKind =
	'percent' | 'count' | 'rate' | 'score' | 'index' | 'years' | 'money' | 'points';
export type IndicatorKind = 'catalogue' | 'context';
export type IndicatorStatus = 'proposed' | 'adopted' | 'retired' | 'context';
export type Evidence = 'confirmed' | 'reported' | 'weak' | 'inference';
/** Which disclosure rule the gate applies: open data, counts of people, or exempt. */
export type DisclosureRule = 'open' | 'people' | 'none';

export interface Indicator {
	code: string;
	slug: string;
	kind: IndicatorKind;
	status: IndicatorStatus;
	restricted: boolean;
	/** Version of the definition now in force. */
	version: number;
	title: string;
	definition: string;
	question: string | null;
	numerator: string | null;
	denominator: string | null;
	unit: string;
	valueKind: ValueKind;
	/** Value = numerator / denominator x multiplier. */
	multiplier: number;
	decimals: number;
	polarity: Polarity;
	tier: string;
	evidence: Evidence;
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
	disclosureRule: DisclosureRule;
	colourRule: string;
	why: string | null;
	whoMissed: string | null;
	caveats: string | null;
	awaited: string | null;
	mapAllowed: boolean;
	/** Theme codes, the main one first. */
	themes: string[];
}

/** Does this polarity say which direction is better? Neutral and ambiguous measures never do. */
export function hasDirection(polarity: Polarity): boolean {
	return polarity === 'higher' || polarity === 'lower' || polarity === 'lower to zero';
}

/** Codes are written W04 in print and may be typed w04 in an address. */
export function normaliseCode(text: string): string {
	return text.trim().toUpperCase();
}
