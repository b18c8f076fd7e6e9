import { LOCALITIES, MSOAS, NEIGHBOURHOODS, WARDS_BEFORE, WARDS_NOW } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { value, type Unit } from '$lib/domain/format.ts';
import { CHANGE_WORDS } from '$lib/domain/import/difference.ts';
import type { Painted } from '$lib/map/choropleth.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as differences from '$lib/server/db/import-differences.ts';
import type { Compared } from '$lib/server/db/import-differences.ts';
import * as figures from '$lib/server/figures.ts';
import { shapesOf } from '../../geo/shapes.ts';
import type { ShownGroup } from './shape.ts';

const MOST_ROWS = 300;
const MAPPED = [WARDS_NOW, NEIGHBOURHOODS, LOCALITIES, WARDS_BEFORE, MSOAS];
/** Dark is what changes most. */
const LOOKS = { changed: 5, new: 3, same: 1 } as const;

/** One indicator and period of an import beside what is held: a table, and a map where areas have one. */
export async function groupShown(db: Db, at: string, id: string, shown: ShownGroup) {
	const { indicator, period } = shown;
	const of = { indicator: indicator.code, period: period.id };
	const [rows, vintages, held] = await Promise.all([
		differences.ofGroup(db, id, { ...of, limit: MOST_ROWS + 1 }),
		differences.vintages(db, id, of.indicator, of.period),
		figures.held(db, at, { indicators: [of.indicator], periods: [of.period] })
	]);
	const before = new Map(held.map((figure) => [`${figure.area} ${figure.breakdown}`, figure]));
	const vintage = MAPPED.find((one) => vintages.includes(one));
	return {
		code: indicator.code,
		title: indicator.title,
		period: period.label,
		rows: rows.slice(0, MOST_ROWS).map((row) => line(row, before, indicator)),
		isCut: rows.length > MOST_ROWS,
		map: vintage ? await mapOf(db, id, { ...of, vintage }, indicator) : undefined
	};
}

function line(row: Compared, before: ReadonlyMap<string, Figure>, unit: Unit) {
	return {
		row: row.row,
		area: row.areaName,
		code: row.area,
		group: row.breakdown === 'all' ? 'Everyone' : row.breakdown,
		held:
			row.change === 'new'
				? 'Nothing held'
				: said(before.get(`${row.area} ${row.breakdown}`), unit),
		comes: comes(row, unit),
		change: CHANGE_WORDS[row.change],
		isChanged: row.change === 'changed'
	};
}

/** What is held as a reader may see it. */
function said(figure: Figure | undefined, unit: Unit): string {
	if (!figure) return 'Held, not shown here';
	return comes(figure, unit);
}

/** With its counts: they may change where the percentage prints the same. */
function comes(
	{
		state,
		value: number,
		numerator,
		denominator
	}: Pick<Figure, 'state' | 'value' | 'numerator' | 'denominator'>,
	unit: Unit
): string {
	if (state !== 'known' || number === null) return state;
	const counts =
		numerator !== null && denominator !== null ? ` (${numerator} of ${denominator})` : '';
	return `${value(number, unit)}${counts}`;
}

async function mapOf(
	db: Db,
	id: string,
	of: { indicator: string; period: string; vintage: string },
	unit: Unit
) {
	const [shapes, rows] = await Promise.all([
		shapesOf(db, of.vintage),
		differences.ofGroup(db, id, { ...of, limit: 1000 })
	]);
	if (!shapes) return undefined;
	const everyone = rows.filter(({ breakdown }) => breakdown === 'all');
	const values: Record<string, Painted> = Object.fromEntries(
		everyone.map((row) => [
			row.area,
			{
				look: LOOKS[row.change],
				label: `${row.areaName}: ${CHANGE_WORDS[row.change]}, ${comes(row, unit)}`
			}
		])
	);
	const number = (change: Compared['change']) =>
		everyone.filter((row) => row.change === change).length;
	return {
		shapes,
		values,
		sentence: `${number('changed')} areas change, ${number('new')} are new, ${number('same')} stay the same. ${Math.max(0, shapes.codes.length - everyone.length)} are not in the file.`
	};
}
