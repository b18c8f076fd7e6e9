import type {
	BreakdownsTable,
	FactsTable,
	FrameworkElementsTable,
	FrameworksTable,
	IndicatorElementsTable,
	IndicatorsTable,
	IndicatorThemesTable,
	IndicatorVersionsTable,
	SeriesBreaksTable,
	SourcesTable,
	ThemesTable,
	TimelineTable
} from '../db/schema.ts';
import type { Read } from './open-data.ts';
import type { Recipe } from './recipe.ts';

// The catalogue as data: indicators with their first definition, themes, tags, facts, sources.

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

export interface Catalogue {
	entries: Entry[];
	indicators: IndicatorsTable[];
	versions: IndicatorVersionsTable[];
	indicatorThemes: IndicatorThemesTable[];
	elements: IndicatorElementsTable[];
	themes: ThemesTable[];
	frameworks: FrameworksTable[];
	frameworkElements: FrameworkElementsTable[];
	breaks: SeriesBreaksTable[];
	breakdowns: BreakdownsTable[];
	sources: SourcesTable[];
	facts: FactsTable[];
	timeline: TimelineTable[];
}

interface Frameworks {
	frameworks: FrameworksTable[];
	elements: FrameworkElementsTable[];
}

/** Day of the committee report that names the performance areas (month reported). */
const TAGGED_FROM = '2024-11-01';
const TAGS = 'cpf';

export function readCatalogue(read: Read): Catalogue {
	const file = <T>(name: string) => read<T>(`catalogue/${name}.json`);
	const proposed = file<Entry[]>('indicators');
	const context = file<Entry[]>('context');
	const entries = [...proposed, ...context];
	const frameworks = file<Frameworks>('frameworks');
	return {
		entries,
		indicators: [
			...proposed.map((entry, i) => indicator(entry, 'catalogue', 'proposed', i + 1)),
			...context.map((entry, i) => indicator(entry, 'context', 'context', 101 + i))
		],
		versions: entries.map(version),
		indicatorThemes: entries.flatMap(({ code, themes }) =>
			themes.map((theme, i) => ({ indicator: code, theme, is_main: i === 0 }))
		),
		elements: entries.flatMap(({ code, performanceAreas }) =>
			performanceAreas.map((element) => ({
				indicator: code,
				framework: TAGS,
				element,
				valid_from: TAGGED_FROM,
				valid_to: null,
				evidence: 'inference: proposed mapping'
			}))
		),
		themes: file('themes'),
		frameworks: frameworks.frameworks,
		frameworkElements: frameworks.elements,
		breaks: file('series-breaks'),
		breakdowns: file('breakdowns'),
		sources: file('sources'),
		facts: file<FactsTable[]>('facts').map((fact, i) => ({ ...fact, position: i + 1 })),
		timeline: file('timeline')
	};
}

function indicator(entry: Entry, kind: string, status: string, position: number): IndicatorsTable {
	const { code, slug, restricted = false } = entry;
	return { code, slug, kind, status, restricted, position };
}

function version(entry: Entry): IndicatorVersionsTable {
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
