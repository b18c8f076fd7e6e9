import type { Neighbours } from '../spatial/neighbours.ts';
import type { Tables } from './measure.ts';

/** Everything a recipe is run on. Lists are in the order of `codes`. */
export interface Inputs {
	codes: string[];
	tables: Tables;
	/** Tables of published scores, which redraws leave alone. */
	scoreTables: ReadonlySet<string>;
	/** Queen neighbours, and the 6 nearest by distance in British National Grid metres. */
	neighbours: Neighbours;
	nearest: Neighbours;
	/** Touches the borough boundary. */
	edge: boolean[];
	/** Larger areas: their summed tables and neighbours, and the one each neighbourhood lies in. */
	communities: { tables: Tables; neighbours: Neighbours; of: number[] };
	/** The same with the neighbourhoods just outside: the borough's own first, the ring after them. */
	ring?: { codes: string[]; tables: Tables; neighbours: Neighbours; nearest: Neighbours };
}

/** What is tested on: the borough and its ring where that is loaded, else the borough alone. */
export function widest(inputs: Inputs) {
	const { tables, neighbours, nearest } = inputs.ring ?? inputs;
	return { tables, neighbours, nearest, inside: inputs.codes.length };
}
