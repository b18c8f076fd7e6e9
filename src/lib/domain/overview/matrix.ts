import type { Figure } from '../disclosure/gate.ts';
import type { Indicator } from '../indicator.ts';
import type { Movement } from '../judgement.ts';
import { type Direction, directionOf } from '../movement.ts';
import { furthest } from '../profile/rows.ts';
import type { Period } from '../period.ts';
import type { Theme } from '../theme.ts';

// Theme by place: how many measures have figures there, and what has moved. While no target exists
// there is nothing to be on or off, so a cell shows movement and availability only.

export interface MatrixRow {
	theme: Theme;
	/** Measures of the theme: proposed, and context measures beside them. */
	proposed: number;
	context: number;
	cells: Cell[];
}

export interface Cell {
	area: string;
	/** Measures of the theme with a figure here. */
	filled: number;
	/** The same measures by the direction of their movement. */
	moved: Record<Direction, number>;
	/** No figure here although the borough has some. */
	isBoroughOnly: boolean;
}

export interface Held {
	catalogue: readonly Indicator[];
	themes: readonly Theme[];
	/** Latest figures of the places. */
	figures: readonly Figure[];
	movements: readonly Movement[];
	periods: ReadonlyMap<string, Period>;
}

/** `areas`: the borough first, then its parts. */
export function matrix(areas: readonly string[], held: Held): MatrixRow[] {
	const filled = new Set(held.figures.map(({ indicator, area }) => `${indicator} ${area}`));
	const movements = Map.groupBy(held.movements, ({ indicator, area }) => `${indicator} ${area}`);
	const directionsOf = (code: string, area: string): Direction => {
		const own = movements.get(`${code} ${area}`) ?? [];
		const series = [...Map.groupBy(own, ({ breakdown }) => breakdown).values()];
		const found = series.flatMap((one) => furthest(one, held.periods) ?? []);
		return strongest(found.map(({ outcome }) => directionOf(outcome)));
	};
	return held.themes.map((theme) => {
		const own = held.catalogue.filter(({ themes }) => themes.includes(theme.code));
		const codes = own.map(({ code }) => code);
		const borough = codes.filter((code) => filled.has(`${code} ${areas[0]}`)).length;
		return {
			theme,
			proposed: own.filter(({ kind }) => kind === 'catalogue').length,
			context: own.filter(({ kind }) => kind === 'context').length,
			cells: areas.map((area) => {
				const here = codes.filter((code) => filled.has(`${code} ${area}`));
				const moved = { up: 0, down: 0, none: 0, unknown: 0 };
				for (const code of here) moved[directionsOf(code, area)]++;
				return {
					area,
					filled: here.length,
					moved,
					isBoroughOnly: here.length === 0 && borough > 0
				};
			})
		};
	});
}

/** A measure of two sexes counts once: as moved if either series has clearly moved. */
function strongest(directions: readonly Direction[]): Direction {
	for (const direction of ['up', 'down', 'none'] as const) {
		if (directions.includes(direction)) return direction;
	}
	return 'unknown';
}
