import { ENGLAND, WALSALL, WEST_MIDLANDS } from '$lib/domain/area.ts';
import { type Group, groupsOf, period, seriesOf } from '$lib/domain/evidence.ts';
import { startingPoint } from '$lib/domain/period.ts';
import type { Comparator } from '$lib/domain/selection.ts';
import { similarPoints } from '$lib/charts/indicator/trend-chart.ts';
import { wordsOf } from '$lib/charts/indicator/within-chart.ts';
import { type Gathered, sets } from './gather.ts';

// What a reader can choose on the page: only what there are figures for.

export interface Choices {
	compare: Comparator[];
	offered: Comparator[];
	/** Groups to choose from, when there is no figure for everyone. */
	groups: { shown: string | null; all: Pick<Group, 'id' | 'label'>[] } | null;
	areas: { shown: string; all: { id: string; label: string }[] } | null;
}

const labels: Record<string, string> = {
	'wards-2026': 'Wards now',
	'wards-2004': 'Wards until May 2026',
	'lsoa-2021': 'Neighbourhoods'
};

export function choices(gathered: Gathered): Choices {
	const { evidence, group, compare, within } = gathered;
	const groups = groupsOf(evidence);
	const held = sets.filter((set) => evidence.vintages.includes(set));
	return {
		compare,
		offered: offered(gathered),
		groups:
			groups.length > 1
				? { shown: group?.id ?? null, all: groups.map(({ id, label }) => ({ id, label })) }
				: null,
		areas:
			within && held.length > 1
				? {
						shown: within.vintage,
						all: held.map((id) => ({ id, label: labels[id] ?? wordsOf(id).many }))
					}
				: null
	};
}

function offered({ evidence, group, within }: Gathered): Comparator[] {
	if (!group) return groupsOf(evidence).length > 0 ? ['england'] : [];
	const has = (area: string) => seriesOf(evidence, area, group.id).length > 0;
	const known = seriesOf(evidence, WALSALL, group.id).filter(({ value }) => value !== null);
	const periods = known.map((figure) => period(evidence, figure.period));
	const can: Record<Comparator, boolean> = {
		england: has(ENGLAND),
		region: has(WEST_MIDLANDS),
		similar: similarPoints(evidence, group.id).length > 0,
		borough: within !== undefined,
		start: known.length > 1 && startingPoint(periods) !== undefined
	};
	return (Object.keys(can) as Comparator[]).filter((comparator) => can[comparator]);
}
