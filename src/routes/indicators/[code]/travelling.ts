import { WALSALL } from '$lib/domain/area.ts';
import { type Evidence, type Group, latestOf, period, seriesOf } from '$lib/domain/evidence.ts';
import { change, type Unit } from '$lib/domain/format.ts';
import type { Movement } from '$lib/domain/judgement.ts';
import { type Travel, travel, travelPeriods } from '$lib/domain/judgement/travel.ts';
import { named } from '$lib/domain/sentence/when.ts';

// Direction of travel in the field's words, from the stored tests: against the last period, and against
// the same period last year where that is another one.

export interface Travelling {
	/** "Against 2026/27 Q1: improving." */
	text: string;
	judgement: number;
}

export function travelling(evidence: Evidence, group: Group | undefined): Travelling[] {
	const latest = group && latestOf(evidence, WALSALL, group.id);
	if (!latest || latest.value === null) return [];
	const now = period(evidence, latest.period);
	const earlier = seriesOf(evidence, WALSALL, group.id)
		.filter(({ value }) => value !== null)
		.map((figure) => period(evidence, figure.period))
		.filter(({ ends }) => ends < now.ends);
	const breaks = evidence.breaks.map(({ starts }) => starts);
	const movements = evidence.judgements.filter(
		(one): one is Movement =>
			one.kind === 'movement' &&
			one.area === WALSALL &&
			one.breakdown === group.id &&
			one.period === latest.period
	);
	const { polarity } = evidence.indicator;
	const { lastPeriod, lastYear } = travel(movements, travelPeriods(now, earlier, breaks), {
		...{ polarity, latest: latest.value }
	});
	const found = [lastPeriod, lastYear].filter((one) => one !== undefined);
	return [...new Map(found.map((one) => [one.against, one])).values()].map((one) => ({
		judgement: one.judgement,
		text: `Against ${named(period(evidence, one.against))}: ${wordsOf(one, evidence.indicator)}.`
	}));
}

/** The tested word; without a test, how far the number moved, and that it may be chance. */
function wordsOf({ word, difference }: Travel, unit: Unit): string {
	if (word !== 'cannot tell' || difference === null) return word;
	if (difference === 0) return 'the same figure';
	const side = difference > 0 ? 'higher' : 'lower';
	return `${change(difference, unit)} ${side}, which could be chance`;
}
