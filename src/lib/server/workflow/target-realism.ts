import { pointOf, type Point } from '../../domain/judgement/point.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { compare } from '../../domain/period.ts';
import { realismSentence } from '../../domain/sentence/realism.ts';
import type { Sentence } from '../../domain/sentence/sentence.ts';
import type { Target } from '../../domain/target.ts';
import { slopeHistory, slopeNeeded, smallestVisible } from '../../domain/target/realism.ts';
import * as areas from '../db/areas.ts';
import type { Db } from '../db/client.ts';
import * as editions from '../db/editions.ts';
import * as indicators from '../db/indicators.ts';
import * as periods from '../db/periods.ts';
import * as figures from '../figures.ts';

/** The slope a target needs, how often one has happened here and elsewhere, and what could be seen. */
export async function realismOf(
	db: Db,
	indicator: Indicator,
	target: Target
): Promise<Sentence | undefined> {
	const slope = slopeNeeded(target);
	const { baseline, area, breakdown } = target;
	if (!slope || !baseline) return undefined;
	const { code } = indicator;
	const at = (await editions.all(db)).at(-1)?.publishedAt ?? new Date(0).toISOString();
	const [similar, place, times, breaks] = await Promise.all([
		areas.comparatorSet(db, 'similar'),
		areas.byCode(db, area),
		periods.all(db),
		indicators.breaks(db, code)
	]);
	const held = await figures.held(db, at, {
		...{ indicators: [code], breakdowns: [breakdown] },
		areas: [area, ...similar.map((one) => one.code)]
	});
	const series = [...Map.groupBy(held, (figure) => figure.area)].map(([of, own]) => ({
		area: of,
		points: own
			.flatMap((figure) => pointOf(figure, times.get(figure.period)) ?? [])
			.sort((a, b) => compare(a.period, b.period))
	}));
	const starts = breaks.map(({ starts: day }) => day);
	const point = series
		.find((one) => one.area === area)
		?.points.find((one: Point) => one.period.id === baseline.period.id);
	return realismSentence(
		{
			...{ slope, place: place?.name ?? area },
			history: slopeHistory(slope, area, series, starts),
			visible: point && smallestVisible(point, indicator, slope.change)
		},
		indicator
	);
}
