import type { Area } from '../area.ts';
import { EVERYONE } from '../entry/cell.ts';
import type { Period, PeriodKind } from '../period.ts';
import { inForce, type AreaTexts } from './area-text.ts';
import type { Places } from './column-text.ts';
import { groupOf } from './group-text.ts';
import { indicatorOf } from './indicator-text.ts';
import { areaOf, periodOf, type Found } from './place.ts';
import type { ImportContext, Measured } from './record.ts';

// A file says the same few hundred areas and periods in every row: each is looked up once. A row that
// is wrong in the same way as an earlier one is told its own number.

export interface Lookups {
	readonly indicator: (said: string, row: number) => Found<Measured>;
	readonly period: (text: string, kinds: readonly PeriodKind[], row: number) => Found<Period>;
	readonly area: (texts: AreaTexts, period: Period | undefined, row: number) => Found<Area>;
	readonly group: (texts: readonly string[], row: number) => Found<string>;
}

const EVERYBODY: Found<string> = { found: EVERYONE, problems: [] };

export function remembering(context: ImportContext, { header }: Places): Lookups {
	const indicators = new Map<string, Found<Measured>>();
	const periods = new Map<readonly PeriodKind[], Map<string, Found<Period>>>();
	const groups = new Map<string, Found<string>>();
	const columns = {
		indicator: header('indicator'),
		period: header('period'),
		area: header('area code') ?? header('area name')
	};
	return {
		indicator: (said, row) =>
			held(indicators, said, row, () =>
				indicatorOf(said, context, { row, column: columns.indicator })
			),
		period: (text, kinds, row) =>
			held(within(periods, kinds), text, row, () =>
				periodOf(text, kinds, { row, column: columns.period })
			),
		area: areasOf(context, columns.area),
		group: (texts, row) =>
			texts.every((text) => text === '')
				? EVERYBODY
				: held(groups, texts.join('\n'), row, () => groupOf(texts, context.groups, { row }))
	};
}

/** A code means one area in every period in which it is in force; what a name means hangs on the period. */
function areasOf({ areas }: ImportContext, column: string | undefined): Lookups['area'] {
	const coded = new Map<string, { found: Area; problems: readonly never[] }>();
	const others = new Map<Period | undefined, Map<string, Found<Area>>>();
	return (texts, period, row) => {
		const key = keyOf(texts);
		const known = coded.get(key);
		if (known && inForce(known.found, period)) return known;
		return held(within(others, period), key, row, () => {
			const answer = areaOf(texts, period, areas, { row, column });
			if ('found' in answer && answer.problems.length === 0) {
				coded.set(key, { found: answer.found, problems: [] });
			}
			return answer;
		});
	};
}

/** One text is its own key: putting two together for each row takes longer than finding the area. */
const keyOf = ({ codes, names }: AreaTexts): string =>
	codes.length === 1 && names.length === 0
		? (codes[0] ?? '')
		: `${codes.join('\n')}\n\n${names.join('\n')}`;

/** What is kept under the first of two keys. */
export function within<K, L, T>(all: Map<K, Map<L, T>>, key: K): Map<L, T> {
	const some = all.get(key);
	if (some) return some;
	const made = new Map<L, T>();
	all.set(key, made);
	return made;
}

function held<T>(
	answers: Map<string, Found<T>>,
	key: string,
	row: number,
	ask: () => Found<T>
): Found<T> {
	const known = answers.get(key);
	if (!known) {
		const answer = ask();
		answers.set(key, answer);
		return answer;
	}
	if (known.problems.length === 0) return known;
	return { ...known, problems: known.problems.map((one) => ({ ...one, row })) };
}
