import { filtered, grouped, type Named } from '$lib/domain/cpf/filter.ts';
import { health, healthWords } from '$lib/domain/cpf/health.ts';
import { isExceptional, type Measure } from '$lib/domain/cpf/measure.ts';
import { headline, lateWords, tallyOf } from '$lib/domain/cpf/words.ts';
import * as themes from '$lib/server/db/themes.ts';
import { performance } from '$lib/server/cpf.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import { type Asked, asked, placeOf, placesOf } from './asked.ts';

// What /cpf and the page of one performance area show: the same figures, filtered and grouped.

export async function content(locals: App.Locals, params: URLSearchParams) {
	const { db, edition } = locals;
	const [places, allThemes] = await Promise.all([placesOf(db), themes.all(db)]);
	const place = placeOf(params, places);
	const shown = shownAt(locals, new Date());
	const all = await performance(db, { at: edition.publishedAt, shown, place: place.code });
	const themeNames = allThemes.map(({ code, title }) => ({ code, label: title }));
	const areas = all.areas.map(({ code, label, slug, owner }) => ({ code, label, slug, owner }));
	return {
		...{ all, places, place, areas, shown },
		themes: themeNames,
		asked: asked(params, all, themeNames),
		labels: new Map(areas.map(({ code, label }) => [code, label]))
	};
}

type Content = Awaited<ReturnType<typeof content>>;

/** The measures of one view: exceptions first, what is overdue, how well it is kept, the scorecard. */
export function viewOf({ all, areas, themes: names }: Content, ask: Asked) {
	const measures = filtered(all.measures, ask);
	return {
		...{ measures, ask },
		headline: headline(measures),
		tally: tallyOf(measures),
		exceptions: measures.filter(isExceptional),
		late: measures.filter((measure) => lateWords(measure) !== null),
		health: healthWords(health(measures)),
		groups: grouped(measures, ask.by, { areas: narrowed(areas, ask), themes: names }),
		shared: measures.filter((measure: Measure) => measure.areas.length > 1)
	};
}

/** On the page of one area, what others use too is not listed under them again. */
const narrowed = (areas: readonly Named[], { area }: Asked): readonly Named[] =>
	area === null ? areas : areas.filter(({ code }) => code === area);
