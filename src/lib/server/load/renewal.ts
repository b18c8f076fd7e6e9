import type { ObservationRow } from './observation.ts';

// What new open data change among the figures held. A figure that was entered or replaced here since
// the load is not ours to change.

/** A figure held now; `isOurs` = it came with open data. */
export type HeldRow = ObservationRow & { id: number; isOurs: boolean };

export interface Renewal {
	/** Rows to add: figures never held, and figures that differ from what was held. */
	fresh: ObservationRow[];
	revised: ObservationRow[];
	/** Rows that are no longer held: the old values of the revised, and figures gone from the data. */
	closed: number[];
	gone: number;
	/** Figures left alone because they were entered or replaced here. */
	kept: number;
}

const keyOf = ({ indicator, area, period, breakdown }: ObservationRow): string =>
	[indicator, area, period, breakdown].join(' ');

const numbers = ['value', 'numerator', 'denominator', 'lower', 'upper', 'state'] as const;
const rest = ['version', 'provisional', 'estimated', 'small_base', 'note', 'source_id'] as const;

/** Compares the figures of the open data with those held at present. */
export function renewal(given: readonly ObservationRow[], held: readonly HeldRow[]): Renewal {
	const before = new Map(held.map((row) => [keyOf(row), row]));
	const keys = new Set(given.map(keyOf));
	const gone = held.filter((row) => row.isOurs && !keys.has(keyOf(row)));
	const found: Renewal = { fresh: [], revised: [], closed: [], gone: gone.length, kept: 0 };
	found.closed.push(...gone.map(({ id }) => id));
	for (const row of given) {
		const old = before.get(keyOf(row));
		if (!old) found.fresh.push(row);
		else if (same(row, old, [...numbers, ...rest])) continue;
		else if (!old.isOurs) found.kept++;
		else {
			found.closed.push(old.id);
			// Another note is no other figure.
			const revised = same(row, old, numbers) ? (old.revised ?? false) : true;
			found.revised.push({ ...row, revised });
		}
	}
	return found;
}

const same = (a: ObservationRow, b: ObservationRow, columns: readonly (keyof ObservationRow)[]) =>
	columns.every((column) => a[column] === b[column]);
