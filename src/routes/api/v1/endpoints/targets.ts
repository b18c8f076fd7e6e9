import { rowSchema } from '$lib/domain/table.ts';
import * as stored from '$lib/server/db/targets.ts';
import { targetColumns, targets as table } from '$lib/server/export/tables/targets.ts';
import { edition, listOf, paged, paging, someIndicators } from '../common.ts';
import { endpoint } from '../endpoint.ts';

export const targets = endpoint({
	path: '/targets',
	id: 'targets',
	summary: 'Targets in force: baseline, milestones, goal, tolerance and who approved them',
	description:
		'What was agreed by the edition. A measure without a row has no target. The word against each is a judgement of kind target.',
	parameters: { indicator: someIndicators, ...paging, edition },
	formats: ['json', 'csv', 'xlsx'],
	isPaged: true,
	shape: listOf(rowSchema(targetColumns)),
	async answer({ db, at, reference, values }) {
		const inForce = await stored.inForce(db, at, values.indicator);
		const rows = inForce.filter(
			({ indicator }) => reference.indicators.get(indicator)?.restricted === false
		);
		return { title: 'Targets', table: table(paged(rows, values)), total: rows.length };
	}
});
