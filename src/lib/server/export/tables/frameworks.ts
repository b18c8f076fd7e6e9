import type { Element, Link } from '../../../domain/framework/tree.ts';
import type { Column } from '../../../domain/table.ts';
import type { Framework } from '../../db/frameworks.ts';
import { optional, required } from './columns.ts';

// Frameworks and their trees as rows.

export const frameworkColumns: Column<Framework>[] = [
	required(['framework', 'Framework code', 'Stable code'], ({ code }) => code),
	required(['title', 'Framework', 'Title'], ({ title }) => title),
	required(
		['kind', 'Kind', 'performance: areas that answer for figures; tag: a plan or duty beside it'],
		({ kind }) => kind
	),
	required(['status', 'Status', 'interim, proposed, adopted or retired'], ({ status }) => status),
	required(['version', 'Version', 'Raised by each change'], ({ version }) => version, 'integer'),
	optional(['note', 'Note', 'What it is'], ({ note }) => note),
	optional(['awaited', 'Awaited', 'Why it is empty or unfinished'], ({ awaited }) => awaited)
];

export const elementColumns: Column<Element>[] = [
	required(['element', 'Element code', 'Code in its framework'], ({ code }) => code),
	required(['label', 'Element', 'Name'], ({ label }) => label),
	optional(
		['parent', 'Under', 'Code of the element above; blank at the top'],
		({ parent }) => parent
	),
	required(
		['position', 'Position', 'Order among the elements'],
		({ position }) => position,
		'integer'
	),
	optional(['description', 'Description', 'In words'], ({ description }) => description),
	optional(['owner', 'Owner', 'Role or directorate that answers for it'], ({ owner }) => owner),
	optional(['source', 'Source', 'Where the element comes from'], ({ source }) => source),
	required(['valid_from', 'From', 'First day'], ({ validFrom }) => validFrom, 'date'),
	optional(['valid_to', 'To', 'Last day; blank: no end'], ({ validTo }) => validTo, 'date')
];

export const linkColumns: Column<Link>[] = [
	required(['indicator_code', 'Indicator code', 'Which indicator'], ({ indicator }) => indicator),
	required(['element', 'Element code', 'Which element'], ({ element }) => element),
	required(['evidence', 'Evidence', 'What the link rests on'], ({ evidence }) => evidence),
	required(['valid_from', 'From', 'First day'], ({ validFrom }) => validFrom, 'date'),
	optional(['valid_to', 'To', 'Last day; blank: no end'], ({ validTo }) => validTo, 'date')
];
