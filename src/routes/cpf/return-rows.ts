import { error } from '@sveltejs/kit';
import * as periods from '$lib/server/db/periods.ts';
import * as themes from '$lib/server/db/themes.ts';
import { returnRows as rowsOf } from '$lib/server/cpf-return.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import { asked, placeOf, placesOf } from './asked.ts';

/** The rows of the framework's return that an address asks for, with what a form can choose from. */
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
	if (period !== undefined && !allPeriods.has(period)) {
		const help = '/api/v1/periods lists them; leave it out for the latest.';
		error(400, `There is no period “${period}”. ${help}`);
	}
	const names = allThemes.map(({ code, title }) => ({ code, label: title }));
	const scope = { at: edition.publishedAt, shown, place, period };
	const { rows, all } = await rowsOf(db, scope, (found) => asked(params, found, names));
	const known = period ? allPeriods.get(period) : undefined;
	return { rows, all, place, places, allPeriods, names, period: known };
}
