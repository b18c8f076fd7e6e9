import { type Branch, branches, type Element, type Tree } from '$lib/domain/framework/tree.ts';
import type { Indicator } from '$lib/domain/indicator.ts';

// A tree as the page draws it: elements with the titles of their indicators.

export interface Node {
	code: string;
	label: string;
	description: string | null;
	owner: string | null;
	source: string | null;
	validFrom: string;
	validTo: string | null;
	links: { code: string; title: string; evidence: string }[];
	children: Node[];
}

export function nodes(tree: Tree, on: string, catalogue: readonly Indicator[]): Node[] {
	const titles = new Map(catalogue.map(({ code, title }) => [code, title]));
	return branches(tree, on).map((branch) => node(branch, titles));
}

function node({ element, links, children }: Branch, titles: ReadonlyMap<string, string>): Node {
	const { code, label, description, owner, source, validFrom, validTo } = element;
	return {
		...{ code, label, description, owner, source, validFrom, validTo },
		links: links.map(({ indicator, evidence }) => ({
			code: indicator,
			title: titles.get(indicator) ?? indicator,
			evidence
		})),
		children: children.map((child) => node(child, titles))
	};
}

/** Elements that are not in force on the day: ended, or still to come. */
export const otherTimes = ({ elements }: Tree, on: string): Element[] =>
	elements.filter(({ validFrom, validTo }) => on < validFrom || (validTo !== null && validTo < on));
