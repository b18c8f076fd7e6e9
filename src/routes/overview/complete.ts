import type { Movement } from '$lib/domain/judgement.ts';
import { pointsOf, type Point } from '$lib/charts/series.ts';
import { inWords } from '$lib/domain/overview/in-words.ts';
import { midYear } from '$lib/domain/period.ts';
import type { Held, ProfileRow } from '$lib/domain/profile/rows.ts';
import type { Cell } from '$lib/ui/table.ts';
import { unitNote } from '../indicators/line.ts';
import { figureCell } from '../places/cells.ts';
import type { Column } from '../places/columns.ts';

// Complete counts: series without a sampling margin. We describe their direction and test nothing.

export interface Complete {
	code: string;
	title: string;
	note: string;
	own: Cell;
	others: { label: string; cell: Cell }[];
	points: Point[];
	breaks: number[];
	words: string;
}

/** A shorter series says little about direction. */
const LEAST = 3;

export function complete(
	rows: readonly ProfileRow[],
	beside: readonly Column[],
	{ held, breaks }: { held: Held; breaks: readonly { indicator: string; starts: string }[] }
): Complete[] {
	return rows.flatMap((row) => {
		const { indicator, figure, period, series } = row;
		const known = series.filter(({ value }) => value !== null);
		if (known.length < LEAST) return [];
		const words = directionOf(row, held);
		if (!words) return [];
		return [
			{
				code: indicator.code,
				title: indicator.title,
				note: [unitNote(indicator), period.label].filter(Boolean).join(', '),
				own: figureCell(figure, indicator),
				others: beside.map((column) => ({ label: column.label, cell: column.cellOf(row) })),
				points: pointsOf(series, held.periods),
				breaks: breaks
					.filter((one) => one.indicator === indicator.code)
					.map(({ starts }) => midYear({ starts, ends: starts })),
				words
			}
		];
	});
}

/** Which way a complete count went; undefined for figures with a margin, which are tested. */
export function directionOf({ indicator, figure }: ProfileRow, held: Held): string | undefined {
	if (indicator.intervalMethod !== 'none') return undefined;
	const movements = held.judgements.filter(
		(one): one is Movement =>
			one.kind === 'movement' &&
			one.area === figure.area &&
			one.indicator === indicator.code &&
			one.breakdown === figure.breakdown
	);
	return inWords(movements, held.periods);
}
