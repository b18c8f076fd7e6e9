import type { Area } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import type { Series } from './judged-series.ts';

/** Known figures by area and breakdown. */
export function seriesOf(known: readonly Figure[], byArea: ReadonlyMap<string, Area>): Series[] {
	const groups = Map.groupBy(known, ({ area, breakdown }) => `${area} ${breakdown}`);
	return [...groups.values()].flatMap((list) => {
		const first = list[0];
		const area = first && byArea.get(first.area);
		return area ? [{ area, breakdown: first.breakdown, figures: list }] : [];
	});
}
