import type { StoredArea } from '$lib/domain/coldspot/stored.ts';
import { names, parents, type Places } from './places.ts';

// Every neighbourhood by place: locality, then name. Never by score: it is not a ranking.

export interface Listed {
	code: string;
	name: string;
	/** House of Commons Library name of the community area, where there is one. */
	note: string | null;
	ward: string;
	label: StoredArea['label'];
	confidence: StoredArea['confidence'];
	heldShare: number;
	edge: boolean;
	withoutEdge: StoredArea['labelWithoutEdge'];
	withoutRing: StoredArea['profile']['withoutRing'];
}

export interface Group {
	locality: string;
	areas: Listed[];
}

export function list(results: ReadonlyMap<string, StoredArea>, places: Places): Group[] {
	const locality = parents(places.links.toLocality);
	const ward = parents(places.links.toNow);
	const wardNames = names(places.wards);
	return places.localities.map(({ code: parent, name }) => ({
		locality: name,
		areas: places.neighbourhoods
			.filter(({ code }) => locality.get(code) === parent && results.has(code))
			.map(({ code, name, note }) => {
				const result = results.get(code) as StoredArea;
				return {
					code,
					name,
					note,
					ward: wardNames.get(ward.get(code) ?? '') ?? '',
					label: result.label,
					confidence: result.confidence,
					heldShare: result.heldShare,
					edge: result.edge,
					withoutEdge: result.labelWithoutEdge,
					withoutRing: result.profile.withoutRing
				};
			})
	}));
}
