import type { EntryRule } from '../entry/cell.ts';
import { check } from '../entry/check.ts';
import { error, warning, type ImportProblem } from './problem.ts';
import type { ImportedFigure, Measured } from './record.ts';

// What only the rows together show: parts that miss the whole, counts that cannot be. The same checks
// as for a return that is typed.

export interface Places {
	/** Code of the borough and codes of the parts that make it up. */
	readonly whole: string;
	readonly parts: readonly string[];
	readonly name: (code: string) => string;
}

/** Problems of figures that belong together: of one indicator and period. */
export function acrossRows(
	figures: readonly ImportedFigure[],
	measured: ReadonlyMap<string, Measured>,
	places: Places
): ImportProblem[] {
	const byPeriod = Map.groupBy(figures, ({ period }) => period.id);
	return [...byPeriod.values()].flatMap((some) =>
		[...Map.groupBy(some, ({ indicator }) => indicator)].flatMap(([indicator, group]) => {
			const of = measured.get(indicator);
			return of ? inReturn(group, of, places) : [];
		})
	);
}

function inReturn(
	figures: readonly ImportedFigure[],
	{ rule, isAdditive }: Measured,
	{ whole, parts, name }: Places
): ImportProblem[] {
	// A published percentage without its counts is checked as what it is: a value.
	const plain = figures.filter((one) => isPlain(one, rule));
	const full = figures.filter((one) => !isPlain(one, rule));
	const areas = new Set(full.map(({ area }) => area));
	const context = {
		whole,
		parts: parts.every((code) => areas.has(code)) ? parts : [],
		name,
		expected: () => undefined,
		last: () => undefined,
		say: String
	};
	return [
		...check(full, { ...context, rule }),
		...check(plain, { ...context, parts: [], rule: { ...rule, form: 'value' } })
	].map(({ kind, code, area, breakdown, message }) => {
		const row = figures.find((one) => one.area === area && one.breakdown === breakdown)?.row;
		const at = row === undefined ? {} : { row };
		// People may count in two localities: only an indicator known to add up makes it an error.
		const isDoubt = code === 'parts miss the whole' && isAdditive !== true;
		return kind === 'error' && !isDoubt
			? error('check', at, message)
			: warning('check', at, message);
	});
}

const isPlain = ({ numerator, denominator, value, state }: ImportedFigure, { form }: EntryRule) =>
	state === 'known' &&
	form === 'share' &&
	numerator === null &&
	denominator === null &&
	value !== null;
