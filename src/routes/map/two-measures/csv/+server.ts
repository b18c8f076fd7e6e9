import { error } from '@sveltejs/kit';
import { NEIGHBOURHOODS } from '$lib/domain/area.ts';
import { bivariate, type Bivariate, type Pair, thirdWords } from '$lib/domain/spatial/bivariate.ts';
import { type Column, table, tidy } from '$lib/domain/table.ts';
import * as areas from '$lib/server/db/areas.ts';
import { optional, required } from '$lib/server/export/tables/columns.ts';
import { chosen, pairsOf } from '../pairs.ts';
import { csvFile } from '../../../data/saved-file.ts';
import type { RequestHandler } from './$types';

/** The table of the page as a file: both figures of every neighbourhood, and the third each is in. */
export const GET: RequestHandler = async ({ locals: { db, edition }, url }) => {
	const at = edition.publishedAt;
	const [{ x, y, unknown }, places] = await Promise.all([
		chosen(db, at, url.searchParams),
		areas.ofVintage(db, NEIGHBOURHOODS)
	]);
	if (!x || !y || unknown.length > 0) {
		error(404, 'A measure in the address has no figures by neighbourhood. See /map/two-measures.');
	}
	const { pairs } = await pairsOf(db, at, x, y);
	const columns = columnsOf({ x: x.title, y: y.title }, pairs, bivariate(pairs));
	const name = `${x.code}-${y.code}-lsoa`.toLowerCase();
	return csvFile(table(columns, places, ['area_code']), name);
};

type Place = { code: string; name: string };

function columnsOf(
	titles: Record<'x' | 'y', string>,
	pairs: readonly Pair[],
	{ thirds }: Bivariate
): Column<Place>[] {
	const byCode = new Map(pairs.map((pair) => [pair.area, pair]));
	const figure = (axis: 'x' | 'y') =>
		optional<Place>(
			[axis, titles[axis], titles[axis]],
			({ code }) => tidy(byCode.get(code)?.[axis] ?? null),
			'number'
		);
	const third = (axis: 'x' | 'y') =>
		optional<Place>(
			[`third_${axis}`, `Third: ${titles[axis]}`, 'Third of the neighbourhoods'],
			({ code }) => {
				const of = thirds.get(code);
				return of ? thirdWords[of[axis]] : null;
			}
		);
	return [
		required<Place>(['area_code', 'Area code', 'Neighbourhood (LSOA 2021)'], ({ code }) => code),
		required<Place>(['area', 'Area', 'Name of the neighbourhood'], ({ name }) => name),
		...(['x', 'y'] as const).flatMap((axis) => [figure(axis), third(axis)])
	];
}
