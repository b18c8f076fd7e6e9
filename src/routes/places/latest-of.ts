import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { latest } from '$lib/domain/profile/rows.ts';

const shown = new Set(['all', 'sex']);

/** Which figures to ask for beside a place's own: those of its latest periods, of everybody or by sex. */
export function latestOf(
	own: readonly Figure[],
	breakdowns: ReadonlyMap<string, { dimension: string }>
) {
	const series = Map.groupBy(own, ({ indicator, breakdown }) => `${indicator} ${breakdown}`);
	const last = [...series.values()].flatMap((one) => latest(one) ?? []);
	return {
		indicators: [...new Set(last.map(({ indicator }) => indicator))],
		periods: [...new Set(last.map(({ period }) => period))],
		breakdowns: [...breakdowns]
			.filter(([, { dimension }]) => shown.has(dimension))
			.map(([id]) => id)
	};
}
