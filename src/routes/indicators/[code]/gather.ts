import { LOCALITIES, NEIGHBOURHOODS, WARDS_BEFORE, WARDS_NOW } from '$lib/domain/area.ts';
import {
	type Evidence,
	type Group,
	groupsOf,
	shownGroup,
	type Within
} from '$lib/domain/evidence.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { type Comparator, readComparators } from '$lib/domain/selection.ts';
import { againstChart } from '$lib/charts/indicator/against-chart.ts';
import { controlOf } from '$lib/charts/indicator/control.ts';
import { gapChart } from '$lib/charts/indicator/gap-chart.ts';
import { groupCharts } from '$lib/charts/indicator/groups-chart.ts';
import { targetOf } from '$lib/charts/indicator/plan-data.ts';
import { trendChart } from '$lib/charts/indicator/trend-chart.ts';
import { withinChart } from '$lib/charts/indicator/within-chart.ts';
import type { Chart } from '$lib/charts/chart.ts';
import * as figures from '$lib/server/figures.ts';
import { evidenceFor, withinWalsall } from '$lib/server/indicator-evidence.ts';

// What an address asks of one indicator, and the charts that answer it. The page, the image files and
// the embeds are made from the same.

export interface Gathered {
	evidence: Evidence;
	/** Who the page speaks of; undefined without figures. */
	group: Group | undefined;
	compare: Comparator[];
	within: Within | undefined;
	/** The localities, every period, of the group. */
	localities: readonly Figure[];
	/** In a demonstration every target is invented, on a published series too. */
	isDemonstration: boolean;
}

type From = Pick<App.Locals, 'db' | 'edition'>;

/** Sets of areas that a reader can choose, the wards now in force first. */
export const sets = [WARDS_NOW, WARDS_BEFORE, NEIGHBOURHOODS] as const;

export async function gather(
	{ db, edition }: From,
	indicator: Indicator,
	params: URLSearchParams
): Promise<Gathered> {
	const at = edition.publishedAt;
	const evidence = await evidenceFor(db, at, indicator);
	const group = shownGroup(evidence, params.get('group'));
	const asked = params.get('areas');
	const held = sets.filter((set) => evidence.vintages.includes(set));
	const vintage = held.find((set) => set === asked) ?? held[0] ?? evidence.vintages[0];
	const [within, localities] =
		vintage === undefined || !group
			? [undefined, []]
			: await Promise.all([
					withinWalsall(db, at, { indicator: indicator.code, vintage, group: group.id }),
					figures.held(db, at, {
						...{ indicators: [indicator.code], vintages: [LOCALITIES] },
						breakdowns: [group.id]
					})
				]);
	const isDemonstration = edition.notice !== undefined;
	const compare = readComparators(params);
	return { evidence, group, within, localities, compare, isDemonstration };
}

/** Over time: everyone, or each sex where there is no figure for all, or the group asked for. */
export function trendCharts(gathered: Gathered): Chart[] {
	const { evidence, compare, isDemonstration } = gathered;
	return shownGroups(gathered).flatMap((each) => {
		const chart = trendChart(evidence, each, compare);
		const isInvented = isDemonstration && targetOf(evidence, each.id) !== undefined;
		return chart ? [isInvented ? { ...chart, illustrative: true } : chart] : [];
	});
}

export function shownGroups({ evidence, group }: Pick<Gathered, 'evidence' | 'group'>): Group[] {
	if (!group) return [];
	const sexes = groupsOf(evidence).filter(({ dimension }) => dimension === 'sex');
	return group.dimension === 'sex' ? sexes : [group];
}

/** Every chart of the address by its name: `trend-all`, `control-all`, `against`, `by-sex`, `within`. */
export function charts(gathered: Gathered): Map<string, Chart> {
	const { evidence, group, compare, within, localities } = gathered;
	const own = [
		...trendCharts(gathered),
		...shownGroups(gathered).flatMap((each) => controlOf(evidence, each) ?? []),
		group && againstChart(evidence, group, compare),
		...groupCharts(evidence, compare),
		group && gapChart(evidence, group, localities),
		within && withinChart(evidence, within, compare.includes('borough'))
	];
	return new Map(own.flatMap((chart) => (chart ? [[chart.id, chart]] : [])));
}
