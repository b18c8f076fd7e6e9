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
		const numbers = sheet.body.flatMap(({ cells }) => {
			const cell = readCell(cells[at] ?? '', context.marks);
			return cell.kind === 'number' ? [cell] : [];
		});
		const areShares =
			numbers.length > 0 &&
			numbers.every(({ value, isPercent }) => !isPercent && value >= 0 && value <= 1) &&
			numbers.some(({ value }) => !Number.isInteger(value));
		return areShares && only.length > 0 ? [at] : [];
	});
	return new Set(found);
}
