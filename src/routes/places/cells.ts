import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { type Unit, value } from '$lib/domain/format.ts';
import { stateCodes, stateWords } from '$lib/domain/observation.ts';
import type { Cell } from '$lib/ui/table.ts';

// One figure as the cell of a table: the value with its flags, or the words for its kind of missing.

export function figureCell(figure: Figure | undefined, unit: Unit): Cell {
	if (!figure) return { text: 'No figure' };
	if (figure.value === null) {
		return { text: stateWords[figure.state], code: stateCodes[figure.state] };
	}
	return { text: value(figure.value, unit), flags: figure.flags };
}

/** "4.1% to 4.5%": the 95% range; null where the figure has none. */
export function rangeOf({ lower, upper }: Figure, unit: Unit): string | null {
	if (lower === null || upper === null) return null;
	return `${value(lower, unit)} to ${value(upper, unit)}`;
}
