import type { Figure } from '../../domain/disclosure/gate.ts';
import type { Comparator } from '../../domain/selection.ts';
import type { Db } from '../db/client.ts';
import * as published from '../figures.ts';
import { comparatorCodes } from './filters.ts';

/** The latest figure of everybody for each indicator of an area, then its comparators' for those periods. */
export async function profileFigures(
	db: Db,
	at: string,
	area: string,
	compare: readonly (Comparator | 'none')[] = []
): Promise<Figure[]> {
	const own = await published.latest(db, at, { areas: [area], breakdowns: ['all'] });
	const others = (await comparatorCodes(db, compare)).filter((code) => code !== area);
	if (others.length === 0) return own;
	const same = new Set(own.map(({ indicator, period }) => `${indicator} ${period}`));
	const theirs = await published.held(db, at, {
		areas: others,
		breakdowns: ['all'],
		periods: [...new Set(own.map(({ period }) => period))]
	});
	return [...own, ...theirs.filter((figure) => same.has(`${figure.indicator} ${figure.period}`))];
}
