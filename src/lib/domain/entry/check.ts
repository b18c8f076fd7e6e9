import { count } from '../format.ts';
import { isJump, type Expected } from './expected.ts';
import { isWithoutCounts, valueOf, type EntryCell, type EntryRule } from './cell.ts';

// Everything that is wrong with a return, or worth a question, at once. An error blocks submission and
// never saving; a warning asks for a reason, which the approver reads.

export type ProblemCode =
	| 'empty'
	| 'no number'
	| 'negative'
	| 'not whole'
	| 'numerator above denominator'
	| 'no denominator'
	| 'denominator nought'
	| 'percent out of range'
	| 'number with a missing state'
	| 'half filled'
	| 'parts miss the whole'
	| 'groups above everyone'
	| 'group left out'
	| 'whole not known'
	| 'jump'
	| 'same as last time'
	| 'same words';

export interface Problem {
	readonly kind: 'error' | 'warning';
	readonly code: ProblemCode;
	/** Area of the cell; null for the whole return. */
	readonly area: string | null;
	readonly breakdown: string;
	readonly message: string;
}

export interface Context {
	readonly rule: EntryRule;
	/** Codes whose figures add up to the whole, an unknown row included; empty = no sum rule. */
	readonly parts: readonly string[];
	readonly whole: string | null;
	/** Name of an area and group as officers know it. */
	readonly name: (code: string, breakdown: string) => string;
	readonly expected: (cell: EntryCell) => Expected | undefined;
	/** Last period's value of the cell. */
	readonly last: (cell: EntryCell) => number | undefined;
	/** A value in words with its unit. */
	readonly say: (value: number) => string;
}

export function check(cells: readonly EntryCell[], context: Context): Problem[] {
	return [
		...cells.flatMap((cell) => ofCell(cell, context)),
		...sums(cells, context),
		...copied(cells, context)
	];
}

function ofCell(cell: EntryCell, context: Context): Problem[] {
	const { rule, name } = context;
	const error = (code: ProblemCode, message: string): Problem => ({
		kind: 'error',
		code,
		area: cell.area,
		breakdown: cell.breakdown,
		message: `${name(cell.area, cell.breakdown)}: ${message}`
	});
	const numbers = [cell.numerator, cell.denominator, cell.value].filter((one) => one !== null);
	if (cell.state === null && numbers.length === 0) {
		return [error('empty', 'enter a number, or say why there is none.')];
	}
	if (cell.state !== null && cell.state !== 'known') {
		if (numbers.length === 0) return [];
		return [
			error(
				'number with a missing state',
				`it is marked “${cell.state}” and has a number. Take one of them away.`
			)
		];
	}
	const found = [...filled(cell, rule, error), ...ranges(cell, rule, error)];
	return found.length > 0 ? found : jump(cell, context);
}

type MakeError = (code: ProblemCode, message: string) => Problem;

function filled(cell: EntryCell, { form }: EntryRule, error: MakeError): Problem[] {
	if (form !== 'share' || isWithoutCounts(cell)) return [];
	if (cell.numerator === null) {
		return [error('half filled', 'enter how many, as well as out of how many.')];
	}
	if (cell.denominator === null) {
		return [error('no denominator', 'enter out of how many.')];
	}
	if (cell.denominator === 0) {
		return [
			error(
				'denominator nought',
				'a share of nought cannot be worked out. Mark it “not applicable” if there was nobody to count.'
			)
		];
	}
	return [];
}

/** People are whole, and so is everything else that is counted unless it is an estimate. */
function countsIn(cell: EntryCell, rule: EntryRule): readonly (number | null)[] {
	if (rule.valueKind === 'count' && !cell.estimated) return [cell.numerator, cell.value];
	if (rule.disclosureRule !== 'people') return NONE;
	return rule.form === 'share' ? [cell.numerator, cell.denominator] : [cell.numerator];
}

const NONE: readonly null[] = [];

