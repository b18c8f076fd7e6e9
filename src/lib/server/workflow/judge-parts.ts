import { LOCALITIES, WALSALL, WARDS_NOW } from '../../domain/area.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { against } from '../../domain/judgement/against.ts';
import {
	closing,
	differing,
	GAP_CONFIDENCE,
	type PartPoint,
	SPREAD_CONFIDENCE
} from '../../domain/judgement/spread.ts';
import { compare, type Period } from '../../domain/period.ts';
import type { JudgementRow } from '../db/judging.ts';
import { judgementRow } from './judgement-row.ts';
import type { Known } from './judged-series.ts';

// What is said of the parts of the borough as a set: do they differ, and is the gap closing?

/** Sets of areas that are set beside one another. */
const SETS = [LOCALITIES, WARDS_NOW];

/** Every period of each group: the test of the set; and how the gap moved to the latest one. */
export function partsOfBorough(
	indicator: Indicator,
	known: readonly Known[],
	breaks: readonly string[]
): JudgementRow[] {
	const groups = new Set(known.map(({ breakdown }) => breakdown));
	return SETS.flatMap((parts) =>
		[...groups].flatMap((breakdown) => {
			const own = known.filter(
				(series) => series.area.vintage === parts && series.breakdown === breakdown
			);
			const of = { code: indicator.code, area: WALSALL, breakdown };
			const periods = periodsOf(own);
			return [
				...spreads(of, own, { parts, periods }),
				...gaps(of, own, { parts, periods, breaks })
			];
		})
	);
}

type Of = Parameters<typeof judgementRow>[0] extends infer S ? Omit<S, 'period'> : never;

interface Sets {
	parts: string;
	periods: readonly Period[];
}

function spreads(of: Of, own: readonly Known[], { parts, periods }: Sets): JudgementRow[] {
	return periods.flatMap((period) => {
		const found = differing(at(own, period));
		const row = { ...of, period: period.id };
		return found ? [judgementRow(row, 'spread', SPREAD_CONFIDENCE, { parts, ...found })] : [];
	});
}

/** The latest gap against five years earlier, or the first that may be compared. */
function gaps(
	of: Of,
	own: readonly Known[],
	{ parts, periods, breaks }: Sets & { breaks: readonly string[] }
): JudgementRow[] {
	const latest = periods.at(-1);
	const start = latest && against(latest, periods.slice(0, -1), breaks).start;
	const found = start && closing(at(own, latest), at(own, start));
	if (!found) return [];
	const row = { ...of, period: latest.id };
	const given = { parts, against_period: start.id, ...found };
	return [judgementRow(row, 'gap', GAP_CONFIDENCE, given)];
}

const at = (own: readonly Known[], { id }: Period): PartPoint[] =>
	own.flatMap(({ area, points }) =>
		points.filter((point) => point.period.id === id).map((point) => ({ area: area.code, point }))
	);

function periodsOf(own: readonly Known[]): Period[] {
	const all = own.flatMap(({ points }) => points.map(({ period }) => period));
	return [...new Map(all.map((period) => [period.id, period])).values()].sort(compare);
}
