import { error } from '@sveltejs/kit';
import type { Db } from '$lib/server/db/client.ts';
import * as sources from '$lib/server/db/sources.ts';
import { drawingOf, shapesOf } from '../geo/shapes.ts';
import type { Asked } from './asked.ts';
import { content } from './content.ts';
import { factsOf } from './facts.ts';
import { spotsOf } from './spots.ts';
import { viewOf } from './view.ts';

type Named = Asked & { indicator: string };

/** The whole map that an address asks for, or why there is none. */
export async function mapOf(db: Db, at: string, ask: Named) {
	const { indicator, choice } = await viewOf(db, at, ask);
	const { code, title } = indicator;
	if (choice.kind === 'none') return { none: { code, title, why: choice.why } };
	const { geography, period, offered, periods, remarks } = choice;
	const [facts, shapes, credits, spots] = await Promise.all([
		factsOf(db, at, { indicator, geography, period }),
		shapesOf(db, geography.vintage),
		sources.all(db),
		spotsOf(db, at, { lens: ask.spots, geography })
	]);
	if (!shapes) error(404, `There are no boundaries of ${geography.many} to draw.`);
	return {
		map: {
			...content(facts, shapes, credits),
			...{ offered, periods, remarks: [...remarks, ...spots.remarks] },
			spots: spots.shown,
			lenses: spots.choices
		}
	};
}

/** The same for a file or an embedded map, which have nowhere to say why there is none. */
export async function mapOr404(db: Db, at: string, ask: Named) {
	const { map } = await mapOf(db, at, ask);
	if (!map) error(404, `There is no map of ${ask.indicator}. The page /map says why.`);
	return map;
}

/** The outlines themselves, for a file that stands alone. */
export async function outlinesOf(db: Db, vintage: string) {
	const drawing = await drawingOf(db, vintage);
	if (!drawing) error(404, `There are no boundaries called ${vintage}.`);
	return drawing;
}
