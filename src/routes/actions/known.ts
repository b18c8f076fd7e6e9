import * as actions from '$lib/server/db/actions.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import type { Known } from './list.ts';

/** Every action as known now, or as of the edition asked for, with names to print. */
export async function known(locals: App.Locals) {
	const { db } = locals;
	const now = shownAt(locals, new Date()).at;
	const [all, catalogue, places] = await Promise.all([
		actions.all(db, now),
		indicators.all(db),
		areas.all(db)
	]);
	const names: Known = {
		...{ catalogue, now },
		areas: new Map(places.map((area) => [area.code, area]))
	};
	return { all, names };
}
