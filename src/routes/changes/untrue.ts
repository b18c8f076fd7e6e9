import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { EVERYONE } from '$lib/domain/entry/cell.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Judgement } from '$lib/domain/judgement.ts';
import type { Period } from '$lib/domain/period.ts';
import { type Told, told } from '$lib/domain/sentence/told.ts';
import type { Correction } from '$lib/server/db/changes.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as judgements from '$lib/server/db/judgements.ts';
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
	const of = { indicators: [one.indicator] };
	const wanted = { ...of, breakdowns: [EVERYONE], levels: ['borough', 'locality'] };
	const [then, now, saidThen, saidNow] = await Promise.all([
		figures.held(db, before, wanted),
		figures.held(db, one.publishedAt, wanted),
		judgements.held(db, before, of),
		judgements.held(db, one.publishedAt, of)
	]);
	const about = { indicator, period: time, known };
	const sentences = [...known.names.keys()].flatMap((area) =>
		untrue(
			say({ ...about, area, held: then, said: saidThen }),
			say({ ...about, area, held: now, said: saidNow }),
			known.names.get(area) ?? ''
		)
	);
	return { ...rest, sentences };
}

interface Stood {
	indicator: Indicator;
	period: Period;
	known: Known;
	area: string;
	held: readonly Figure[];
	said: readonly Judgement[];
}

/** What was said of the place's figure as things stood. */
function say({ indicator, period, known, area, held, said }: Stood): Told[] {
	const series = held.filter((figure) => figure.area === area);
	const at = (id: string) => series.find((figure) => figure.period === id);
	const figure = at(period.id);
	if (!figure) return [];
	const earlier = (id: string) => {
		const [found, when] = [at(id), known.times.get(id)];
		return found && when && { period: when, value: found.value };
	};
	const judgements = said.filter(
		(one) => one.area === area && one.period === period.id && one.breakdown === EVERYONE
	);
	return told({
		...{ figure, period, indicator, judgements, earlier },
		place: known.names.get(area) ?? ''
	});
}

/** Sentences that no longer hold, each with the one of its kind that holds now. */
function untrue(was: readonly Told[], is: readonly Told[], place: string): Corrected['sentences'] {
	return was.flatMap(({ kind, text }) => {
		if (is.some((one) => plain(one.text) === plain(text))) return [];
		const next = is.find((one) => one.kind === kind)?.text;
		// A level names its place; the others stand beside it on their page.
		const name = kind === 'level' ? '' : `${place}: `;
		return [{ was: `${name}${text}`, is: next ?? 'This is no longer said.' }];
	});
}

/** A flag alone makes no sentence untrue. */
const plain = (sentence: string): string => sentence.replace(/ This figure is [^.]*\.$/, '');