function ranges(cell: EntryCell, rule: EntryRule, error: MakeError): Problem[] {
	const found: Problem[] = [];
	const counts = rule.form === 'share' ? [cell.numerator, cell.denominator] : [];
	const numbers = [...counts, rule.form === 'share' ? null : (cell.numerator ?? cell.value)];
	if (numbers.some((one) => one !== null && one < 0)) {
		found.push(error('negative', 'a figure below nought. Check the sign.'));
	}
	if (countsIn(cell, rule).some(isFraction)) {
		found.push(error('not whole', 'counts are whole numbers.'));
	}
	const { numerator, denominator } = cell;
	const isShare = rule.form === 'share' && rule.valueKind === 'percent';
	if (isShare && numerator !== null && denominator && numerator > denominator) {
		found.push(
			error(
				'numerator above denominator',
				`${numerator} of ${denominator} is more than all. Are the two the wrong way round?`
			)
		);
	}
	const isPlain = rule.form === 'value' || isWithoutCounts(cell);
	const isPercent = isPlain && rule.valueKind === 'percent';
	if (isPercent && cell.value !== null && cell.value > 100) {
		found.push(error('percent out of range', 'a percentage above 100.'));
	}
	return found;
}

const isFraction = (value: number | null): boolean => value !== null && !Number.isInteger(value);

function jump(cell: EntryCell, { rule, expected, say, name }: Context): Problem[] {
	const value = valueOf(cell, rule);
	const range = expected(cell);
	if (value === undefined || !range || !isJump(value, range) || cell.jumpReason?.trim()) return [];
	return [
		{
			kind: 'warning',
			code: 'jump',
			area: cell.area,
			breakdown: cell.breakdown,
			message: `${name(cell.area, cell.breakdown)}: ${say(value)} is outside the expected ${say(range.lower)} to ${say(range.upper)}. Say why.`
		}
	];
}

/** Counts of the parts, the unknown row included, add up to the whole. */
function sums(cells: readonly EntryCell[], context: Context): Problem[] {
	const { parts, whole, rule, name } = context;
	if (!whole || parts.length === 0 || rule.form === 'value') return [];
	return [...Map.groupBy(cells, (cell) => cell.breakdown)].flatMap(([breakdown, group]) => {
		const total = group.find((cell) => cell.area === whole);
		const pieces = group.filter((cell) => parts.includes(cell.area));
		if (!total || total.state !== 'known' || pieces.some((cell) => cell.state !== 'known'))
			return [];
		const columns =
			rule.form === 'share' ? (['numerator', 'denominator'] as const) : (['numerator'] as const);
		return columns.flatMap((column): Problem[] => {
			const added = pieces.reduce((sum, cell) => sum + (cell[column] ?? 0), 0);
			const said = total[column];
			if (said === null || Math.abs(added - said) < 1e-6) return [];
			return [
				{
					kind: 'error',
					code: 'parts miss the whole',
					area: whole,
					breakdown,
					message: `${name(whole, breakdown)}: ${missing(column, added, said)}`
				}
			];
		});
	});
}

function missing(column: 'numerator' | 'denominator', added: number, said: number): string {
	const what = column === 'denominator' ? 'bases' : 'counts';
	const gap = Math.abs(added - said);
	const by = `${number(gap)} ${added > said ? 'too many' : gap === 1 ? 'is missing' : 'are missing'}`;
	return `the ${what} of the parts add up to ${number(added)}, but the total is ${number(said)}: ${by}. Put the rest in the row for postcodes not known, or correct a part.`;
}

/** A count with its thousands apart; sums of parts of a unit lose the noise of the machine. */
const number = (value: number): string =>
	Number.isInteger(value) ? count(value) : String(Number(value.toFixed(6)));

/** Every figure equal to last time's: perhaps the old return was sent again. */
function copied(cells: readonly EntryCell[], { rule, last }: Context): Problem[] {
	const pairs = cells.flatMap((cell) => {
		const value = valueOf(cell, rule);
		const earlier = last(cell);
		return value === undefined || earlier === undefined ? [] : [{ value, earlier }];
	});
	const isCopy = pairs.length >= 2 && pairs.every(({ value, earlier }) => value === earlier);
	if (!isCopy || pairs.every(({ value }) => value === 0)) return [];
	return [
		{
			kind: 'warning',
			code: 'same as last time',
			area: null,
			breakdown: 'all',
			message: 'Every figure is the same as last time. Was last time’s return sent again?'
		}
	];
}
