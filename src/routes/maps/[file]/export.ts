import { frameSvg } from '$lib/charts/frame.ts';
import { NEIGHBOURHOODS } from '$lib/domain/area.ts';
import { PROMPT } from '$lib/domain/coldspot/standing.ts';
import type { Edition } from '$lib/domain/edition.ts';
import { date } from '$lib/domain/format.ts';
import type { Comparator } from '$lib/domain/selection.ts';
import { picture } from '$lib/map/picture.ts';
import type { Db } from '$lib/server/db/client.ts';
import { ATTRIBUTION } from '$lib/server/export/licence.ts';
import type { Asked } from '../../map/asked.ts';
import { mapOr404, outlinesOf } from '../../map/map-of.ts';
import type { Spots } from '../../map/spots.ts';

/** The map of a view as one SVG file with its title, key, notes, source, licence and as-at date. */
export async function exportOf(
	db: Db,
	edition: Edition,
	ask: Asked & { indicator: string; compare: readonly Comparator[] }
): Promise<{ svg: string; name: string }> {
	const map = await mapOr404(db, edition.publishedAt, ask);
	const { indicator, geography, period, columns } = map;
	const [{ areas, localities }, found] = await Promise.all([
		outlinesOf(db, geography.vintage),
		foundOutlines(db, map.spots)
	]);
	const body = picture({
		areas,
		localities: geography.by === 'locality' ? areas : localities,
		looks: new Map(columns.code.map((code, i) => [code, columns.look[i] ?? 'none'])),
		classes: map.histogram?.classes ?? [],
		unit: indicator.unit,
		benchmarks: map.benchmarks.filter(({ key }) => ask.compare.includes(key)),
		found
	});
	const svg = frameSvg({
		title: `${indicator.title}, by ${geography.one}`,
		subtitle: `${indicator.definition.replace(/\.$/, '')}, ${period.label}. ${map.lead}`,
		body,
		notes: [
			...standing(map.spots),
			map.breaks,
			...map.notes,
			`Source: ${map.credits.join('; ')}.`,
			ATTRIBUTION
		],
		asAt: date(edition.publishedAt),
		notice: edition.notice,
		illustrative: columns.flags.flat().includes('i')
	});
	return {
		svg,
		name: [indicator.code, geography.by, period.id, ...(map.spots ? [map.spots.lens] : [])]
			.join('-')
			.toLowerCase()
	};
}

/** A file with findings says what they are and that the method is a draft. */
const standing = (spots: Spots | null): string[] =>
	spots ? [`${spots.standing} ${spots.sentence} ${PROMPT}`] : [];

/** Outlines of the findings, from the drawing of neighbourhoods on the same sheet. */
async function foundOutlines(db: Db, spots: Spots | null) {
	if (!spots) return undefined;
	const { areas } = await outlinesOf(db, NEIGHBOURHOODS);
	const of = (codes: readonly string[]) => areas.filter(({ code }) => codes.includes(code));
	return { cold: of(spots.cold), possible: of(spots.possible), word: spots.word };
}
