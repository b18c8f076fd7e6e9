import * as indicators from '$lib/server/db/indicators.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import * as themes from '$lib/server/db/themes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, edition } }) => {
	const [allThemes, catalogue, levels] = await Promise.all([
		themes.all(db),
		indicators.inUse(db),
		holdings.levels(db, edition.publishedAt)
	]);
	return {
		themes: allThemes.map((theme) => {
			const own = catalogue.filter(
				(indicator) => indicator.kind === 'catalogue' && indicator.themes.includes(theme.code)
			);
			const context = catalogue.filter(
				(indicator) => indicator.kind === 'context' && indicator.themes.includes(theme.code)
			);
			const filled = (some: typeof own) => some.filter(({ code }) => levels.has(code)).length;
			return {
				...theme,
				proposed: own.length,
				withFigures: filled(own),
				context: filled(context)
			};
		})
	};
};
