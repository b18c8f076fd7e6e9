import type { Overlap } from '../../domain/aggregate/aggregate.ts';
import { WALSALL } from '../../domain/area.ts';
import type { Comparators, Read, Rows } from './open-data.ts';

// Which neighbourhoods make up which larger area. Every local figure that has counts is built from
// neighbourhoods through these overlaps; nothing is ever spread from the borough down.

export type Neighbourhood = [code: string, name: string, msoa: string, ward2004: string];
export type Msoa = [code: string, name: string, place: string];
export type FormerWard = [code: string, name: string, locality: string, evidence: string];
export type Ward = [code: string, name: string, mainLocality: string, share: number];
export type NeighbourhoodShare = [lsoa: string, ward: string, share: number, bestFit: boolean];
export type WardShare = [ward2004: string, ward2026: string, outputAreas: number, share: number];

export interface Lookups {
	neighbourhoods: Neighbourhood[];
	msoas: Msoa[];
	formerWards: FormerWard[];
	wards: Ward[];
	neighbourhoodShares: NeighbourhoodShare[];
	wardShares: WardShare[];
	comparators: Comparators;
}

export function readLookups(read: Read): Lookups {
	const rows = <T extends unknown[]>(name: string) => read<Rows<T>>(`lookups/${name}.json`).rows;
	return {
		neighbourhoods: rows('neighbourhoods'),
		msoas: rows('msoas'),
		formerWards: rows('wards-2004'),
		wards: rows('wards-2026'),
		neighbourhoodShares: rows('neighbourhoods-wards-2026'),
		wardShares: rows('wards-2004-2026'),
		comparators: read('lookups/comparators.json')
	};
}

/** One way of building areas from neighbourhoods. */
export interface Building {
	overlaps: Overlap[];
	/** Split neighbourhoods are shared out, so every figure is an estimate. */
	estimated: boolean;
}

/** Former wards, localities, MSOAs and the borough by whole neighbourhoods; new wards by shares. */
export function buildings(lookups: Lookups): Building[] {
	const locality = new Map(lookups.formerWards.map(([code, , place]) => [code, place]));
	const whole = (target: (row: Neighbourhood) => string): Building => ({
		estimated: false,
		overlaps: lookups.neighbourhoods.map((row) => ({
			source: row[0],
			target: target(row),
			weight: 1
		}))
	});
	return [
		whole(([, , , ward]) => ward),
		whole(([, , , ward]) => localityOf(locality, ward)),
		whole(([, , msoa]) => msoa),
		whole(() => WALSALL),
		{
			estimated: true,
			overlaps: lookups.neighbourhoodShares.map(([source, target, weight]) => ({
				source,
				target,
				weight
			}))
		}
	];
}

function localityOf(localities: ReadonlyMap<string, string>, ward: string): string {
	const found = localities.get(ward);
	if (!found) throw new Error(`former ward ${ward} has no locality in wards-2004.json`);
	return found;
}
