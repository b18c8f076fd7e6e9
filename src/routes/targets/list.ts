import { WALSALL } from '$lib/domain/area.ts';
import type { Area } from '$lib/domain/area.ts';
import { date, value } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Judgement } from '$lib/domain/judgement.ts';
import type { StoredTarget } from '$lib/domain/judgement/stored-target.ts';
import { aboutSeries } from '$lib/domain/judgement/target-view.ts';
import type { Period } from '$lib/domain/period.ts';
import { standingWord, type StandingWord } from '$lib/domain/target/state.ts';
import type { Duty } from '$lib/server/db/duties.ts';
import type { TargetRecord } from '$lib/server/db/targets.ts';

// Every target by its state. "Not yet set" is a state with a name, and comes last in the list.

export interface Filters {
	theme: string;
	area: string;
	owner: string;
	state: string;
}

export const filterNames = ['theme', 'area', 'owner', 'state'] as const;

export const readFilters = (params: URLSearchParams): Filters => ({
	theme: params.get('theme') ?? '',
	area: params.get('area') ?? '',
	owner: params.get('owner') ?? '',
	state: params.get('state') ?? ''
});

export interface Line {
	id: string;
	code: string;
	title: string;
	area: string;
	owner: string;
	/** "20.0% by 31 March 2035". */
	goal: string;
	judgement: Pick<StoredTarget, 'outcome' | 'provisional'> | undefined;
}

export const NOT_SET = 'Not yet set';
export type ListState = StandingWord | typeof NOT_SET;

/** Order of the page: what is in force, what waits for somebody, what is over, what is missing. */
export const states: readonly ListState[] = [
	...(['In force', 'Provisional', 'Waiting for approval', 'Draft', 'Sent back'] as const),
	...(['Withdrawn', 'Replaced or ended', NOT_SET] as const)
];

export interface Given {
	catalogue: readonly Indicator[];
	versions: readonly TargetRecord[];
	judgements: readonly Judgement[];
	areas: ReadonlyMap<string, Area>;
	periods: ReadonlyMap<string, Period>;
	duties: readonly Duty[];
	at: string;
	mayReadDrafts: boolean;
}

export function listed(given: Given, filters: Filters): { state: ListState; lines: Line[] }[] {
	const lines = [...targetLines(given), ...missing(given)].filter(({ state, line, themes, area }) =>
		[
			!filters.state || filters.state === state,
			!filters.theme || themes.includes(filters.theme),
			!filters.area || filters.area === area,
			!filters.owner || line.owner.split(', ').includes(filters.owner)
		].every(Boolean)
	);
	return states.flatMap((state) => {
		const own = lines.filter((each) => each.state === state).map(({ line }) => line);
		return own.length > 0 ? [{ state, lines: own }] : [];
	});
}

interface Placed {
	state: ListState;
	themes: readonly string[];
	area: string;
	line: Line;
}

function targetLines(given: Given): Placed[] {
	return given.catalogue.flatMap((indicator) =>
		given.versions
			.filter((version) => version.indicator === indicator.code)
			.filter((version) => isShown(version, given))
			.map((version) => placed(version, indicator, given))
	);
}

/** The public sees what was agreed by the instant shown; work in progress is for those who do it. */
function isShown({ approvedAt, endedAt }: TargetRecord, { at, mayReadDrafts }: Given): boolean {
	if (approvedAt !== null)
		return approvedAt <= at && (endedAt === null || endedAt > at || mayReadDrafts);
	return mayReadDrafts;
}

function placed(version: TargetRecord, indicator: Indicator, given: Given): Placed {
	const { area, breakdown, goal, state, endedAt } = version;
	const { now } = aboutSeries(
		given.judgements.filter((one) => one.indicator === indicator.code),
		{ area, breakdown },
		given.periods
	);
	const hasEnded = endedAt !== null && endedAt <= given.at;
	const isProvisional = version.provisional !== null || (now?.provisional ?? false);
	return {
		state: standingWord({ state, hasEnded }, isProvisional),
		...{ themes: indicator.themes, area },
		line: {
			...{ id: version.id, code: indicator.code, title: indicator.title },
			area: given.areas.get(area)?.name ?? area,
			owner: ownersOf(indicator, given.duties),
			goal: `${value(goal.value, indicator)} by ${date(goal.ends)}`,
			judgement: state === 'approved' && !hasEnded ? now : undefined
		}
	};
}

/** Indicators of the catalogue without any target for the borough in force or on its way. */
function missing(given: Given): Placed[] {
	const held = new Set(
		given.versions
			.filter(({ area, state }) => area === WALSALL && state !== 'withdrawn')
			.filter((version) => isShown(version, given) && version.endedAt === null)
			.map(({ indicator }) => indicator)
	);
	return given.catalogue
		.filter(({ kind, code }) => kind === 'catalogue' && !held.has(code))
		.map((indicator) => ({
			...{ state: NOT_SET, themes: indicator.themes, area: WALSALL },
			line: {
				...{ id: '', code: indicator.code, title: indicator.title, goal: '' },
				area: given.areas.get(WALSALL)?.name ?? '',
				owner: ownersOf(indicator, given.duties),
				judgement: undefined
			}
		}));
}

export const ownersOf = ({ code, themes }: Indicator, duties: readonly Duty[]): string =>
	[
		...new Set(
			duties
				.filter(({ duty }) => duty === 'owner')
				.filter(
					({ indicator, theme }) => indicator === code || (theme !== null && themes.includes(theme))
				)
				.map(({ name }) => name)
		)
	].join(', ');
