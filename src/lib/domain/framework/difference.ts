import { date } from '../format.ts';
import type { Element, Link, Tree } from './tree.ts';

// What is different between two versions of a tree, as rows that a person reads before saving.

export interface Difference {
	what: string;
	/** "Added", "Name", "Under", "Ends" ... */
	change: string;
	before: string;
	after: string;
}

const keyOf = ({ code, validFrom }: Element): string => `${code} ${validFrom}`;
const linkKey = ({ indicator, element, validFrom }: Link): string =>
	`${indicator} ${element} ${validFrom}`;
const day = (text: string | null): string => (text === null ? 'no end' : date(text));

const fields: readonly [keyof Element, string][] = [
	['label', 'Name'],
	['parent', 'Under'],
	['description', 'Description'],
	['owner', 'Owner'],
	['source', 'Source']
];

/** Elements first, then links; an empty list means that the trees are the same. */
export function differences(before: Tree, after: Tree): Difference[] {
	const known = new Map(before.elements.map((element) => [keyOf(element), element]));
	const kept = new Set(after.elements.map(keyOf));
	return [
		...after.elements.flatMap((element) => ofElement(known.get(keyOf(element)), element)),
		...before.elements
			.filter((element) => !kept.has(keyOf(element)))
			.map((element) => row(nameOf(element), 'Taken out', element.label, '')),
		...order(before, after),
		...ofLinks(before, after)
	];
}

const nameOf = ({ code, label }: Element): string => `${code} ${label}`;

function ofElement(old: Element | undefined, element: Element): Difference[] {
	const what = nameOf(element);
	if (!old) return [row(what, 'Added', '', `from ${date(element.validFrom)}`)];
	const found = fields
		.filter(([field]) => old[field] !== element[field])
		.map(([field, words]) => row(what, words, text(old[field]), text(element[field])));
	if (old.validTo !== element.validTo)
		found.push(row(what, 'Ends', day(old.validTo), day(element.validTo)));
	return found;
}

/** The order alone: siblings whose order has changed are one row, not one each. */
function order(before: Tree, after: Tree): Difference[] {
	const listed = (tree: Tree, common: Set<string>) =>
		[...tree.elements]
			.sort((a, b) => a.position - b.position)
			.map(({ code }) => code)
			.filter((code) => common.has(code));
	const codes = new Set(before.elements.map(({ code }) => code));
	const common = new Set(after.elements.map(({ code }) => code).filter((code) => codes.has(code)));
	const [old, now] = [listed(before, common).join(', '), listed(after, common).join(', ')];
	return old === now ? [] : [row('Order of the elements', 'Order', old, now)];
}

function ofLinks(before: Tree, after: Tree): Difference[] {
	const known = new Map(before.links.map((link) => [linkKey(link), link]));
	const kept = new Set(after.links.map(linkKey));
	return [
		...after.links.flatMap((link) => ofLink(known.get(linkKey(link)), link)),
		...before.links
			.filter((link) => !kept.has(linkKey(link)))
			.map((link) => row(linkName(link), 'Link taken out', link.evidence, ''))
	];
}

const linkName = ({ indicator, element }: Link): string => `${indicator} with ${element}`;

function ofLink(old: Link | undefined, link: Link): Difference[] {
	const what = linkName(link);
	if (!old) return [row(what, 'Linked', '', `from ${date(link.validFrom)}: ${link.evidence}`)];
	return [
		...(old.evidence === link.evidence ? [] : [row(what, 'Rests on', old.evidence, link.evidence)]),
		...(old.validTo === link.validTo
			? []
			: [row(what, 'Link ends', day(old.validTo), day(link.validTo))])
	];
}

const text = (value: Element[keyof Element]): string => (value === null ? 'none' : String(value));

const row = (what: string, change: string, before: string, after: string): Difference => ({
	what,
	change,
	before,
	after
});
