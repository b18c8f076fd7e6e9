import { error } from '@sveltejs/kit';
import * as facts from '$lib/server/db/facts.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as themes from '$lib/server/db/themes.ts';
import { heldForLines } from '../../indicators/held.ts';
import { line } from '../../indicators/line.ts';
import { shape } from './shape.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const [allThemes, catalogue, allFacts, held] = await Promise.all([
		themes.all(locals.db),
		indicators.inUse(locals.db),
		facts.all(locals.db),
		heldForLines(locals)
	]);
	const theme = allThemes.find(({ slug }) => slug === params.slug);
	if (!theme) {
		error(404, `There is no theme called “${params.slug}”. The themes page lists all of them.`);
	}
	const own = catalogue.filter((indicator) => indicator.themes.includes(theme.code));
	const alike = allThemes.filter(({ kind }) => kind === theme.kind);
	return {
		theme,
		place: { number: alike.indexOf(theme) + 1, of: alike.length },
		others: allThemes.map(({ code, slug, title }) => ({ code, slug, title })),
		facts: allFacts.filter((fact) => fact.theme === theme.code),
		...shape(own.map((indicator) => line(indicator, held)))
	};
};
