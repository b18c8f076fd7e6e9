import { isDay } from '../day.ts';
import type { Fault, FileRow } from '../import/fault.ts';
import { type Element, type Link, faults, slugOf, type Tree } from './tree.ts';

// A tree or its links from a file. Rows are added to the tree or change what it has; what the file
// leaves out stays as it is, and an element ends by its own date.

export const ELEMENT_COLUMNS = [
	'code',
	'label',
	'parent',
	'description',
	'owner',
	'valid_from',
	'valid_to',
	'source'
] as const;
export const LINK_COLUMNS = ['element', 'indicator', 'valid_from', 'valid_to', 'evidence'] as const;

export type ElementRow = FileRow<(typeof ELEMENT_COLUMNS)[number]>;
export type LinkRow = FileRow<(typeof LINK_COLUMNS)[number]>;

export type Imported = { ok: true; tree: Tree } | { ok: false; faults: Fault[] };

const CODE = /^[A-Z][A-Z0-9-]{0,19}$/;
const LONGEST = 300;

/** The tree with the elements of a file. */
export function withElements(tree: Tree, rows: readonly ElementRow[]): Imported {
	const codes = new Set([
		...tree.elements.map(({ code }) => code),
		...rows.map(({ cells }) => cells.code)
	]);
	const wrong = [
		...rows.flatMap((row) => elementFaults(row, codes)),
		...twice(rows, ({ cells }) => `${cells.code} ${cells.valid_from}`, 'code')
	];
	if (wrong.length > 0) return { ok: false, faults: wrong };
	const elements = new Map(tree.elements.map((element) => [keyOf(element), element]));
	for (const { cells } of rows) {
		const key = keyOf({ code: cells.code, validFrom: cells.valid_from });
		const old = elements.get(key);
		elements.set(key, elementOf(cells, old, elements.size + 1));
	}
	return checked({ ...tree, elements: [...elements.values()] }, tree);
}

/** The tree with the links of a file; `indicators` are the codes of the catalogue. */
export function withLinks(
	tree: Tree,
	rows: readonly LinkRow[],
	indicators: ReadonlySet<string>
): Imported {
	const codes = new Set(tree.elements.map(({ code }) => code));
	const key = ({ cells }: LinkRow) => `${cells.element} ${cells.indicator} ${cells.valid_from}`;
	const wrong = [
		...rows.flatMap((row) => linkFaults(row, codes, indicators)),
		...twice(rows, key, 'indicator')
	];
	if (wrong.length > 0) return { ok: false, faults: wrong };
	const links = new Map(tree.links.map((link) => [linkKey(link), link]));
	for (const { cells } of rows) {
		const link = {
			indicator: cells.indicator,
			element: cells.element,
			validFrom: cells.valid_from,
			validTo: cells.valid_to || null,
			evidence: cells.evidence
		};
		links.set(linkKey(link), link);
	}
	return checked({ ...tree, links: [...links.values()] }, tree);
}

function checked(made: Tree, before: Tree): Imported {
	const known = new Set(faults(before));
	const fresh = faults(made).filter((fault) => !known.has(fault));
	const wrong = fresh.map((text) => fault(null, null, text, 'Change the rows that it names.'));
	return wrong.length > 0 ? { ok: false, faults: wrong } : { ok: true, tree: made };
}

function elementFaults({ row, cells }: ElementRow, codes: ReadonlySet<string>): Fault[] {
	return [
		...(CODE.test(cells.code)
			? []
			: [fault(row, 'code', 'This is not a code.', 'Use capitals, digits and hyphens: AIM-1.')]),
		...(slugOf(cells.label) === ''
			? [fault(row, 'label', 'There is no name.', 'Write the name of the element.')]
			: []),
		...(cells.parent === '' || codes.has(cells.parent)
			? []
			: [
					fault(
						row,
						'parent',
						'There is no such element.',
						'Use a code of the tree, or leave it blank.'
					)
				]),
		...texts(row, {
			label: cells.label,
			description: cells.description,
			owner: cells.owner,
			source: cells.source
		}),
		...days(row, cells)
	];
}

function linkFaults(
	{ row, cells }: LinkRow,
	codes: ReadonlySet<string>,
	indicators: ReadonlySet<string>
): Fault[] {
	return [
		...(codes.has(cells.element)
			? []
			: [fault(row, 'element', 'There is no such element.', 'Use a code of the tree.')]),
		...(indicators.has(cells.indicator)
			? []
			: [
					fault(
						row,
						'indicator',
						'There is no such indicator.',
						'Use a code of the catalogue: C01.'
					)
				]),
		...(cells.evidence === ''
			? [
					fault(
						row,
						'evidence',
						'Nothing says what the link rests on.',
						'Write a source, or “inference: …”.'
					)
				]
			: []),
		...texts(row, { evidence: cells.evidence }),
		...days(row, cells)
	];
}

/** Text is kept as text, whatever it looks like: only its length and unseen characters are refused. */
function texts(row: number, given: Record<string, string>): Fault[] {
	return Object.entries(given).flatMap(([column, text]) => {
		if (text.length > LONGEST) {
			const wrong = `The text is longer than ${LONGEST} characters.`;
			return [fault(row, column, wrong, 'Make it shorter.')];
		}
		return hasUnseen(text)
			? [fault(row, column, 'The text has characters that cannot be seen.', 'Type it again.')]
			: [];
	});
}

const hasUnseen = (text: string): boolean =>
	[...text].some((sign) => sign < ' ' && sign !== '\n' && sign !== '\t');

function days(row: number, cells: { valid_from: string; valid_to: string }): Fault[] {
	const todo = 'Write year, month and day: 2026-11-22.';
	const from = isDay(cells.valid_from)
		? []
		: [fault(row, 'valid_from', 'This is not a date.', todo)];
	if (cells.valid_to === '') return from;
	if (!isDay(cells.valid_to)) return [...from, fault(row, 'valid_to', 'This is not a date.', todo)];
	return cells.valid_to < cells.valid_from
		? [...from, fault(row, 'valid_to', 'It ends before it starts.', 'Change one of the dates.')]
		: from;
}

function twice<Row extends { row: number }>(
	rows: readonly Row[],
	key: (row: Row) => string,
	column: string
): Fault[] {
	return [...Map.groupBy(rows, key).values()].flatMap(([first, ...others]) =>
		others.map(({ row }) =>
			fault(row, column, `This repeats row ${first?.row ?? ''}.`, 'Take one of the two out.')
		)
	);
}

const keyOf = ({ code, validFrom }: Pick<Element, 'code' | 'validFrom'>): string =>
	`${code} ${validFrom}`;
const linkKey = ({ indicator, element, validFrom }: Link): string =>
	`${element} ${indicator} ${validFrom}`;

function elementOf(cells: ElementRow['cells'], old: Element | undefined, last: number): Element {
	return {
		code: cells.code,
		slug: old?.slug ?? slugOf(cells.label),
		label: cells.label,
		parent: cells.parent || null,
		position: old?.position ?? last,
		description: cells.description || null,
		owner: cells.owner || null,
		source: cells.source || null,
		validFrom: cells.valid_from,
		validTo: cells.valid_to || null
	};
}

const fault = (row: number | null, column: string | null, wrong: string, todo: string): Fault => ({
	row,
	column,
	wrong,
	todo
});
