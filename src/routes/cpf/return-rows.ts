import { error } from '@sveltejs/kit';
import { filtered } from '$lib/domain/cpf/filter.ts';
import type { ReturnRow } from '$lib/domain/cpf/return-columns.ts';
import * as commentaries from '$lib/server/db/commentaries.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as themes from '$lib/server/db/themes.ts';
import { performance } from '$lib/server/cpf.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import { asked, placeOf, placesOf } from './asked.ts';

// The rows of the framework's return: the figures as published, for a place and a period.

export async function returnRows(locals: App.Locals, params: URLSearchParams) {
	const { db, edition } = locals;
	const shown = shownAt(locals, new Date());
	const [places, allThemes, allPeriods] = await Promise.all([
		placesOf(db),
		themes.all(db),
		periods.all(db)
	]);
	const place = placeOf(params, places);
	const period = params.get('period') || undefined;
	if (period !== undefined && !allPeriods.has(period))
		error(
			400,
			`There is no period “${period}”. /api/v1/periods lists them; leave it out for the latest.`
		);
	const at = edition.publishedAt;
	const [all, words] = await Promise.all([
		performance(db, { at, shown, place: place.code, period }),
		commentaries.held(db, shown.at, { areas: [place.code] })
	]);
	const names = allThemes.map(({ code, title }) => ({ code, label: title }));
	const areaLabels = new Map(all.areas.map(({ code, label }) => [code, label]));
	const measures = filtered(all.measures, asked(params, all, names));
	const rows = measures.flatMap((measure): ReturnRow[] => {
		const parts = measure.parts.length > 0 ? measure.parts : [null];
		return parts.map((part) => ({
			...{ measure, part, place, areaLabels },
			commentary:
				words.find(
					(one) => one.indicator === measure.indicator.code && one.period === part?.figure.period
				) ?? null
		}));
	});
	return {
		rows,
		place,
		places,
		period: period ? allPeriods.get(period) : undefined,
		allPeriods,
		all,
		names
	};
}
