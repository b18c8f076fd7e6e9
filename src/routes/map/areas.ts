import { count, type Unit, value } from '$lib/domain/format.ts';
import { flagWords, stateCodes, stateWords } from '$lib/domain/observation.ts';
import type { MapColumns } from './shape.ts';
import type { Said, Spots } from './spots.ts';

// One area of the columns, in words. Used by the list, the card, the map's tooltip and the table.

export interface AreaRow {
	code: string;
	name: string;
	locality: number;
	value: number | null;
	look: MapColumns['look'][number];
	/** Value with its unit, or the words and code for its kind of missing. */
	printed: string;
	flags: MapColumns['flags'][number];
	range: string;
	base: string;
	ward: string;
	split: string;
	compared: string;
	/** What the lens over the map says of it; nothing when none is shown. */
	said: Said | undefined;
}

export function rows(
	columns: MapColumns,
	unit: Unit,
	says: Spots['says'] | undefined = undefined
): AreaRow[] {
	return columns.code.map((code, i) => ({
		...row(columns, unit, { code, i }),
		said: says?.[code]
	}));
}

function row(columns: MapColumns, unit: Unit, { code, i }: { code: string; i: number }) {
	const own = columns.value[i] ?? null;
	const state = columns.state[i] ?? 'not collected';
	const [lower, upper] = [columns.lower[i] ?? null, columns.upper[i] ?? null];
	const [numerator, denominator] = [columns.numerator[i] ?? null, columns.denominator[i] ?? null];
	const isShare = unit.valueKind === 'percent' && numerator !== null && denominator !== null;
	return {
		code,
		name: columns.name[i] ?? code,
		locality: columns.locality[i] ?? -1,
		value: own,
		look: columns.look[i] ?? 'none',
		printed: own === null ? `${stateWords[state]} ${stateCodes[state]}` : value(own, unit),
		flags: columns.flags[i] ?? [],
		range: lower === null || upper === null ? '' : `${value(lower, unit)} to ${value(upper, unit)}`,
		base: isShare ? `${count(numerator)} of ${count(denominator)}` : '',
		ward: columns.ward[i] ?? '',
		split: columns.split[code] ?? '',
		compared: columns.compared[i] ?? ''
	};
}

/** "Palfrey 034B: 37.1%, estimated", and what the lens over the map says of it. */
export function spoken({ name, printed, flags, said }: AreaRow): string {
	const words = [printed.replace(/ \[.\]$/, ''), ...flags.map((flag) => flagWords[flag])];
	return `${name}: ${words.join(', ')}${said ? `. ${said.words}` : ''}`;
}

/** "Higher than Walsall, by more than chance would explain." Only from a stored comparison. */
export function comparedWords(compared: string): string {
	switch (compared) {
		case 'h':
			return 'Higher than Walsall, by more than chance would explain.';
		case 'l':
			return 'Lower than Walsall, by more than chance would explain.';
		case 's':
			return 'Similar to Walsall: a difference this small could be chance.';
		default:
			return 'Not tested against Walsall.';
	}
}

/** By place as given, or by value, highest first, areas without one last. */
export function sorted(all: readonly AreaRow[], by: 'place' | 'value'): AreaRow[] {
	if (by === 'place') return [...all];
	return [...all].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
}
