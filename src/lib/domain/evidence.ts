import { type Area, type AreaLink, ENGLAND, WALSALL, WEST_MIDLANDS } from './area.ts';
import type { Figure } from './disclosure/gate.ts';
import type { Indicator } from './indicator.ts';
import type {
	Comparison,
	Control,
	GapChange,
	Judgement,
	Movement,
	SpreadTest,
	Trend
} from './judgement.ts';
import { compare, type Period } from './period.ts';
import type { Target } from './target.ts';

// All that one indicator's page, its charts and their downloads are made from: published figures,
// stored judgements, and the words around them. Asked for once, shaped many times.

export interface Group {
	id: string;
	dimension: 'all' | 'sex' | 'age' | 'group';
	label: string;
	position: number;
}

export interface Evidence {
	indicator: Indicator;
	/** The borough and its comparators: every period and every group. */
	figures: readonly Figure[];
	periods: ReadonlyMap<string, Period>;
	areas: ReadonlyMap<string, Area>;
	groups: ReadonlyMap<string, Group>;
	judgements: readonly Judgement[];
	/** Targets of the borough in force. */
	targets: readonly Target[];
	/** First days of new series, and what changed. */
	breaks: readonly { starts: string; note: string }[];
	/** First days of new limits of a control chart: who decided, and why. */
	rebasings: readonly { starts: string; reason: string; decidedBy: string; decidedOn: string }[];
	/** Codes of the comparator sets. */
	similar: readonly string[];
	neighbours: readonly string[];
	sources: ReadonlyMap<string, SourceWords>;
	/** Vintages below the borough with figures: `wards-2026`, `lsoa-2021`, ... */
	vintages: readonly string[];
}

export interface SourceWords {
	publisher: string;
	title: string;
	url: string | null;
	licence: string;
	published: string | null;
}

/** Groups with figures, in their order; a measure of neighbourhoods alone has them for everyone. */
export function groupsOf({ figures, groups, vintages }: Evidence): Group[] {
	const held = new Set(
		figures.filter(({ area }) => area === WALSALL).map(({ breakdown }) => breakdown)
	);
	if (held.size === 0 && vintages.length > 0) held.add('all');
	return [...groups.values()]
		.filter(({ id }) => held.has(id))
		.sort((a, b) => a.position - b.position);
}

/**
 * The group that the page speaks of: the one asked for, else everyone, else the first sex. Ages and
 * other groups have no first: none is spoken of until a reader asks for it.
 */
export function shownGroup(evidence: Evidence, asked: string | null): Group | undefined {
	const held = groupsOf(evidence);
	return (
		held.find(({ id }) => id === asked) ??
		held.find(({ dimension }) => dimension === 'all') ??
		held.find(({ dimension }) => dimension === 'sex')
	);
}

/** One area's figures of one group, oldest first. */
export function seriesOf(evidence: Evidence, area: string, group: string): Figure[] {
	return evidence.figures
		.filter((figure) => figure.area === area && figure.breakdown === group)
		.filter((figure) => evidence.periods.has(figure.period))
		.sort((a, b) => compare(period(evidence, a.period), period(evidence, b.period)));
}

/** The latest figure with a value. */
export function latestOf(evidence: Evidence, area: string, group: string): Figure | undefined {
	return seriesOf(evidence, area, group).findLast((figure) => figure.value !== null);
}

export function figureFor(
	evidence: Evidence,
	wanted: Pick<Figure, 'area' | 'breakdown' | 'period'>
): Figure | undefined {
	return evidence.figures.find(
		(figure) =>
			figure.area === wanted.area &&
			figure.breakdown === wanted.breakdown &&
			figure.period === wanted.period
	);
}

/** A period by id; throws on an unknown one, which the database's own keys rule out. */
export function period(evidence: Pick<Evidence, 'periods'>, id: string): Period {
	const found = evidence.periods.get(id);
	if (!found) throw new Error(`unknown period: ${id}`);
	return found;
}

