import { PERFORMANCE } from '../../domain/framework/tree.ts';
import type {
	BreakdownsTable,
	FactsTable,
	IndicatorElementsTable,
	NewIndicator,
	IndicatorThemesTable,
	NewElement,
	NewFramework,
	NewVersion,
	SeriesBreaksTable,
	SourcesTable,
	ThemesTable,
	TimelineTable
} from '../db/schema.ts';
import type { Read } from './open-data.ts';
import { type Entry, indicator, version } from './entry.ts';

// The catalogue as data: indicators with their first definition, themes, tags, facts, sources.

export interface Catalogue {
	entries: Entry[];
	indicators: NewIndicator[];
	versions: NewVersion[];
	indicatorThemes: IndicatorThemesTable[];
	elements: IndicatorElementsTable[];
	themes: ThemesTable[];
	frameworks: NewFramework[];
	frameworkElements: NewElement[];
	breaks: SeriesBreaksTable[];
	breakdowns: BreakdownsTable[];
	sources: SourcesTable[];
	facts: FactsTable[];
	timeline: TimelineTable[];
}

interface Frameworks {
	frameworks: NewFramework[];
	elements: NewElement[];
	links: Omit<IndicatorElementsTable, 'valid_to'>[];
}

/** Day of the committee report that names the performance areas (month reported). */
const TAGGED_FROM = '2024-11-01';

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
		elements: [
			...entries.flatMap(({ code, performanceAreas }) =>
				performanceAreas.map((element) => ({
					indicator: code,
					framework: PERFORMANCE,
					element,
					valid_from: TAGGED_FROM,
					valid_to: null,
					evidence: 'inference: proposed mapping'
				}))
			),
			...frameworks.links.map((link) => ({ ...link, valid_to: null }))
		],
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
