import { type Element, type Link, faults, inForce, slugOf, type Tree } from './tree.ts';

// One change of a tree, as a function from tree to tree. Nothing is taken out: what ends keeps its row.

export type Edit =
	| { act: 'add'; code: string; label: string; parent: string | null; from: string; source: string }
	| { act: 'rename'; code: string; label: string; description: string | null }
	| { act: 'own'; code: string; owner: string | null }
	| { act: 'move'; code: string; parent: string | null; before: string | null }
	| { act: 'end'; code: string; on: string }
	| { act: 'link'; code: string; indicator: string; from: string; evidence: string }
	| { act: 'unlink'; code: string; indicator: string; on: string };

export type Edited = { ok: true; tree: Tree } | { ok: false; faults: string[] };

const CODE = /^[A-Z][A-Z0-9-]{0,19}$/;

/** The tree after the change, or every reason why it cannot be made. */
export function edited(tree: Tree, edit: Edit): Edited {
	const made = apply(tree, edit);
	if (typeof made === 'string') return { ok: false, faults: [made] };
	// What was wrong before is not the fault of this change.
	const before = new Set(faults(tree));
	const fresh = faults(made).filter((fault) => !before.has(fault));
	return fresh.length > 0 ? { ok: false, faults: fresh } : { ok: true, tree: made };
}

function apply(tree: Tree, edit: Edit): Tree | string {
	if (edit.act === 'add') return added(tree, edit);
	if (!open(tree, edit.code)) return `There is no element “${edit.code}” in force.`;
	switch (edit.act) {
		case 'rename':
			if (edit.label.trim() === '') return 'Give the element a name.';
			return changed(tree, edit.code, { label: edit.label, description: edit.description });
		case 'own':
			return changed(tree, edit.code, { owner: edit.owner });
		case 'move':
			return moved(tree, edit);
		case 'end':
			return ended(tree, edit);
		case 'link':
			return linked(tree, edit);
		case 'unlink':
			return unlinked(tree, edit);
		default:
			return never(edit);
	}
}

const open = ({ elements }: Tree, code: string): Element | undefined =>
	elements.find((element) => element.code === code && element.validTo === null);

function added(tree: Tree, edit: Extract<Edit, { act: 'add' }>): Tree | string {
	const { code, label, parent, from, source } = edit;
	if (!CODE.test(code)) return 'A code has capitals, digits and hyphens, such as CS or AIM-1.';
	const slug = slugOf(label);
	if (slug === '') return 'Give the element a name.';
	const position = Math.max(0, ...tree.elements.map((element) => element.position)) + 1;
	const element = { code, slug, label, parent, position, validFrom: from, validTo: null };
	return {
		...tree,
		elements: [...tree.elements, { ...element, description: null, owner: null, source }]
	};
}

/** Changes the row of an element that is in force. */
function changed(tree: Tree, code: string, change: Partial<Element>): Tree {
	return {
		...tree,
		elements: tree.elements.map((element) =>
			element.code === code && element.validTo === null ? { ...element, ...change } : element
		)
	};
}

/** Under another parent, before a sibling or last; positions are numbered afresh. */
function moved(
	tree: Tree,
	{ code, parent, before }: Extract<Edit, { act: 'move' }>
): Tree | string {
	if (parent !== null && !open(tree, parent)) return `There is no element “${parent}” in force.`;
	const next = changed(tree, code, { parent });
	const rest = [...next.elements].sort((a, b) => a.position - b.position);
	const own = rest.filter((element) => element.code === code);
	const others = rest.filter((element) => element.code !== code);
	const place = before === null ? -1 : others.findIndex((element) => element.code === before);
	const at = place < 0 ? others.length : place;
	const order = [...others.slice(0, at), ...own, ...others.slice(at)];
	return { ...next, elements: order.map((element, i) => ({ ...element, position: i + 1 })) };
}

/** The element and everything that hangs on it alone: its links. Elements below must end first. */
function ended(tree: Tree, { code, on }: Extract<Edit, { act: 'end' }>): Tree | string {
	const below = tree.elements.find((one) => one.parent === code && one.validTo === null);
	if (below) return `“${below.label}” lies under it. Move or end that one first.`;
	return {
		elements: changed(tree, code, { validTo: on }).elements,
		links: tree.links.map((link) =>
			link.element === code && link.validTo === null ? { ...link, validTo: later(link, on) } : link
		)
	};
}

function linked(tree: Tree, edit: Extract<Edit, { act: 'link' }>): Tree | string {
	const { indicator, code: element, from, evidence } = edit;
	if (evidence.trim() === '') return 'Say what the link rests on, for example “inference”.';
	if (tree.links.some((link) => isLink(link, edit) && inForce(link, from)))
		return `${indicator} is linked with ${element} already.`;
	const link = { indicator, element, validFrom: from, validTo: null, evidence };
	return { ...tree, links: [...tree.links, link] };
}

function unlinked(tree: Tree, edit: Extract<Edit, { act: 'unlink' }>): Tree | string {
	const own = tree.links.find((link) => isLink(link, edit) && link.validTo === null);
	if (!own) return `${edit.indicator} is not linked with ${edit.code}.`;
	const end = { ...own, validTo: later(own, edit.on) };
	return { ...tree, links: tree.links.map((link) => (link === own ? end : link)) };
}

const isLink = (link: Link, { code, indicator }: { code: string; indicator: string }): boolean =>
	link.element === code && link.indicator === indicator;

/** A link that starts later than it should end ends on the day it starts. */
const later = ({ validFrom }: Link, on: string): string => (on < validFrom ? validFrom : on);

function never(edit: never): never {
	throw new Error(`unknown change: ${JSON.stringify(edit)}`);
}
