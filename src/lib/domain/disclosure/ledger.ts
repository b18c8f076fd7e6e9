// All that was ever published of one indicator as one system of cells and sums: every edition, place,
// group and period, and what is left over in each sum ("no postcode", the step of a running total).
import type { Protection } from './gate.ts';
import { isSmall, type Rule } from './rule.ts';
import type { Relation, Structure } from './structure.ts';
import type { Sum, System } from './system.ts';

/** A count of people (or a share's numerator and denominator) in the span in which it is held. */
export interface CountRow {
	id: number;
	area: string;
	period: string;
	breakdown: string;
	count: number | null;
	base: number | null;
	/** Instants, ISO; an open end is still held. */
	heldFrom: string;
	heldTo: string | null;
	/** Decided by an earlier publication; null = new. */
	protection: Protection | null;
	/** Never shown here whatever its size. */
	isBarred: boolean;
}

/** Numerators (or counts) and denominators are two systems over the same rows. */
export type Quantity = 'count' | 'base';

export interface Ledger {
	system: System;
	/** Left-over amounts that are small: not ours to hide, but not to be worked out either. */
	smallRests: ReadonlySet<string>;
}

/** A figure published again unchanged is the same cell; a revised one is another. */
export const cellOf = (row: CountRow, quantity: Quantity): string =>
	`${row.area} ${row.period} ${row.breakdown} = ${row[quantity]}`;

export function ledger(
	rows: readonly CountRow[],
	{ structure, rule }: { structure: Structure; rule: Rule },
	quantity: Quantity
): Ledger {
	const counted = rows.filter((row) => row[quantity] !== null);
	const cells = new Map(counted.map((row) => [cellOf(row, quantity), row[quantity] ?? 0]));
	const sums = new Map<string, Sum>();
	const smallRests = new Set<string>();
	const own = narrowed(structure, counted);
	for (const edition of editionsOf(counted)) {
		for (const { sum, rest } of sumsOf(edition, own, quantity)) {
			const name = `rest of ${sum.total}: ${sum.parts.join(' + ')}`;
			if (sums.has(name)) continue;
			sums.set(name, rest > 0 ? { ...sum, parts: [...sum.parts, name] } : sum);
			if (rest > 0) cells.set(name, rest);
			if (isSmall(rest, { ...rule, suppressZeros: false })) smallRests.add(name);
		}
	}
	return { system: { cells, sums: [...sums.values()] }, smallRests };
}

/** Only what these rows can fill: most tables hold a few of the places and periods there are. */
function narrowed(structure: Structure, rows: readonly CountRow[]): Structure {
	const within = (axis: keyof typeof axes) => {
		const held = new Set(rows.map((row) => row[axis]));
		return structure[axes[axis]]
			.filter(({ whole }) => held.has(whole))
			.map((relation) => ({ ...relation, parts: relation.parts.filter((part) => held.has(part)) }))
			.filter(({ parts }) => parts.length > 0);
	};
	return { areas: within('area'), breakdowns: within('breakdown'), periods: within('period') };
}

/** The rows held at each instant at which anything changed. */
function editionsOf(rows: readonly CountRow[]): CountRow[][] {
	const instants = [...new Set(rows.map(({ heldFrom }) => heldFrom))].sort();
	return instants.map((at) =>
		rows.filter(({ heldFrom, heldTo }) => heldFrom <= at && (heldTo === null || heldTo > at))
	);
}

type Place = Pick<CountRow, 'area' | 'breakdown' | 'period'>;
const keyOf = ({ area, breakdown, period }: Place) => `${area} ${breakdown} ${period}`;
const axes = { area: 'areas', breakdown: 'breakdowns', period: 'periods' } as const;

function sumsOf(
	rows: readonly CountRow[],
	structure: Structure,
	quantity: Quantity
): { sum: Sum; rest: number }[] {
	const byKey = new Map(rows.map((row) => [keyOf(row), row]));
	const value = (row: CountRow) => row[quantity] ?? 0;
	const found = (['area', 'breakdown', 'period'] as const).flatMap((axis) => {
		const relations = Map.groupBy(structure[axes[axis]], ({ whole }) => whole);
		return rows.flatMap((row) =>
			(relations.get(row[axis]) ?? []).map((relation: Relation) => {
				const parts = relation.parts.flatMap(
					(part) => byKey.get(keyOf({ ...row, [axis]: part })) ?? []
				);
				const rest = parts.reduce((left, part) => left - value(part), value(row));
				return { row, parts, rest, relation };
			})
		);
	});
	// Parts that exceed the whole (people counted twice) add up to nothing that an attacker could use.
	return found
		.filter(
			({ parts, rest, relation }) =>
				parts.length > 0 && (relation.onlyExact ? rest === 0 : rest >= 0)
		)
		.map(({ row, parts, rest }) => ({
			sum: { parts: parts.map((part) => cellOf(part, quantity)), total: cellOf(row, quantity) },
			rest
		}));
}
