import { LOCALITIES, inForce, WALSALL, WARDS_BEFORE, WARDS_NOW } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import { formOf } from '../../domain/entry/cell.ts';
import { type Place, type Sheet, UNPLACED } from '../../domain/entry/sheet.ts';
import { count, value } from '../../domain/format.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { stateWords } from '../../domain/observation.ts';
import { compare, type Period } from '../../domain/period.ts';
import * as areas from '../db/areas.ts';
import type { Db } from '../db/client.ts';
import type { CollectionRule } from '../db/collection-rules.ts';
import * as rules from '../db/collection-rules.ts';
import * as commentaries from '../db/commentaries.ts';
import * as indicators from '../db/indicators.ts';
import * as periods from '../db/periods.ts';
import * as figures from '../figures.ts';

// What a return of an indicator and period consists of: its places, its boxes and its history. Earlier
// figures come through the disclosure gate: a hidden one is a gap here as everywhere.

export interface Return {
	indicator: Indicator;
	period: Period;
	rule: CollectionRule;
	sheet: Sheet;
	/** Figures of the period are held: they change only by a correction. */
	isPublished: boolean;
}

/** Undefined where there is no such indicator or period. */
export async function returnOf(
	db: Db,
	{ indicator: code, period: id }: { indicator: string; period: string },
	now: Date
): Promise<Return | undefined> {
	const indicator = await indicators.byCode(db, code);
	const every = await periods.all(db);
	const period = every.get(id);
	if (!indicator || !period) return undefined;
	const rule = (await rules.of(db, code)) ?? usual(indicator);
	const places = await placesOf(db, rule, period);
	const at = now.toISOString();
	const held = await figures.held(db, at, {
		indicators: [code],
		areas: places.map((place) => place.code),
		breakdowns: ['all']
	});
	const before = earlier(held, every, period);
	const last = before.at(-1);
	const said = last
		? await commentaries.held(db, at, { indicators: [code], areas: [WALSALL], periods: [last.id] })
		: [];
	const sheet: Sheet = {
		...forms(indicator),
		places,
		isAdditive: rule.isAdditive,
		history: byPlace(places, held, before),
		previous: previousOf(indicator, held, last),
		lastWords: said[0]?.what ?? null
	};
	const isPublished = held.some(
		(figure) => figure.period === id && figure.state !== 'not yet published'
	);
	return { indicator, period, rule, sheet, isPublished };
}

function forms(indicator: Indicator): Pick<Sheet, 'rule' | 'intervalMethod' | 'unit'> {
	const { valueKind, multiplier, disclosureRule, denominator, intervalMethod } = indicator;
	const form = formOf(valueKind, denominator !== null && intervalMethod !== 'published');
	return {
		rule: { valueKind, multiplier, disclosureRule, form },
		intervalMethod,
		unit: { valueKind, unit: indicator.unit, decimals: indicator.decimals }
	};
}

/** By the catalogue, while nobody has set a rule. */
export function usual(indicator: Indicator): CollectionRule {
	const lowest = indicator.lowestGeography;
	const parts = /^ward/.test(lowest) ? 'wards' : /^local/.test(lowest) ? 'localities' : 'borough';
	const { form } = forms(indicator).rule;
	const isAdditive = parts !== 'borough' && form !== 'value';
	return {
		...{ isCollected: true, areas: parts, isAdditive, skipsAssurance: false },
		hasUnknown: isAdditive && indicator.disclosureRule === 'people'
	};
}

async function placesOf(db: Db, rule: CollectionRule, period: Period): Promise<Place[]> {
	const whole: Place = { code: WALSALL, name: 'Walsall', role: 'whole' };
	const unplaced: Place[] = rule.hasUnknown
		? [{ code: UNPLACED, name: 'Postcode not known', role: 'unplaced' }]
		: [];
	if (rule.areas === 'borough') return [...unplaced, whole];
	const found = await partsOf(db, rule.areas, period);
	const parts = found.map(({ code, name }): Place => ({ code, name, role: 'part' }));
	return [...parts, ...unplaced, whole];
}

async function partsOf(db: Db, parts: 'localities' | 'wards', { ends }: Period) {
	if (parts === 'localities') return (await areas.ofVintage(db, LOCALITIES)).sort(byCode);
	const now = await areas.ofVintage(db, WARDS_NOW);
	const current = now.filter((ward) => inForce(ward, ends));
	return current.length > 0 ? current : areas.ofVintage(db, WARDS_BEFORE);
}

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

/** As many as an expected range looks back on. */
const LATEST = 12;

/** Periods of the same kind and length with a figure, before this one, oldest first. */
function earlier(
	held: readonly Figure[],
	every: ReadonlyMap<string, Period>,
	period: Period
): Period[] {
	const ids = [...new Set(held.map((figure) => figure.period))];
	return ids
		.map((id) => every.get(id))
		.filter((one) => one !== undefined)
		.filter(({ kind, ends }) => kind === period.kind && ends < period.ends)
		.sort(compare)
		.slice(-LATEST);
}

function byPlace(
	places: readonly Place[],
	held: readonly Figure[],
	before: readonly Period[]
): Record<string, (number | null)[]> {
	const values = new Map(held.map((one) => [`${one.area} ${one.period}`, one.value]));
	return Object.fromEntries(
		places
			.filter(({ role }) => role !== 'unplaced')
			.map(({ code }) => [code, before.map(({ id }) => values.get(`${code} ${id}`) ?? null)])
	);
}

function previousOf(
	indicator: Indicator,
	held: readonly Figure[],
	last: Period | undefined
): Record<string, string> {
	return Object.fromEntries(
		held
			.filter((figure) => figure.period === last?.id)
			.map((figure) => [figure.area, inWords(indicator, figure)])
	);
}

function inWords(indicator: Indicator, figure: Figure): string {
	if (figure.value === null) return stateWords[figure.state];
	const { numerator, denominator } = figure;
	if (numerator === null || denominator === null) return value(figure.value, indicator);
	return `${value(figure.value, indicator)} (${count(numerator)} of ${count(denominator)})`;
}
