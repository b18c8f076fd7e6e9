import { readCell } from './cell.ts';
import type { Column } from './columns.ts';
import type { ImportContext } from './record.ts';
import type { Sheet } from './sheet.ts';

/** Columns of a percentage in which every figure is between 0 and 1, and not all are whole. */
export function fractionsIn(
	sheet: Sheet,
	columns: readonly Column[],
	context: ImportContext
): Set<number> {
	const only = [...new Set([...context.indicators.values()])].filter(
		({ code }) => columns.some(({ indicator }) => indicator === code) || code === context.indicator
	);
	const mayBePercent = only.length === 0 || only.every(({ rule }) => rule.valueKind === 'percent');
	const found = columns.flatMap((column, at) => {
		if (column.role !== 'value' || !mayBePercent) return [];
		return only.length > 0 && areShares(sheet, at, context) ? [at] : [];
	});
	return new Set(found);
}

/** Most columns are told by their first rows. */
function areShares({ body }: Sheet, at: number, { marks }: ImportContext): boolean {
	let isBroken = false;
	for (const { cells } of body) {
		const cell = readCell(cells[at] ?? '', marks);
		if (cell.kind !== 'number') continue;
		if (cell.isPercent || cell.value < 0 || cell.value > 1) return false;
		isBroken ||= !Number.isInteger(cell.value);
	}
	return isBroken;
}
