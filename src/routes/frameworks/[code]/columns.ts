import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { type Element, inForce, type Link, type Tree } from '$lib/domain/framework/tree.ts';
import { type Cell, type Column, tidy } from '$lib/domain/table.ts';
import { stateWords } from '$lib/domain/observation.ts';
import type { Reference } from '$lib/server/export/reference.ts';

// The columns of a framework's files. Those of elements and links are what an import takes back.

const column = <Row>(name: string, of: (row: Row) => Cell): Column<Row> => ({
	name,
	title: name,
	datatype: 'string',
	description: name,
	of
});

export const elementColumns: Column<Element>[] = [
	column('code', ({ code }) => code),
	column('label', ({ label }) => label),
	column('parent', ({ parent }) => parent),
	column('description', ({ description }) => description),
	column('owner', ({ owner }) => owner),
	column('valid_from', ({ validFrom }) => validFrom),
	column('valid_to', ({ validTo }) => validTo),
	column('source', ({ source }) => source)
];

export const linkColumns: Column<Link>[] = [
	column('element', ({ element }) => element),
	column('indicator', ({ indicator }) => indicator),
	column('valid_from', ({ validFrom }) => validFrom),
	column('valid_to', ({ validTo }) => validTo),
	column('evidence', ({ evidence }) => evidence)
];

interface EvidenceRow {
	element: Element;
	link: Link;
	title: string;
	period: string;
	figure: Figure | undefined;
}

/** One row for each link in force: the indicator, what the link rests on, and Walsall's latest figure. */
export function evidenceRows(
	{ elements, links }: Tree,
	on: string,
	{ known, latest }: { known: Reference; latest: readonly Figure[] }
): EvidenceRow[] {
	const figures = new Map(latest.map((figure) => [figure.indicator, figure]));
	return elements
		.filter((element) => inForce(element, on))
		.flatMap((element) =>
			links
				.filter((link) => link.element === element.code && inForce(link, on))
				.map((link) => {
					const figure = figures.get(link.indicator);
					const title = known.indicators.get(link.indicator)?.title ?? link.indicator;
					const period = figure ? (known.periods.get(figure.period)?.label ?? figure.period) : '';
					return { element, link, title, figure, period };
				})
		);
}

export const evidenceColumns: Column<EvidenceRow>[] = [
	column('code', ({ element }) => element.code),
	column('element', ({ element }) => element.label),
	column('indicator_code', ({ link }) => link.indicator),
	column('indicator', ({ title }) => title),
	column('link_rests_on', ({ link }) => link.evidence),
	column('linked_from', ({ link }) => link.validFrom),
	column('period', ({ period }) => period),
	{
		...column<EvidenceRow>('value', ({ figure }) => tidy(figure?.value ?? null)),
		datatype: 'number'
	},
	column('state', ({ figure }) => (figure ? stateWords[figure.state] : 'No figure yet'))
];
