import { error } from '@sveltejs/kit';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import * as periods from '$lib/server/db/periods.ts';
import type { Asked } from './asked.ts';
import { type Choice, choose } from './choice.ts';

/** The indicator asked for and what of it can be mapped; 404 in words when there is no such indicator. */
export async function viewOf(
	db: Db,
	at: string,
	asked: Asked & { indicator: string }
): Promise<{ indicator: Indicator; choice: Choice }> {
	const [indicator, coverage, all] = await Promise.all([
		indicators.byCode(db, asked.indicator),
		holdings.coverage(db, at, asked.indicator),
		periods.all(db)
	]);
	if (!indicator) {
		error(
			404,
			`There is no indicator ${asked.indicator}. See the list of indicators for their codes.`
		);
	}
	const held = coverage.filter(({ breakdown }) => breakdown === 'all');
	return { indicator, choice: choose(indicator, held, all, asked) };
}
