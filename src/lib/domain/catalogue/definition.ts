import type { Fault } from '../import/fault.ts';

// A definition as people write it: every field as text, in a form or in a row of a file. What is read
// here is what a version of an indicator will hold.

export interface Field {
	/** Name of the column in the database and in files. */
	name: string;
	label: string;
	/** Answers that may be given; free text otherwise. */
	choices?: readonly string[];
	isRequired?: boolean;
	/** A whole number, a number, or several codes with "; " between. */
	kind?: 'whole' | 'number' | 'codes';
	longest?: number;
}

const text = (name: string, label: string, longest = 2000): Field => ({ name, label, longest });
const must = (field: Field): Field => ({ ...field, isRequired: true });
const choice = (name: string, label: string, choices: readonly string[]): Field =>
	must({ name, label, choices });

export const FIELDS: readonly Field[] = [
	must(text('title', 'Title', 150)),
	must(text('definition', 'Definition')),
	text('question', 'Question behind it'),
	text('numerator', 'Counted'),
	text('denominator', 'Out of'),
	must(text('unit', 'Unit', 60)),
	choice('value_kind', 'Kind of value', [
		...['percent', 'count', 'rate', 'score'],
		...['index', 'years', 'money', 'points']
	]),
	must({ name: 'multiplier', label: 'Multiplier', kind: 'number' }),
	must({ name: 'decimals', label: 'Decimals', kind: 'whole' }),
	choice('polarity', 'Better when', ['higher', 'lower', 'lower to zero', 'neutral', 'ambiguous']),
	must(text('tier', 'Tier', 60)),
	must(text('source_text', 'Source')),
	must(text('frequency', 'How often', 100)),
	must(text('lag', 'Delay', 100)),
	text('next_update', 'Next update'),
	must(text('lowest_geography', 'Smallest area')),
	choice('interval_method', 'Range method', ['wilson', 'byars', 'published', 'modelled', 'none']),
	text('interval_note', 'Note on the range'),
	must(text('disclosure', 'Risk to privacy')),
	choice('disclosure_rule', 'Disclosure rule', ['open', 'people', 'none']),
	must(text('colour_rule', 'Colour rule', 200)),
	choice('evidence', 'How sure', ['confirmed', 'reported', 'weak', 'inference']),
	text('evidence_note', 'Note on the evidence'),
	text('why', 'Why it matters'),
	text('who_missed', 'Who is missed'),
	text('caveats', 'Read with care'),
	text('awaited', 'Awaited'),
	choice('map_allowed', 'Map allowed', ['yes', 'no']),
	must({ name: 'themes', label: 'Themes, the main one first', kind: 'codes' })
];

/** Text of each field by its name; empty = none. */
export type Definition = Readonly<Record<string, string>>;

/** Every fault of a definition: unknown choices, blanks that must not be, numbers that are none. */
export function definitionFaults(
	given: Definition,
	themes: ReadonlySet<string>,
	row: number | null = null
): Fault[] {
	return FIELDS.flatMap((field) => {
		const wrong = faultOf(field, given[field.name] ?? '', themes);
		return wrong ? [{ row, column: field.name, ...wrong }] : [];
	});
}

type Wrong = Pick<Fault, 'wrong' | 'todo'>;

function faultOf(field: Field, value: string, themes: ReadonlySet<string>): Wrong | undefined {
	const { choices, isRequired, kind, label, longest = 2000 } = field;
	if (value === '') {
		return isRequired ? { wrong: `“${label}” is blank.`, todo: 'Fill it in.' } : undefined;
	}
	if (value.length > longest)
		return { wrong: `“${label}” is longer than ${longest} characters.`, todo: 'Make it shorter.' };
	if (hasUnseen(value))
		return { wrong: `“${label}” has characters that cannot be seen.`, todo: 'Type it again.' };
	if (choices && !choices.includes(value))
		return {
			wrong: `“${short(value)}” is no answer here.`,
			todo: `Use one of: ${choices.join(', ')}.`
		};
	if (kind === 'whole' && !/^[0-6]$/.test(value))
		return { wrong: `“${short(value)}” is not a whole number.`, todo: 'Use 0 to 6.' };
	if (kind === 'number' && !(Number(value) > 0 && Number.isFinite(Number(value))))
		return { wrong: `“${short(value)}” is not a number above 0.`, todo: 'Use 1, 100 or 1000.' };
	if (kind === 'codes') return codesFault(value, themes);
	return undefined;
}

function codesFault(value: string, themes: ReadonlySet<string>): Wrong | undefined {
	const codes = codesOf(value);
	const unknown = codes.find((code) => !themes.has(code));
	if (unknown !== undefined)
		return {
			wrong: `There is no theme “${short(unknown)}”.`,
			todo: `Use: ${[...themes].join(', ')}.`
		};
	return new Set(codes).size < codes.length
		? { wrong: 'A theme is named twice.', todo: 'Take one of them out.' }
		: undefined;
}

/** "P1; E2" → its codes. */
export const codesOf = (value: string): string[] =>
	value
		.split(/[;,]/)
		.map((code) => code.trim())
		.filter((code) => code !== '');

const short = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

const hasUnseen = (value: string): boolean =>
	[...value].some((sign) => sign < ' ' && sign !== '\n' && sign !== '\t');

export interface FieldChange {
	name: string;
	label: string;
	before: string;
	after: string;
}

/** What a definition changes in another, field by field. */
export function changedFields(before: Definition, after: Definition): FieldChange[] {
	return FIELDS.flatMap(({ name, label }) => {
		const [old, now] = [before[name] ?? '', after[name] ?? ''];
		return old === now ? [] : [{ name, label, before: old, after: now }];
	});
}
