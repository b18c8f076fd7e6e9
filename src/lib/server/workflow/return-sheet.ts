import { LOCALITIES, inForce, WALSALL, WARDS_BEFORE, WARDS_NOW } from '../../domain/area.ts';
import { cadenceIn } from '../../domain/collection/cadence.ts';
import { type CollectionRule, USUAL_DAYS } from '../../domain/collection/rule.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import { hiddenBy } from '../../domain/disclosure/owner-rule.ts';
import type { Rule } from '../../domain/disclosure/rule.ts';
import { EVERYONE, formOf } from '../../domain/entry/cell.ts';
import { BY_HISTORY } from '../../domain/entry/expected.ts';
import type { Group } from '../../domain/entry/groups.ts';
import { keyOf } from '../../domain/entry/row.ts';
import { type Place, type Sheet, UNPLACED } from '../../domain/entry/sheet.ts';
import { count, value } from '../../domain/format.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { stateWords } from '../../domain/observation.ts';
import { compare, type Period } from '../../domain/period.ts';
import * as areas from '../db/areas.ts';
import * as breakdowns from '../db/breakdowns.ts';
import * as catalogue from '../db/catalogue.ts';
import type { Db } from '../db/client.ts';
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
	/** What is too small for readers; null where no people are counted. */
	hides: Rule | null;
	/** Boundaries of its parts; null = the borough alone. */
	vintage: string | null;
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
	const { places, vintage } = await placesOf(db, rule, period);
	const at = now.toISOString();
	const known = await groupsOf(db, rule);
	const held = await figures.held(db, at, {
		indicators: [code],
		areas: places.map((place) => place.code),
		breakdowns: [EVERYONE, ...known.map((group) => group.id)]
	});
	const before = earlier(held, every, period);
	const last = before.at(-1);
	const said = last
		? await commentaries.held(db, at, { indicators: [code], areas: [WALSALL], periods: [last.id] })
		: [];
	const sheet: Sheet = {
		...forms(indicator),
		places,
		groups: rule.groups ? known : heldGroups(known, held, last),
		...{ isAdditive: rule.isAdditive, expected: rule.expected },
		history: byRow(held, before),
		previous: previousOf(indicator, held, last),
		lastWords: said[0]?.what ?? null
	};
	const isPublished = held.some(
		(figure) => figure.period === id && figure.state !== 'not yet published'
	);
	const owner = (await catalogue.ownerRules(db, code)).at(-1)?.rule;
	const hides = owner ? hiddenBy(owner) : null;
	return { indicator, period, rule, sheet, hides, vintage, isPublished };
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
		...{ isCollected: true, areas: parts, isAdditive, groups: null, skipsAssurance: false },
		...{ cadence: cadenceIn(indicator.frequency), ...USUAL_DAYS },
		...{ expected: BY_HISTORY, revision: 0 },
		hasUnknown: isAdditive && indicator.disclosureRule === 'people'
	};
}

async function placesOf(
	db: Db,
	rule: CollectionRule,
	period: Period
): Promise<{ places: Place[]; vintage: string | null }> {
	const whole: Place = { code: WALSALL, name: 'Walsall', role: 'whole' };
	const unplaced: Place[] = rule.hasUnknown
		? [{ code: UNPLACED, name: 'Postcode not known', role: 'unplaced' }]
		: [];
	if (rule.areas === 'borough') return { places: [...unplaced, whole], vintage: null };
	const found = await partsOf(db, rule.areas, period);
	const parts = found.map(({ code, name }): Place => ({ code, name, role: 'part' }));
	return { places: [...parts, ...unplaced, whole], vintage: found[0]?.vintage ?? null };
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

/** Sex and age, or what the rule names. */
async function groupsOf(db: Db, { groups }: CollectionRule): Promise<Group[]> {
	const asked: readonly string[] = groups ?? ['sex', 'age'];
	if (asked.length === 0) return [];
	const all = await breakdowns.all(db);
	return [...all.values()]
		.filter(({ dimension }) => asked.includes(dimension))
		.map(({ id, label, dimension }) => ({ id, label, dimension }));
}

/** Those of the borough's latest figures, so that a series with groups goes on with them. */
function heldGroups(
	known: readonly Group[],
	held: readonly Figure[],
	last: Period | undefined
): Group[] {
	const latest = held.filter(({ area, period }) => area === WALSALL && period === last?.id);
	return known.filter(({ id }) => latest.some(({ breakdown }) => breakdown === id));
}

function byRow(
	held: readonly Figure[],
	before: readonly Period[]
): Record<string, (number | null)[]> {
	return Object.fromEntries(
		[...Map.groupBy(held, keyOf)].map(([row, figures]) => {
			const values = new Map(figures.map(({ period, value: one }) => [period, one]));
			return [row, before.map(({ id }) => values.get(id) ?? null)];
		})
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
			.map((figure) => [keyOf(figure), inWords(indicator, figure)])
	);
}

function inWords(indicator: Indicator, figure: Figure): string {
	if (figure.value === null) return stateWords[figure.state];
	const { numerator, denominator } = figure;
	if (numerator === null || denominator === null) return value(figure.value, indicator);
	return `${value(figure.value, indicator)} (${count(numerator)} of ${count(denominator)})`;
}
