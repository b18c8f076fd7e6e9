import type { Indicator } from '$lib/domain/indicator.ts';
import { type Comparator, comparatorWords, readComparators } from '$lib/domain/selection.ts';
import type { Fact } from '$lib/server/db/facts.ts';
import type { Coverage } from '$lib/server/db/holdings.ts';
import type { Reference } from '$lib/server/export/reference.ts';
import { catalogueRows, levelsOf } from '$lib/server/export/tables/catalogue.ts';

// The data page: which indicators have files, which still wait, and where sources disagree.

export interface Filled {
	code: string;
	title: string;
	/** "25 periods, 2001 to 2025", or the one period there is. */
	periods: string;
	/** Smallest level with figures: "neighbourhood". */
	smallest: string;
	figures: number;
}

export interface Awaited {
	code: string;
	title: string;
	awaited: string;
}

export function shape(reference: Reference, coverage: readonly Coverage[]) {
	const rows = catalogueRows(reference.indicators.values(), coverage);
	const filled = rows
		.filter((row) => row.coverage.length > 0)
		.map(({ indicator, coverage }) => ({
			kind: indicator.kind,
			...filledRow(indicator, coverage, reference)
		}));
	return {
		figures: filled.reduce((sum, row) => sum + row.figures, 0),
		groups: [
			{ title: 'Proposed indicators', rows: filled.filter((row) => row.kind === 'catalogue') },
			{ title: 'Context measures', rows: filled.filter((row) => row.kind === 'context') }
		].filter(({ rows }) => rows.length > 0),
		filled: filled.length,
		waiting: rows
			.filter((row) => row.coverage.length === 0)
			.map(({ indicator }) => awaitedRow(indicator))
	};
}

function filledRow(
	{ code, title }: Indicator,
	coverage: readonly Coverage[],
	{ periods }: Reference
): Filled {
	const labels = [...new Set(coverage.map((row) => row.period))].map(
		(id) => periods.get(id)?.label ?? id
	);
	const [first, last] = [labels[0] ?? '', labels.at(-1) ?? ''];
	return {
		code,
		title,
		periods: first === last ? first : `${labels.length} periods, ${span(first, last)}`,
		smallest: levelsOf(coverage).at(-1) ?? '',
		figures: coverage.reduce((sum, row) => sum + row.areas, 0)
	};
}

/** "2001 to 2025"; labels that hold "to" themselves are kept apart. */
function span(first: string, last: string): string {
	const isPooled = / to /.test(first + last);
	return isPooled ? `first ${first}, last ${last}` : `${first} to ${last}`;
}

function awaitedRow(indicator: Indicator): Awaited {
	const { code, title, awaited, sourceText, restricted } = indicator;
	if (restricted) return { code, title, awaited: 'Not public: its figures need a named role.' };
	return { code, title, awaited: awaited ?? `Awaited from: ${sourceText}` };
}

/** Facts that speak of the same thing, where there are several. */
export function conflicts(facts: readonly Fact[]): Fact[][] {
	const byTopic = Map.groupBy(facts, (fact) => fact.topic);
	return [...byTopic.values()].filter((same) => same.length > 1);
}

/** What the reader's comparators do to the files; nothing when none were chosen. */
export function comparing(params: URLSearchParams): string | undefined {
	if (!params.has('compare')) return undefined;
	const chosen = readComparators(params)
		.filter((one): one is Exclude<Comparator, 'start'> => one !== 'start')
		.map((one) => comparatorWords[one]);
	const others = chosen.length > 0 ? ` and: ${chosen.join(', ')}` : ' only';
	return `Each file holds the places of Walsall${others}.`;
}
