import type { Indicator } from '../../domain/indicator.ts';
import { WALSALL } from '../../domain/area.ts';
import { sum } from '../../domain/number.ts';
import type { Period } from '../../domain/period.ts';
import { type Random, uniform } from '../../domain/random.ts';
import { rate } from '../../domain/stats/interval.ts';
import { observation, type ObservationRow, share } from '../load/observation.ts';
import * as calendar from './calendar.ts';
import { ILLUSTRATIVE } from './mark.ts';
import type { Every, Invented } from './measures.ts';

// One invented series: the borough and, where there are any, its localities. Parts are drawn first and
// added up, so that the borough is their sum with those whose postcode is not known.

export const LOCALITIES = ['WLOC01', 'WLOC02', 'WLOC03', 'WLOC04'] as const;

type Measure = Pick<Indicator, 'code' | 'multiplier' | 'valueKind' | 'decimals' | 'intervalMethod'>;

const periodsOf: Record<Every, readonly Period[]> = {
	quarter: calendar.quarters,
	term: calendar.terms,
	'half-year': calendar.quarters.filter(({ id }) => /Q[24]$/.test(id)),
	'financial year': calendar.financialYears,
	'academic year': calendar.academicYears,
	month: calendar.months
};

/** Every period of the demonstration by its id. */
export const periods: ReadonlyMap<string, Period> = new Map(
	[...Object.values(periodsOf).flat(), calendar.nextQuarter].map((period) => [period.id, period])
);

/** Every figure of the measure, oldest first. */
export function series(random: Random, given: Invented, measure: Measure): ObservationRow[] {
	const periods = periodsOf[given.every];
	const sent = periods.slice(0, periods.length - (given.missing ?? 0));
	const levels = runUp(
		given,
		sent,
		sent.map((period, i) => level(random, given, i / (periods.length - 1), period))
	);
	return sent.flatMap((period, i) =>
		figures(random, {
			given,
			measure,
			period,
			level: levels[i] ?? 0,
			share: i / (periods.length - 1)
		})
	);
}

/** The line from the first level to the last, with its season and a little chance. */
function level(random: Random, given: Invented, way: number, { id }: Period): number {
	const { from, to, wobble = 0, season } = given;
	const place = Number(
		/Q(\d)$/.exec(id)?.[1] ??
			['autumn', 'spring', 'summer'].findIndex((name) => id.endsWith(name)) + 1
	);
	const seasonal = season?.[place - 1] ?? 1;
	// The last point is what the story needs; chance plays before it.
	const chance = way === 1 ? 0 : wobble * normal(random);
	return (from + (to - from) * way) * (way === 1 ? 1 : seasonal) * (1 + chance);
}

/** Totals of a year grow quarter by quarter. */
function runUp(
	{ cumulative }: Invented,
	periods: readonly Period[],
	levels: readonly number[]
): number[] {
	if (!cumulative) return [...levels];
	const reached = [0.18, 0.41, 0.72, 1];
	return periods.map(({ id }, i) => (levels[i] ?? 0) * (reached[Number(id.slice(-1)) - 1] ?? 1));
}

interface Draw {
	given: Invented;
	measure: Measure;
	period: Period;
	level: number;
	/** How far through the history, 0 to 1. */
	share: number;
}

function figures(random: Random, draw: Draw): ObservationRow[] {
	const { given, measure } = draw;
	if (given.base !== undefined) return shares(random, draw);
	if (given.shares === undefined) return [borough(draw, given.margin)];
	const unknown = given.unknown ?? 0;
	const rest = draw.level * (1 - unknown);
	const parts = localShares(given, draw.share).map((part) =>
		around(random, rest * part, given.wobble)
	);
	const unplaced = Math.round(draw.level * unknown);
	const total = sum(parts) + unplaced;
	return [
		row(draw, WALSALL, { value: total, note: noteOf(measure, unplaced) }),
		...LOCALITIES.map((area, i) => row(draw, area, { value: parts[i] ?? 0 }))
	];
}

const noteOf = (_: Measure, unplaced: number): string | null =>
	unplaced > 0 ? 'Includes people whose postcode is not known.' : null;

function borough({ measure, period, level }: Draw, margin: number | undefined): ObservationRow {
	const value = Number(level.toFixed(measure.decimals));
	const limits = margin === undefined ? {} : { lower: value - margin, upper: value + margin };
	return observation(filled(measure), { area: WALSALL, period: period.id, value, ...limits });
}

/** Percentages of people asked, and rates of a population: counts first. */
function shares(random: Random, draw: Draw): ObservationRow[] {
	const { given, measure, level } = draw;
	const parts = given.shares ? localShares(given, draw.share) : [];
	const isRate = measure.valueKind === 'rate';
	const count = (base: number, factor: number) =>
		Math.min(base, Math.round(((base * level) / measure.multiplier) * factor));
	const bases = parts.map((part) =>
		isRate ? Math.round((given.base ?? 0) * part) : around(random, (given.base ?? 0) * part, 0.08)
	);
	const locals = bases.map((base) => ({
		n: base,
		x: count(base, 1 + (given.wobble ?? 0) * 0.6 * normal(random))
	}));
	const n =
		parts.length > 0
			? sum(bases)
			: isRate
				? (given.base ?? 0)
				: around(random, given.base ?? 0, draw.share === 1 ? 0 : 0.04);
	const x = parts.length > 0 ? sum(locals.map((one) => one.x)) : count(n, 1);
	const all = [
		{ area: WALSALL as string, x, n },
		...LOCALITIES.flatMap((area, i) => (locals[i] ? [{ area: area as string, ...locals[i] }] : []))
	];
	return all.flatMap(({ area, ...counts }) =>
		isRate ? rated(draw, area, counts) : shared(draw, area, counts)
	);
}

function rated(
	{ measure, period }: Draw,
	area: string,
	{ x, n }: { x: number; n: number }
): ObservationRow[] {
	const found = rate(x, n, measure.multiplier);
	if (!found) return [];
	const { value, lower, upper } = found;
	return [
		observation(filled(measure), {
			area,
			period: period.id,
			numerator: x,
			denominator: n,
			value,
			lower,
			upper
		})
	];
}

function shared(
	{ measure, period }: Draw,
	area: string,
	counts: { x: number; n: number }
): ObservationRow[] {
	const made = share(filled(measure), counts, {
		area,
		period: period.id,
		small_base: counts.n < SMALL
	});
	if (!made) return [];
	const withRange = measure.intervalMethod === 'wilson';
	return [withRange ? made : { ...made, lower: null, upper: null }];
}

/** Fewer than this are shown without a judgement. */
const SMALL = 20;

function row(
	{ measure, period }: Draw,
	area: string,
	given: { value: number; note?: string | null }
): ObservationRow {
	return observation(filled(measure), { area, period: period.id, ...given });
}

const filled = ({ code, multiplier }: Measure) => ({ code, multiplier, sourceId: ILLUSTRATIVE });

/** The pattern between places, moving from the first to the last. */
function localShares(
	{ shares = [0.25, 0.25, 0.25, 0.25], sharesNow = shares }: Invented,
	way: number
): number[] {
	return shares.map((part, i) => part + ((sharesNow[i] ?? part) - part) * way);
}

const around = (random: Random, mean: number, wobble = 0): number =>
	Math.max(0, Math.round(mean * (1 + wobble * 0.5 * normal(random))));

/** Box and Muller. */
function normal(random: Random): number {
	const [a, b] = [1 - uniform(random), uniform(random)];
	return Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b);
}
