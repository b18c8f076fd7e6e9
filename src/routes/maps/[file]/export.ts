import { frameSvg } from '$lib/charts/frame.ts';
import type { Edition } from '$lib/domain/edition.ts';
import { date } from '$lib/domain/format.ts';
import type { Comparator } from '$lib/domain/selection.ts';
import { picture } from '$lib/map/picture.ts';
import type { Db } from '$lib/server/db/client.ts';
import { ATTRIBUTION } from '$lib/server/export/licence.ts';
import type { Asked } from '../../map/asked.ts';
import { mapOr404, outlinesOf } from '../../map/map-of.ts';

/** The map of a view as one SVG file with its title, key, notes, source, licence and as-at date. */
export async function exportOf(
	db: Db,
	edition: Edition,
	ask: Asked & { indicator: string; compare: readonly Comparator[] }
): Promise<{ svg: string; name: string }> {
	const map = await mapOr404(db, edition.publishedAt, ask);
	const { indicator, geography, period, columns } = map;
	const { areas, localities } = await outlinesOf(db, geography.vintage);
	const body = picture({
		areas,
		localities: geography.by === 'locality' ? areas : localities,
		looks: new Map(columns.code.map((code, i) => [code, columns.look[i] ?? 'none'])),
		classes: map.histogram?.classes ?? [],
		unit: indicator.unit,
		benchmarks: map.benchmarks.filter(({ key }) => ask.compare.includes(key))
	});
	const svg = frameSvg({
		title: `${indicator.title}, by ${geography.one}`,
		subtitle: `${indicator.definition.replace(/\.$/, '')}, ${period.label}. ${map.lead}`,
		body,
		notes: [map.breaks, ...map.notes, `Source: ${map.credits.join('; ')}.`, ATTRIBUTION],
		asAt: date(edition.publishedAt)
	});
	return { svg, name: `${indicator.code}-${geography.by}-${period.id}`.toLowerCase() };
}
