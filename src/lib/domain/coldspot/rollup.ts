// Findings by ward and locality: how many neighbourhoods, and what share of the residents. A larger
// area carries its neighbourhoods' findings; it is never tested itself.

import type { StoredArea } from './stored.ts';

export interface Rollup {
	parent: string;
	neighbourhoods: number;
	cold: number;
	possible: number;
	residents: number;
	/** Residents of the neighbourhoods found cold, as a share of the parent's. */
	residentsShare: number;
}

/** One row a parent, in the order in which parents first appear in `parentOf`. */
export function rollup(
	areas: Iterable<StoredArea>,
	parentOf: ReadonlyMap<string, string>,
	residents: ReadonlyMap<string, number>
): Map<string, Rollup> {
	const rows = new Map<string, Rollup>();
	const cold = new Map<string, number>();
	for (const parent of parentOf.values()) rows.set(parent, rows.get(parent) ?? empty(parent));
	for (const { area, label } of areas) {
		const parent = parentOf.get(area);
		const row = parent === undefined ? undefined : rows.get(parent);
		if (!row) continue;
		const people = residents.get(area) ?? 0;
		row.neighbourhoods++;
		row.residents += people;
		if (label === 'possible') row.possible++;
		if (label !== 'cold spot') continue;
		row.cold++;
		cold.set(row.parent, (cold.get(row.parent) ?? 0) + people);
	}
	for (const row of rows.values()) {
		row.residentsShare = row.residents > 0 ? (cold.get(row.parent) ?? 0) / row.residents : 0;
	}
	return rows;
}

const empty = (parent: string): Rollup => ({
	parent,
	neighbourhoods: 0,
	cold: 0,
	possible: 0,
	residents: 0,
	residentsShare: 0
});

/** "3 of 7 neighbourhoods, 41% of residents". */
export function rollupWords({ cold, neighbourhoods, residentsShare }: Rollup): string {
	if (cold === 0) return `none of ${neighbourhoods} neighbourhoods`;
	const share = Math.round(residentsShare * 100);
	return `${cold} of ${neighbourhoods} neighbourhoods, ${share}% of residents`;
}

export interface Agreement {
	both: number;
	onlyFirst: number;
	onlySecond: number;
	neither: number;
}

/** Where two lenses agree: counts of neighbourhoods found cold by both, by one, by neither. */
export function agreement(
	first: ReadonlyMap<string, StoredArea>,
	second: ReadonlyMap<string, StoredArea>
): Agreement {
	const result: Agreement = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
	for (const [code, { label }] of first) {
		const a = label === 'cold spot';
		const b = second.get(code)?.label === 'cold spot';
		result[a ? (b ? 'both' : 'onlyFirst') : b ? 'onlySecond' : 'neither']++;
	}
	return result;
}

/** Neighbourhoods whose label differs between two versions of a lens. */
export function changedLabels(
	before: ReadonlyMap<string, StoredArea>,
	after: ReadonlyMap<string, StoredArea>
): { area: string; before: string; after: string }[] {
	return [...after.values()].flatMap(({ area, label }) => {
		const old = before.get(area)?.label ?? 'not tested';
		return old === label ? [] : [{ area, before: old, after: label }];
	});
}
