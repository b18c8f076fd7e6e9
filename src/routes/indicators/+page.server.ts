import { levels } from '$lib/domain/area.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as themes from '$lib/server/db/themes.ts';
import { filter, readFilters } from './filters.ts';
import { heldForLines } from './held.ts';
import { line } from './line.ts';
import { shape } from './shape.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filters = readFilters(url.searchParams);
	const [catalogue, allThemes, tags, held] = await Promise.all([
		indicators.inUse(locals.db),
		themes.all(locals.db),
		indicators.tags(locals.db),
		heldForLines(locals)
	]);
	const lines = catalogue.map((indicator) => line(indicator, held));
	const areaTags = tags.filter(({ frameworkKind }) => frameworkKind === 'performance');
	const byIndicator = Map.groupBy(areaTags, (tag) => tag.indicator);
	const areas = new Map([...byIndicator].map(([code, own]) => [code, own.map((tag) => tag.code)]));
	const found = filter(lines, filters, { levels: held.levels, areas });
	const areaLabels = new Map(areaTags.map((tag) => [tag.code, tag.label]));
	return {
		filters,
		...shape(lines, found, allThemes),
		themes: allThemes.map(({ code, title }) => ({ value: code, label: title })),
		areas: [...areaLabels].map(([value, label]) => ({ value, label })),
		levels: (['locality', 'ward', 'msoa', 'lsoa'] as const).map((level) => ({
			value: level,
			label: levels[level].one
		}))
	};
};
