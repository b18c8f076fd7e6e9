import { WALSALL } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Period } from '$lib/domain/period.ts';
import { level } from '$lib/domain/sentence/level.ts';
import type { Correction } from '$lib/server/db/changes.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as figures from '$lib/server/figures.ts';

// The published sentences that a correction made untrue, with what is true instead: both made by the
// same function from the figures as they stood before and after.

export interface Corrected {
	id: string;
	indicator: string;
	title: string;
	label: string;
	publicNote: string;
	publishedAt: string;
	/** Sentences that no longer hold, each with the one in its place. */
	sentences: { was: string; is: string }[];
}

interface Known {
	catalogue: readonly Indicator[];
	times: ReadonlyMap<string, Period>;
	names: ReadonlyMap<string, string>;
}

/** At most the latest of them are compared: each asks twice. */
const MOST = 20;

export function correctedOf(
	db: Db,
	found: readonly Correction[],
	known: Known
): Promise<Corrected[]> {
	return Promise.all(found.slice(0, MOST).map((one) => corrected(db, one, known)));
}

async function corrected(db: Db, one: Correction, known: Known): Promise<Corrected> {
	const { before, period, ...rest } = one;
	const indicator = known.catalogue.find(({ code }) => code === one.indicator);
	const time = known.times.get(period);
	if (!indicator || !time) return { ...rest, sentences: [] };
	const wanted = { indicators: [one.indicator], periods: [period], breakdowns: ['all'] };
	const levels = { ...wanted, levels: ['borough', 'locality'] };
	const [then, now] = await Promise.all([
		figures.held(db, before, levels),
		figures.held(db, one.publishedAt, levels)
	]);
	const say = (figure: Figure) =>
		level({
			...{ figure, period: time, unit: indicator, place: known.names.get(figure.area) ?? '' },
			...{ denominator: indicator.denominator, intervalMethod: indicator.intervalMethod }
		}).text;
	const sentences = then
		.filter(({ area }) => known.names.has(area))
		.flatMap((figure) => {
			const next = now.find(({ area }) => area === figure.area);
			const [was, is] = [say(figure), next ? say(next) : 'There is no figure now.'];
			return plain(was) === plain(is) ? [] : [{ area: figure.area, was, is }];
		})
		.sort((a, b) => Number(b.area === WALSALL) - Number(a.area === WALSALL));
	return { ...rest, sentences };
}

/** A flag alone makes no sentence untrue. */
const plain = (sentence: string): string => sentence.replace(/ This figure is [^.]*\.$/, '');
