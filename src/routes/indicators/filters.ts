import type { AreaLevel } from '$lib/domain/area.ts';
import { find } from '$lib/domain/find.ts';
import type { IndicatorKind } from '$lib/domain/indicator.ts';
import type { Line } from './line.ts';

// The catalogue's filters, to and from the address. An unknown choice counts as none.

export interface Filters {
	q: string;
	theme: string;
	level: string;
	area: string;
	figures: '' | 'yes' | 'no';
	kind: '' | IndicatorKind;
}

export const filterNames = ['q', 'theme', 'level', 'area', 'figures', 'kind'] as const;

export function readFilters(params: URLSearchParams): Filters {
	const given = (name: string) => params.get(name)?.trim() ?? '';
	const figures = given('figures');
	const kind = given('kind');
	return {
		q: given('q').slice(0, 100),
		theme: given('theme'),
		level: given('level'),
		area: given('area'),
		figures: figures === 'yes' || figures === 'no' ? figures : '',
		kind: kind === 'catalogue' || kind === 'context' ? kind : ''
	};
}

/** What a line is searched and filtered by, beside its own words. */
export interface Marks {
	levels: ReadonlyMap<string, readonly AreaLevel[]>;
	/** Performance areas of each indicator. */
	areas: ReadonlyMap<string, readonly string[]>;
}

export function filter(lines: readonly Line[], filters: Filters, marks: Marks): Line[] {
	const { theme, level, area, figures, kind } = filters;
	const left = lines.filter(
		({ indicator, filled }) =>
			(!theme || indicator.themes.includes(theme)) &&
			(!level || marks.levels.get(indicator.code)?.some((held) => held === level)) &&
			(!area || marks.areas.get(indicator.code)?.includes(area)) &&
			(!figures || filled === (figures === 'yes')) &&
			(!kind || indicator.kind === kind)
	);
	return find(left, filters.q, searchedText);
}

export function searchedText({ indicator }: Pick<Line, 'indicator'>): string {
	const { code, title, definition, question, sourceText } = indicator;
	return [code, title, definition, question, sourceText].join(' ');
}
