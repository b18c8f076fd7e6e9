import { apportion, largestRemainder } from '../../domain/aggregate/aggregate.ts';
import { ENGLAND, WALSALL, WEST_MIDLANDS } from '../../domain/area.ts';
import { isNumber, sum } from '../../domain/number.ts';
import type { Building, Lookups } from './geography.ts';
import type { CensusTable, Columns } from './open-data.ts';
import type { ColumnSum } from './recipe.ts';

// Census counts for every area that has them: neighbourhoods as published, larger local areas as sums
// of neighbourhoods, districts as published, the region as the sum of its 30 districts.

export interface Count {
	/** Null = not collected. */
	value: number | null;
	estimated: boolean;
	/** Neighbourhoods of the area that have no count. */
	missing: number;
}

export function countsOf(
	table: CensusTable,
	columns: ColumnSum,
	lookups: Lookups,
	buildings: readonly Building[]
): Map<string, Count> {
	const counts = new Map<string, Count>();
	if (table.districts) {
		const districts = added(table.districts, columns);
		for (const [code, value] of wholeAreas(districts, lookups)) {
			counts.set(code, { value, estimated: false, missing: 0 });
		}
	}
	if (!table.neighbourhoods) return counts;
	const neighbourhoods = added(table.neighbourhoods, columns);
	for (const [code, value] of neighbourhoods) {
		counts.set(code, { value, estimated: false, missing: value === null ? 1 : 0 });
	}
	for (const building of buildings) {
		for (const [code, count] of built(neighbourhoods, building)) counts.set(code, count);
	}
	return counts;
}

function added({ codes, values }: Columns, { add, less = [] }: ColumnSum) {
	const of = (column: number, row: number) => values[column]?.[row];
	return new Map(
		codes.map((code, row) => {
			const plus = add.map((column) => of(column, row));
			const minus = less.map((column) => of(column, row));
			const known = plus.every(isNumber) && minus.every(isNumber);
			return [code, known ? sum(plus) - sum(minus) : null];
		})
	);
}

function built(neighbourhoods: ReadonlyMap<string, number | null>, building: Building) {
	const known = [...neighbourhoods].filter((entry): entry is [string, number] => entry[1] !== null);
	const values = apportion(Object.fromEntries(known), building.overlaps).target;
	const missing = new Map<string, number>();
	for (const { source, target } of building.overlaps) {
		if (neighbourhoods.get(source) === null) missing.set(target, (missing.get(target) ?? 0) + 1);
	}
	const codes = Object.keys(values);
	const numbers = codes.map((code) => values[code] ?? 0);
	// People and households come whole: an estimate keeps the total and has no fractions.
	const whole = building.estimated ? largestRemainder(numbers, Math.round(sum(numbers))) : numbers;
	return codes.map((code, i): [string, Count] => {
		const without = missing.get(code) ?? 0;
		const estimated = building.estimated || without > 0;
		return [code, { value: whole?.[i] ?? null, estimated, missing: without }];
	});
}

function wholeAreas(districts: ReadonlyMap<string, number | null>, { comparators }: Lookups) {
	const { neighbours, region, similar } = comparators;
	const named = [...neighbours, ...similar].map(([code]) => code);
	const regional = region.districts.map((code) => districts.get(code));
	const whole: [string, number | null][] = [
		[WEST_MIDLANDS, regional.every(isNumber) ? sum(regional) : null]
	];
	const shown = [ENGLAND, WALSALL, ...named].filter((code) => districts.has(code));
	return [...whole, ...shown.map((code) => [code, districts.get(code) ?? null] as const)];
}