/** The stored test of the borough's latest figure that reaches furthest back. */
export function movementOf(evidence: Evidence, latest: Figure): Movement | undefined {
	return evidence.judgements
		.filter((judgement): judgement is Movement => judgement.kind === 'movement')
		.filter((judgement) => isAbout(judgement, latest))
		.sort((a, b) =>
			compare(period(evidence, a.againstPeriod), period(evidence, b.againstPeriod))
		)[0];
}

export function trendJudgement(evidence: Evidence, latest: Figure): Trend | undefined {
	return evidence.judgements.find(
		(judgement): judgement is Trend => judgement.kind === 'trend' && isAbout(judgement, latest)
	);
}

/** What the control chart says of each period of an area, by period; empty where there is none. */
export function controlsOf(
	{ judgements }: Pick<Evidence, 'judgements'>,
	{ area, breakdown }: Pick<Figure, 'area' | 'breakdown'>
): Map<string, Control> {
	const own = judgements.filter(
		(one): one is Control =>
			one.kind === 'control' && one.area === area && one.breakdown === breakdown
	);
	return new Map(own.map((one) => [one.period, one]));
}

/** The stored comparison of a figure with a benchmark area. */
export function comparisonOf(
	judgements: readonly Judgement[],
	figure: Figure,
	against: string
): Comparison | undefined {
	return judgements.find(
		(judgement): judgement is Comparison =>
			judgement.kind === 'comparison' &&
			judgement.againstArea === against &&
			isAbout(judgement, figure)
	);
}

type About = Pick<Figure, 'area' | 'breakdown' | 'period'>;

/** Do the areas of a vintage differ? The stored test of the borough's parts at one period. */
export function spreadTestOf(
	judgements: readonly Judgement[],
	of: About,
	parts: string
): SpreadTest | undefined {
	return judgements.find(
		(one): one is SpreadTest => one.kind === 'spread' && one.parts === parts && isAbout(one, of)
	);
}

/** Has the gap between the areas of a vintage changed? */
export function gapChangeOf(
	judgements: readonly Judgement[],
	of: About,
	parts: string
): GapChange | undefined {
	return judgements.find(
		(one): one is GapChange => one.kind === 'gap' && one.parts === parts && isAbout(one, of)
	);
}

function isAbout(judgement: Judgement, figure: About): boolean {
	return (
		judgement.area === figure.area &&
		judgement.breakdown === figure.breakdown &&
		judgement.period === figure.period
	);
}

/** Areas outside Walsall as printed: the region is never "West Midlands" alone. */
export function printedName(area: Pick<Area, 'code' | 'name'>): string {
	return area.code === WEST_MIDLANDS ? 'West Midlands region' : area.name;
}

/** Every area that an indicator's page may set beside Walsall. */
export function besides(sets: Pick<Evidence, 'similar' | 'neighbours'>): string[] {
	return [...new Set([ENGLAND, WEST_MIDLANDS, ...sets.neighbours, ...sets.similar])];
}

/** One set of areas inside Walsall with the localities above it: latest figures and tests. */
export interface Within {
	/** `wards-2026`, `wards-2004`, `lsoa-2021`, ... */
	vintage: string;
	figures: readonly Figure[];
	areas: readonly Area[];
	/** Membership in the localities. */
	links: readonly AreaLink[];
	judgements: readonly Judgement[];
}

/** Areas of the set by locality, in the order of names; areas in no locality come last. */
export function byLocality(within: Within, areas: Evidence['areas']): Map<string, Area[]> {
	const home = new Map(
		within.links.filter(({ isBestFit }) => isBestFit).map(({ child, parent }) => [child, parent])
	);
	const name = (code: string) => areas.get(code)?.name ?? '';
	const grouped = Map.groupBy(within.areas, ({ code }) => home.get(code) ?? '');
	return new Map(
		[...grouped].sort(([a], [b]) => Number(!a) - Number(!b) || name(a).localeCompare(name(b), 'en'))
	);
}

/** A part of Walsall as printed: a neighbourhood has its common name before its number. */
export function partName({ level, name, note }: Pick<Area, 'level' | 'name' | 'note'>): string {
	if (level !== 'lsoa') return name;
	return [note, name.replace(/^Walsall /, '')].filter(Boolean).join(' ');
}
