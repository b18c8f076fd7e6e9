// Which figures add up to which: places in larger places, groups in larger groups, periods in longer
// periods. An attacker knows all of this.
import type { Area, AreaLink } from '../area.ts';
import type { Period } from '../period.ts';

/** The parts, with whatever is left over, make up the whole. */
export interface Relation {
	whole: string;
	parts: string[];
	/** Best fit: a sum only where the figures were made so, that is where nothing is left over. */
	onlyExact?: boolean;
}

export interface Structure {
	areas: Relation[];
	breakdowns: Relation[];
	periods: Relation[];
}

/** Places of each vintage make up the borough; places of one vintage make up those they lie in. */
export function areaRelations(areas: readonly Area[], links: readonly AreaLink[]): Relation[] {
	const local = new Map(areas.filter(({ isLocal }) => isLocal).map((area) => [area.code, area]));
	const borough = [...local.values()].find(({ level }) => level === 'borough');
	const vintages = Map.groupBy(local.values(), ({ vintage }) => vintage);
	if (borough) vintages.delete(borough.vintage);
	const ofBorough = [...vintages.values()].map((parts) => ({
		whole: borough?.code ?? '',
		parts: parts.map(({ code }) => code)
	}));
	const inside = links.filter(
		({ child, parent }) => local.has(child) && local.has(parent) && parent !== borough?.code
	);
	const families = Map.groupBy(
		latest(inside),
		({ parent, child }) => `${parent} ${local.get(child)?.vintage}`
	);
	return [...(borough ? ofBorough : []), ...[...families.values()].map(familyOf)];
}

function familyOf(links: readonly AreaLink[]): Relation {
	return {
		whole: links[0]?.parent ?? '',
		parts: links.filter(({ isBestFit }) => isBestFit).map(({ child }) => child),
		onlyExact: links.some(({ share }) => share < 1)
	};
}

/** Memberships may be replaced: the last of each pair counts. */
function latest(links: readonly AreaLink[]): AreaLink[] {
	const byStart = [...links].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
	return [...new Map(byStart.map((link) => [`${link.child} ${link.parent}`, link])).values()];
}

interface Group {
	id: string;
	dimension: string;
	partOf: string | null;
}

/** Sex, age and each classification of groups (`religion-…`) divide the same people once each. */
export function breakdownRelations(groups: readonly Group[]): Relation[] {
	const parts = groups.filter(({ partOf }) => partOf !== null);
	const schemes = Map.groupBy(parts, ({ id, dimension, partOf }) => {
		const scheme = dimension === 'group' ? id.split('-')[0] : dimension;
		return `${partOf} ${scheme}`;
	});
	return [...schemes.values()].map((list) => ({
		whole: list[0]?.partOf ?? '',
		parts: list.map(({ id }) => id)
	}));
}

/**
 * Quarters in a year; a running total in the next one; what is left over is the step between them.
 * Snapshots and survey waves add up to nothing.
 */
export function periodRelations(periods: readonly Period[]): Relation[] {
	const spans = periods.filter(({ kind }) => kind !== 'snapshot' && kind !== 'survey_wave');
	const relations = spans.flatMap((whole) => {
		const inside = spans.filter((period) => isInside(period, whole));
		const tilings = [...Map.groupBy(inside, ({ kind }) => kind).values()].map(tiles);
		const steps = [startsWith(inside, whole), endsWith(inside, whole)];
		return [...tilings, ...steps]
			.filter((parts) => parts.length > 0)
			.map((parts) => ({ whole: whole.id, parts: parts.map(({ id }) => id) }));
	});
	return [...new Map(relations.map((r) => [`${r.whole}: ${r.parts.join()}`, r])).values()];
}

const isInside = (part: Period, whole: Period): boolean =>
	part.starts >= whole.starts &&
	part.ends <= whole.ends &&
	(part.starts > whole.starts || part.ends < whole.ends);

/** Periods that do not overlap, earliest end first. */
function tiles(periods: readonly Period[]): Period[] {
	const chosen: Period[] = [];
	for (const period of [...periods].sort((a, b) => (a.ends < b.ends ? -1 : 1))) {
		if (period.starts > (chosen.at(-1)?.ends ?? '')) chosen.push(period);
	}
	return chosen;
}

/** The longest period inside that begins, or ends, with the whole. */
const startsWith = (inside: readonly Period[], whole: Period): Period[] =>
	longest(inside.filter(({ starts }) => starts === whole.starts));
const endsWith = (inside: readonly Period[], whole: Period): Period[] =>
	longest(inside.filter(({ ends }) => ends === whole.ends));

const longest = (periods: readonly Period[]): Period[] =>
	[...periods]
		.sort(
			(a, b) =>
				Date.parse(b.ends) - Date.parse(b.starts) - Date.parse(a.ends) + Date.parse(a.starts)
		)
		.slice(0, 1);
