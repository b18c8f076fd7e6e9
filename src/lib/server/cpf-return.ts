import { type Asked, filtered } from '../domain/cpf/filter.ts';
import type { ReturnRow } from '../domain/cpf/return-columns.ts';
import { performance, type Performance, type Scope } from './cpf.ts';
import type { Db } from './db/client.ts';
import * as commentaries from './db/commentaries.ts';

// The rows of the framework's return, for files, pages and the interface. A restricted indicator has no
// row: the catalogue names it, and nothing else does.

export type ReturnScope = Omit<Scope, 'place'> & { place: { code: string; name: string } };

export async function returnRows(
	db: Db,
	{ place, ...scope }: ReturnScope,
	ask: (all: Performance) => Asked
): Promise<{ rows: ReturnRow[]; all: Performance }> {
	const [all, words] = await Promise.all([
		performance(db, { ...scope, place: place.code }),
		commentaries.held(db, scope.shown.at, { areas: [place.code] })
	]);
	const areaLabels = new Map(all.areas.map(({ code, label }) => [code, label]));
	const measures = filtered(all.measures, ask(all)).filter(
		({ indicator }) => !indicator.restricted
	);
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
	return { rows, all };
}
