import { polygonContains } from 'd3';

// Crimes as police.uk gives them, one object each with an approximate place, counted by area. An area
// without any has 0, which is a figure and not a gap.

type Point = readonly [lng: number, lat: number];

export interface Outline {
	readonly code: string;
	readonly name: string;
	/** Rings of each of its parts: the outer one first, then its holes. */
	readonly parts: readonly (readonly Point[])[][];
}

/** data.police.uk/docs/method/crime-street; some crimes have no place. */
export interface Crime {
	readonly category: string;
	readonly month: string;
	readonly location: { readonly latitude: string; readonly longitude: string } | null;
}

export interface CrimeCount {
	readonly code: string;
	readonly name: string;
	readonly month: string;
	readonly category: string;
	readonly crimes: number;
}

/** The whole first, then each part of it that the crimes lie in. */
export function countCrimes(
	crimes: readonly Crime[],
	{ whole, parts }: { whole: { code: string; name: string }; parts: readonly Outline[] },
	{ month, category }: { month: string; category: string }
): CrimeCount[] {
	const points = crimes.flatMap(({ location }) =>
		location ? [[Number(location.longitude), Number(location.latitude)] as const] : []
	);
	const row = ({ code, name }: { code: string; name: string }, number: number) => ({
		...{ code, name, month, category },
		crimes: number
	});
	return [
		row(whole, crimes.length),
		...parts.map((part) => row(part, points.filter((point) => isIn(point, part)).length))
	];
}

export const isIn = (point: Point, { parts }: Outline): boolean =>
	parts.some(
		([outer, ...holes]) =>
			outer !== undefined && inRing(outer, point) && !holes.some((hole) => inRing(hole, point))
	);

const inRing = (ring: readonly Point[], point: Point): boolean =>
	polygonContains(ring as [number, number][], point as [number, number]);

/** The counts as the extract that is read as an import. */
export const crimesAsCsv = (counts: readonly CrimeCount[]): string =>
	['Area code,Area name,Month,Kind of crime,Crimes']
		.concat(
			counts.map(({ code, name, month, category, crimes }) =>
				[code, `"${name.replaceAll('"', '""')}"`, month, category, crimes].join(',')
			)
		)
		.join('\n') + '\n';

/** An answer that is not a list of crimes is none of this service's. */
export function asCrimes(answer: unknown): Crime[] | undefined {
	if (!Array.isArray(answer)) return undefined;
	const isCrime = (one: unknown): one is Crime =>
		typeof one === 'object' && one !== null && 'category' in one && 'month' in one;
	return answer.every(isCrime) ? answer : undefined;
}
