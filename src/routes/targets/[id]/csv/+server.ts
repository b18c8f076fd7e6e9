import { aboutSeries } from '$lib/domain/judgement/target-view.ts';
import { compare } from '$lib/domain/period.ts';
import { table } from '$lib/domain/table.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as figures from '$lib/server/figures.ts';
import { periodColumns } from '../../columns.ts';
import { found, shownVersion } from '../view.ts';
import { csvFile } from '../../../data/saved-file.ts';
import type { RequestHandler } from './$types';

/** The table of one agreed target: figures, planned values and judgements by period. */
export const GET: RequestHandler = async ({ locals: { db, edition }, params, url }) => {
	const at = edition.publishedAt;
	const { indicator, versions } = await found(db, params.id, { at, drafts: false });
	const target = shownVersion(versions, url.searchParams.get('version'), at) ?? versions[0]!;
	const { area, breakdown, baseline } = target;
	const [held, stored, times] = await Promise.all([
		figures.series(db, at, { indicator: indicator.code, area, breakdown }),
		judgements.held(db, at, { kind: 'target', indicators: [indicator.code], areas: [area] }),
		periods.all(db)
	]);
	const { words } = aboutSeries(stored, { area, breakdown }, times);
	const rows = held
		.flatMap((figure) => {
			const period = times.get(figure.period);
			const word = words.find((one) => one.period === figure.period);
			return period ? [{ figure, period, target, indicator, word }] : [];
		})
		.filter(({ period }) => !baseline || compare(period, baseline.period) >= 0)
		.sort((a, b) => compare(a.period, b.period));
	return csvFile(table(periodColumns, rows, ['target', 'version', 'period']), target.id);
};
