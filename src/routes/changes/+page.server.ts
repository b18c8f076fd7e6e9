import { LOCALITIES, WALSALL } from '$lib/domain/area.ts';
import * as areas from '$lib/server/db/areas.ts';
import * as changes from '$lib/server/db/changes.ts';
import * as editions from '$lib/server/db/editions.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as periods from '$lib/server/db/periods.ts';
import type { PageServerLoad } from './$types';
import { correctedOf } from './untrue.ts';

export const load: PageServerLoad = async ({ locals: { db, edition } }) => {
	const at = edition.publishedAt;
	const [all, revisions, redefinitions, found, catalogue, times, localities] = await Promise.all([
		editions.all(db),
		changes.revisions(db, at),
		changes.redefinitions(db),
		changes.corrections(db, at),
		indicators.all(db),
		periods.all(db),
		areas.ofVintage(db, LOCALITIES)
	]);
	const names = new Map([
		[WALSALL, 'Walsall'],
		...localities.map(({ code, name }) => [code, name] as const)
	]);
	const corrected = await correctedOf(db, found, { catalogue, times, names });
	return { editions: all.toReversed(), revisions, redefinitions, corrected };
};
