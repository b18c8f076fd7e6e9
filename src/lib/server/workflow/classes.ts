import { type Area, MSOAS, NEIGHBOURHOODS, WARDS_BEFORE, WARDS_NOW } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import { fisherJenks } from '../../domain/stats/breaks.ts';
import type { ClassBreaksTable } from '../db/schema.ts';

// Map classes of each geography, the same for every period, so that a colour means one thing.

const MAPPED = [WARDS_NOW, WARDS_BEFORE, NEIGHBOURHOODS, MSOAS];
const CLASSES = 5;

/** At most five natural classes (Fisher) over the values of all periods; no totals among them. */
export function classBreaks(
	indicator: string,
	figures: readonly Figure[],
	areas: ReadonlyMap<string, Area>
): Omit<ClassBreaksTable, 'version'>[] {
	return MAPPED.flatMap((vintage) => {
		const known = figures.filter(
			({ area, breakdown, value }) =>
				value !== null && breakdown === 'all' && areas.get(area)?.vintage === vintage
		);
		const breaks = fisherJenks(
			known.map(({ value }) => value),
			CLASSES
		);
		if (!breaks) return [];
		const periods = [...new Set(known.map(({ period }) => period))].sort();
		return {
			indicator,
			vintage,
			method: 'Fisher natural breaks',
			upper: breaks.upper,
			computed_on: `${known.length} values of ${periods.join(', ')}`
		};
	});
}
