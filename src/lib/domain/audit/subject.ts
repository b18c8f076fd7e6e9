import { may, type Person } from '../permission.ts';

// What an event is about: the kinds of subject, their names in words and where each has its own page.

export const KINDS = [
	'return',
	'import',
	'import template',
	'pull',
	'target',
	'indicator',
	'catalogue proposal',
	'collection rule',
	'collection calendar',
	'framework',
	'commentary',
	'action',
	'edition',
	'user',
	'audit'
] as const;
export type SubjectKind = (typeof KINDS)[number];

export const kindTitles: Readonly<Record<SubjectKind, string>> = {
	return: 'Returns',
	import: 'Files and connectors',
	'import template': 'Senders we know',
	pull: 'Pulls from a source',
	target: 'Targets',
	indicator: 'Indicators',
	'catalogue proposal': 'Changes of the catalogue',
	'collection rule': 'Rules of collection',
	'collection calendar': 'Calendars of a year',
	framework: 'Frameworks',
	commentary: 'Commentary',
	action: 'Actions',
	edition: 'Editions',
	user: 'People',
	audit: 'The audit itself'
};

export const isKind = (given: string): given is SubjectKind => KINDS.some((kind) => kind === given);

interface Subject {
	subject_kind: string;
	subject: string;
}

/** The page of the thing, for whoever may open it; none where it has no page of its own. */
export function pageOf(
	{ subject_kind: kind, subject }: Subject,
	person: Person
): string | undefined {
	if (!isKind(kind)) return undefined;
	switch (kind) {
		case 'return':
			return `/approvals/${encodeURIComponent(subject)}`;
		case 'import':
			return may(person, 'read restricted') ? `/imports/${subject}` : undefined;
		case 'target':
			return `/targets/${targetOf(subject)}`;
		case 'indicator':
			return `/catalogue/${subject.toLowerCase()}`;
		case 'catalogue proposal':
			return `/catalogue/proposals/${subject}`;
		case 'collection rule':
			return `/catalogue/${subject.toLowerCase()}/collection`;
		case 'collection calendar':
			return '/returns/calendar';
		case 'framework':
			return `/frameworks/${subject}`;
		case 'commentary':
			return `/indicators/${(subject.split(' ')[0] ?? '').toLowerCase()}`;
		case 'action':
			return `/actions/${encodeURIComponent(subject)}`;
		case 'edition':
			return `/?edition=${encodeURIComponent(subject)}`;
		case 'user':
			return may(person, 'manage users') ? `/users/${encodeURIComponent(subject)}` : undefined;
		case 'pull':
			return may(person, 'read restricted')
				? `/imports/pull/${encodeURIComponent(subject)}`
				: undefined;
		case 'import template':
		case 'audit':
			return undefined;
	}
}

/** "t01-e08000030 version 2" → the target's id. */
export const targetOf = (subject: string): string => subject.split(' ')[0] ?? subject;

/** Names that the audit does not hold, by id. */
export interface Known {
	/** People as they are called today. */
	user: ReadonlyMap<string, string>;
	/** "W02, 2026/27 Q2". */
	return: ReadonlyMap<string, string>;
	/** Name of the file. */
	import: ReadonlyMap<string, string>;
	/** Title. */
	indicator: ReadonlyMap<string, string>;
}

/** The thing in words; one that is known no more keeps its id. */
export function nameOf({ subject_kind: kind, subject }: Subject, known: Known): string {
	switch (kind) {
		case 'user':
			return known.user.get(subject) ?? `Account ${subject}`;
		case 'return':
			return `Return ${known.return.get(subject) ?? subject}`;
		case 'import':
			return `File ${known.import.get(subject) ?? subject}`;
		case 'indicator':
			return `${subject} ${known.indicator.get(subject) ?? ''}`.trim();
		case 'target':
			return `Target ${subject.replace(' version', ', version').toUpperCase().replace('VERSION', 'version')}`;
		case 'audit':
			return subject === 'chain' ? 'The audit chain' : 'A file of the audit';
		default:
			return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${subject}`;
	}
}
