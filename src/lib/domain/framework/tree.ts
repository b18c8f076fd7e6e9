// A framework as data: dated elements in a tree, linked many to many with indicators. An element or a
// link that ends keeps its row, so the tree of any day can be shown.

/** Code of the framework whose elements answer for figures: the performance areas. */
export const PERFORMANCE = 'cpf';

export interface Element {
	code: string;
	slug: string;
	label: string;
	/** Code of the element above; null at the top. */
	parent: string | null;
	position: number;
	description: string | null;
	/** Role or directorate that answers for it. */
	owner: string | null;
	source: string | null;
	validFrom: string;
	validTo: string | null;
}

export interface Link {
	indicator: string;
	element: string;
	validFrom: string;
	validTo: string | null;
	evidence: string;
}

export interface Tree {
	elements: readonly Element[];
	links: readonly Link[];
}

interface Dated {
	validFrom: string;
	validTo: string | null;
}

/** In force on a day; the last day counts. */
export const inForce = ({ validFrom, validTo }: Dated, on: string): boolean =>
	validFrom <= on && (validTo === null || on <= validTo);

export interface Branch {
	element: Element;
	links: Link[];
	children: Branch[];
}

/** The tree of a day, children in their order. One whose parent is gone stands at the top. */
export function branches(tree: Tree, on: string): Branch[] {
	const elements = tree.elements
		.filter((element) => inForce(element, on))
		.sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
	const codes = new Set(elements.map(({ code }) => code));
	const above = (element: Element) =>
		element.parent !== null && codes.has(element.parent) ? element.parent : null;
	const links = Map.groupBy(
		tree.links.filter((link) => inForce(link, on)),
		({ element }) => element
	);
	const below = (parent: string | null): Branch[] =>
		elements
			.filter((element) => above(element) === parent)
			.map((element) => ({
				element,
				links: links.get(element.code) ?? [],
				children: below(element.code)
			}));
	return below(null);
}

/** Every branch with its depth, from the top down: for tables and lists. */
export function flat(tree: readonly Branch[], depth = 0): { branch: Branch; depth: number }[] {
	return tree.flatMap((branch) => [{ branch, depth }, ...flat(branch.children, depth + 1)]);
}

/** Codes of the indicators of a branch and of everything below it, each once. */
export function indicatorsOf(branch: Branch): string[] {
	const own = branch.links.map(({ indicator }) => indicator);
	return [...new Set([...own, ...branch.children.flatMap(indicatorsOf)])];
}

/** What is wrong with a tree, each as a sentence; an empty list means that it may be stored. */
export function faults(tree: Tree): string[] {
	return [...tree.elements.flatMap((element) => faultsOf(element, tree)), ...linkFaults(tree)];
}

function faultsOf(element: Element, { elements }: Tree): string[] {
	const { code, label, parent, validFrom, validTo } = element;
	const found: string[] = [];
	if (validTo !== null && validTo < validFrom)
		found.push(`“${label}” ends on ${validTo}, before it starts on ${validFrom}.`);
	if (parent !== null && !elements.some((one) => one.code === parent))
		found.push(`“${label}” lies under “${parent}”, and there is no such element.`);
	if (isBelowItself(code, elements)) found.push(`“${label}” would lie below itself.`);
	const twin = elements.find(
		(other) => other !== element && other.code === code && overlap(other, element)
	);
	if (twin && twin.validFrom <= validFrom)
		found.push(`The code ${code} is used twice at one time.`);
	const slug = elements.find(
		(other) => other.code !== code && other.slug === element.slug && other.code < code
	);
	if (slug) found.push(`“${label}” would have the same address as “${slug.label}”.`);
	return found;
}

function linkFaults({ elements, links }: Tree): string[] {
	return links.flatMap((link) => {
		const { indicator, element, validFrom, validTo } = link;
		const name = `The link of ${indicator} with ${element}`;
		const twin = links.some(
			(other) =>
				other !== link &&
				other.indicator === indicator &&
				other.element === element &&
				other.validFrom <= validFrom &&
				overlap(other, link)
		);
		return [
			...(elements.some(({ code }) => code === element) ? [] : [`${name} has no element.`]),
			...(validTo !== null && validTo < validFrom ? [`${name} ends before it starts.`] : []),
			...(twin ? [`${name} is there twice at one time.`] : [])
		];
	});
}

function overlap(a: Dated, b: Dated): boolean {
	return (
		(a.validTo === null || b.validFrom <= a.validTo) &&
		(b.validTo === null || a.validFrom <= b.validTo)
	);
}

function isBelowItself(code: string, elements: readonly Element[]): boolean {
	const parents = new Map(elements.map((element) => [element.code, element.parent]));
	const seen = new Set<string>();
	let at = parents.get(code) ?? null;
	while (at !== null && !seen.has(at)) {
		if (at === code) return true;
		seen.add(at);
		at = parents.get(at) ?? null;
	}
	return false;
}

/** "Young people's voice" → "young-peoples-voice": the address of an element or an indicator. */
export function slugOf(label: string): string {
	return label
		.normalize('NFKD')
		.replace(/[\u0300-\u036f’']/g, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
}
