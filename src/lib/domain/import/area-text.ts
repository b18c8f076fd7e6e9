import type { Area } from '../area.ts';
import type { Period } from '../period.ts';
import { tidy } from './cell.ts';

// Which area a row means. A code is an area; a name is only a clue, since a ward of May 2026 may keep
// an old ward's name with another outline. Figures of an area belong to periods in which it existed.

export type AreaFound =
	| { kind: 'area'; area: Area; byName: boolean }
	| { kind: 'ended'; area: Area; instead: readonly Area[] }
	| { kind: 'choose'; from: readonly Area[] }
	| { kind: 'unknown area' };

/** Areas by code and by name, made once for an import. */
export interface Gazetteer {
	readonly byCode: ReadonlyMap<string, Area>;
	readonly byName: ReadonlyMap<string, readonly Area[]>;
}

export function gazetteer(
	areas: readonly Area[],
	also: ReadonlyMap<string, string> = new Map()
): Gazetteer {
	const byCode = new Map(areas.map((area) => [area.code.toUpperCase(), area]));
	const named = areas.map((area) => [plainName(area.name), area] as const);
	const aliases = [...also].flatMap(([name, code]) => {
		const area = byCode.get(code.toUpperCase());
		return area ? [[plainName(name), area] as const] : [];
	});
	const byName = Map.groupBy([...named, ...aliases], ([name]) => name);
	return {
		byCode,
		byName: new Map([...byName].map(([name, pairs]) => [name, pairs.map(([, area]) => area)]))
	};
}

/** Code first, then name, among areas that were in force at the end of the period. */
export function findArea(
	{ code, name }: { code: string; name: string },
	period: Period | undefined,
	known: Gazetteer
): AreaFound {
	const coded =
		known.byCode.get(tidy(code).toUpperCase()) ?? known.byCode.get(tidy(name).toUpperCase());
	if (coded) {
		if (inForce(coded, period)) return { kind: 'area', area: coded, byName: false };
		const instead = (known.byName.get(plainName(coded.name)) ?? []).filter((area) =>
			inForce(area, period)
		);
		return { kind: 'ended', area: coded, instead };
	}
	const named = known.byName.get(plainName(name)) ?? known.byName.get(plainName(code)) ?? [];
	const [first, ...others] = named.filter((area) => inForce(area, period));
	if (!first) return ended(named);
	return others.length === 0
		? { kind: 'area', area: first, byName: true }
		: { kind: 'choose', from: [first, ...others] };
}

function ended(named: readonly Area[]): AreaFound {
	const [area] = named;
	return area ? { kind: 'ended', area, instead: [] } : { kind: 'unknown area' };
}

const inForce = (area: Area, period: Period | undefined): boolean =>
	period === undefined ||
	((area.validFrom === null || area.validFrom <= period.ends) &&
		(area.validTo === null || area.validTo >= period.ends));

/** A name without what senders add or leave out: case, "ward", "locality", points, "and" or "&". */
export const plainName = (name: string): string =>
	tidy(name)
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/['’.,()-]/g, ' ')
		.replace(
			/\b(ward|locality|local authority|metropolitan borough|borough|council|mbc|the|of)\b/g,
			' '
		)
		.replace(/\bst\b/g, 'saint')
		.replace(/ +/g, ' ')
		.trim();
