import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { date, value } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Judgement } from '$lib/domain/judgement.ts';
import { stateCodes, stateWords } from '$lib/domain/observation.ts';
import { table } from '$lib/domain/table.ts';
import { judgementColumns } from '$lib/server/export/tables/judgements.ts';
import type { Row } from '$lib/ui/table.ts';

// One stored judgement, for reading: what was asked, what came out, by which rule, from which figures.

/** Names by code. */
export type Names = Record<'area' | 'period' | 'group', ReadonlyMap<string, string>>;

const QUESTIONS: Readonly<Record<Judgement['kind'], string>> = {
	movement: 'Did the figure move by more than chance would explain?',
	comparison: 'Is the place clearly different from another?',
	trend: 'Do the latest points show a trend?',
	control: 'Is this point more than the usual ups and downs of the series?',
	spread: 'Do the parts of the borough differ by more than chance?',
	gap: 'Is the gap between places closing?',
	target: 'Where does the figure stand against its planned line?',
	pace: 'How fast must it move to reach its target?',
	chance: 'How likely is the target if the present trend goes on?',
	masking: 'Does a good figure hide a part that is clearly worse?',
	reliability: 'How far can the figure be trusted?'
};

export const kindWords = (kind: Judgement['kind']): string => QUESTIONS[kind];

/** Columns that the page says in other ways. */
const SAID = new Set(['judgement', 'kind', 'indicator_code', 'outcome']);
const NAMED: Readonly<Record<string, keyof Names>> = {
	area_code: 'area',
	against_area: 'area',
	period: 'period',
	against_period: 'period',
	breakdown: 'group'
};

export interface Fact {
	term: string;
	text: string;
}

const numbers = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });

/** Every part of the judgement that is filled; the files hold its numbers in full. */
export function factsOf(judgement: Judgement, heldFrom: string, names: Names): Fact[] {
	const { columns, rows } = table(judgementColumns, [judgement], ['judgement']);
	const facts = columns.flatMap(({ name, title }, at): Fact[] => {
		const cell = rows[0]?.[at];
		if (SAID.has(name) || cell === null || cell === undefined || cell === '') return [];
		const kind = NAMED[name];
		const said = typeof cell === 'number' ? number(cell) : String(cell);
		const text = kind ? (names[kind].get(said) ?? said) : said;
		return [{ term: title.replace(/ code$/, ''), text }];
	});
	return [...facts, { term: 'Made, with the figures', text: date(heldFrom) }];
}

const number = (cell: number): string =>
	cell > 0 && cell < 0.0001 ? 'below 0.0001' : numbers.format(cell);

/** The figures it was made from, as held then; hidden ones stay hidden. */
export function figuresOf(figures: readonly Figure[], unit: Indicator, names: Names): Row[] {
	return figures.map((figure) => ({
		cells: [
			names.period.get(figure.period) ?? figure.period,
			names.area.get(figure.area) ?? figure.area,
			figure.value === null
				? { text: stateWords[figure.state], code: stateCodes[figure.state] }
				: { text: value(figure.value, unit), flags: figure.flags },
			figure.lower === null || figure.upper === null
				? 'No range'
				: `${value(figure.lower, unit)} to ${value(figure.upper, unit)}`
		]
	}));
}
