import type { Polarity } from '$lib/domain/indicator.ts';
import type { MovementOutcome } from '$lib/domain/judgement.ts';
import type { ProfileRow } from '$lib/domain/profile/rows.ts';
import type { Cell } from '$lib/ui/table.ts';
import { unitNote } from '../indicators/line.ts';
import { figureCell } from '../places/cells.ts';
import type { Column } from '../places/columns.ts';

// One tile for each proposed indicator with figures: the latest value, the comparators chosen in the
// address, whether it moved.

export interface Tile {
	code: string;
	title: string;
	/** One line, or one for each sex. */
	lines: {
		label: string | null;
		own: Cell;
		note: string;
		others: { label: string; cell: Cell }[];
		movement: { outcome: MovementOutcome; polarity: Polarity } | null;
		/** Direction of a complete count, which is not tested. */
		words: string | null;
	}[];
}

export function tiles(
	rows: readonly ProfileRow[],
	beside: readonly Column[],
	wordsOf: (row: ProfileRow) => string | undefined
): Tile[] {
	const proposed = rows.filter(({ indicator }) => indicator.kind === 'catalogue');
	return [...Map.groupBy(proposed, ({ indicator }) => indicator.code)].flatMap(([code, own]) => {
		const first = own[0];
		if (!first) return [];
		return [
			{
				code,
				title: first.indicator.title,
				lines: own.map((row) => line(row, beside, wordsOf(row)))
			}
		];
	});
}

function line(
	row: ProfileRow,
	beside: readonly Column[],
	words: string | undefined
): Tile['lines'][number] {
	const { indicator, figure, label, period, movement } = row;
	return {
		label,
		own: figureCell(figure, indicator),
		note: [unitNote(indicator), period.label].filter(Boolean).join(', '),
		others: beside.map((column) => ({ label: column.label, cell: column.cellOf(row) })),
		words: words ?? null,
		movement:
			movement && movement.outcome !== 'cannot tell'
				? { outcome: movement.outcome, polarity: indicator.polarity }
				: null
	};
}
