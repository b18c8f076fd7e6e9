import { median } from 'd3';
import { type Area, ENGLAND, WALSALL, WEST_MIDLANDS } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { value } from '$lib/domain/format.ts';
import { startingPoint } from '$lib/domain/period.ts';
import type { Held, ProfileRow } from '$lib/domain/profile/rows.ts';
import { type Comparator, comparatorWords } from '$lib/domain/selection.ts';
import type { Cell } from '$lib/ui/table.ts';
import { figureCell } from './cells.ts';

// The columns beside a place's own: the comparators that the reader chose, as far as they mean something
// for a place of its size.

export interface Column {
	key: Comparator;
	label: string;
	cellOf: (row: ProfileRow) => Cell;
}

/** Similar areas are boroughs, and only the borough has long series. */
export function offered(area: Area): readonly Comparator[] {
	return area.code === WALSALL
		? ['england', 'region', 'similar', 'start']
		: ['england', 'region', 'borough'];
}

interface From {
	similar: readonly string[];
	periods: Held['periods'];
}

export function columns(area: Area, chosen: readonly Comparator[], from: From): Column[] {
	const order: readonly Comparator[] = ['borough', 'england', 'region', 'similar', 'start'];
	const shown = offered(area).filter((one) => chosen.includes(one));
	return order.filter((one) => shown.includes(one)).map((one) => column(one, from));
}

function column(key: Comparator, { similar, periods }: From): Column {
	switch (key) {
		case 'borough':
			return one(key, 'Walsall', (row) => row.others.get(WALSALL));
		case 'england':
			return one(key, comparatorWords.england, (row) => row.others.get(ENGLAND));
		case 'region':
			return one(key, comparatorWords.region, (row) => row.others.get(WEST_MIDLANDS));
		case 'start':
			return {
				key,
				label: comparatorWords.start,
				cellOf: (row) => startCell(row, periods)
			};
		case 'similar':
			return {
				key,
				label: 'Similar areas, middle one',
				cellOf: (row) => similarCell(row, similar)
			};
		default:
			throw new Error(`unknown comparator: ${key satisfies never}`);
	}
}

function one(key: Comparator, label: string, of: (row: ProfileRow) => Figure | undefined): Column {
	return { key, label, cellOf: (row) => figureCell(of(row), row.indicator) };
}

function startCell(row: ProfileRow, periods: Held['periods']): Cell {
	const known = row.series.filter((figure) => figure.value !== null);
	const start = startingPoint(known.flatMap(({ period }) => periods.get(period) ?? []));
	const figure = known.find(({ period }) => period === start?.id);
	if (!start || !figure) return { text: 'None' };
	return { ...figureCell(figure, row.indicator), note: start.label };
}

function similarCell(row: ProfileRow, codes: readonly string[]): Cell {
	const values = codes.flatMap((code) => row.others.get(code)?.value ?? []).sort((a, b) => a - b);
	const [low, high] = [values[0], values.at(-1)];
	if (low === undefined || high === undefined) return { text: 'No figure' };
	const unit = row.indicator;
	return {
		text: value(median(values) ?? low, unit),
		note: `${values.length} areas: ${value(low, unit)} to ${value(high, unit)}`
	};
}
