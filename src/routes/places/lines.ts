import { ENGLAND, WALSALL } from '$lib/domain/area.ts';
import { pointsOf, type Point } from '$lib/charts/series.ts';
import type { SpineInput } from '$lib/charts/spine.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { TargetWord } from '$lib/domain/judgement/target.ts';
import { comparisonWords } from '$lib/domain/profile/comparison-words.ts';
import type { ProfileRow } from '$lib/domain/profile/rows.ts';
import type { Theme } from '$lib/domain/theme.ts';
import { midYear } from '$lib/domain/period.ts';
import type { Cell } from '$lib/ui/table.ts';
import { unitNote } from '../indicators/line.ts';
import { figureCell, rangeOf } from './cells.ts';
import type { Column } from './columns.ts';
import type { Given } from './given.ts';
import { type Around, positionOf, spineOf } from './spines.ts';

// One measure as a line of a profile: the value with its range, the areas beside it, a drawing, and
// what the stored comparison says.

export interface Line {
	code: string;
	title: string;
	/** Group, unit and period: "female, years, 2022 to 2024". */
	note: string;
	own: Cell;
	range: string | null;
	others: { label: string; cell: Cell }[];
	spine: SpineInput | null;
	/** A series, where there are at least two periods. */
	points: Point[] | null;
	breaks: number[];
	words: string;
	isClear: boolean;
	/** A second comparison, with England. */
	also: string | null;
	/** "higher than most": among places of the same kind. */
	position: string | null;
	/** The word against the place's own target; null without one. */
	target: { outcome: TargetWord; provisional: boolean } | null;
}

export interface LineGroup {
	theme: { title: string; slug: string };
	lines: Line[];
}

/** Lines under their main theme, in the strategy's order. */
export function lineGroups(
	rows: readonly ProfileRow[],
	beside: readonly Column[],
	given: Given
): LineGroup[] {
	const peers = Map.groupBy(given.peers, ({ indicator }) => indicator);
	const localities = Map.groupBy(given.localities, ({ indicator }) => indicator);
	const ofTheme = (theme: Theme) => rows.filter((row) => row.indicator.themes[0] === theme.code);
	return given.themes
		.map((theme) => ({
			theme: { title: theme.title, slug: theme.slug },
			lines: ofTheme(theme).map((row) =>
				line(row, beside, {
					given,
					peers: same(peers.get(row.indicator.code) ?? [], row),
					localities: same(localities.get(row.indicator.code) ?? [], row)
				})
			)
		}))
		.filter(({ lines }) => lines.length > 0);
}

function line(row: ProfileRow, beside: readonly Column[], around: Around): Line {
	const { indicator, figure } = row;
	const { area, held, breaks } = around.given;
	const benchmark = benchmarkOf(area.code);
	const outcome = row.comparisons.get(benchmark.code)?.outcome;
	const points = pointsOf(row.series, held.periods);
	const england = benchmark.code === WALSALL ? row.comparisons.get(ENGLAND) : undefined;
	return {
		code: indicator.code,
		title: indicator.title,
		note: noteOf(row),
		own: figureCell(figure, indicator),
		range: rangeOf(figure, indicator),
		others: beside.map(({ label, cellOf }) => ({ label, cell: cellOf(row) })),
		spine: benchmark.code === WALSALL ? spineOf(row, around) : null,
		points: points.length > 1 ? points : null,
		breaks: breaks
			.filter((one) => one.indicator === indicator.code)
			.map(({ starts }) => midYear({ starts, ends: starts })),
		words: comparisonWords(row, benchmark),
		isClear: outcome === 'higher' || outcome === 'lower',
		also: england && england.outcome !== 'cannot tell' ? englandWords(england.outcome) : null,
		position: positionOf(row, around),
		target: row.target ? { outcome: row.target.outcome, provisional: row.target.provisional } : null
	};
}

/** Parts of Walsall are compared with Walsall, and Walsall with England. */
export function benchmarkOf(code: string): { code: string; name: string } {
	return code === WALSALL ? { code: ENGLAND, name: 'England' } : { code: WALSALL, name: 'Walsall' };
}

function englandWords(outcome: 'higher' | 'lower' | 'similar'): string {
	return outcome === 'similar' ? 'Similar to England' : `${capital(outcome)} than England`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function noteOf({ indicator, label, period }: ProfileRow): string {
	return [label, unitNote(indicator), period.label].filter(Boolean).join(', ');
}

const same = (figures: readonly Figure[], { figure }: ProfileRow): Figure[] =>
	figures.filter(
		({ period, breakdown }) => period === figure.period && breakdown === figure.breakdown
	);
