import type { Edition } from '../../domain/edition.ts';
import type { Source } from '../db/sources.ts';
import { date } from '../../domain/format.ts';
import {
	type Flag,
	flagWords,
	stateCodes,
	stateWords,
	type ValueState
} from '../../domain/observation.ts';
import { ATTRIBUTION, LICENCE } from './licence.ts';

// What must travel with a table so that it can be used rightly away from the product: title, as-at
// time, edition, sources, licence, and how to read missing values.

export interface About {
	title: string;
	description: string;
	/** Name of the file without its extension and edition: `w04`. */
	name: string;
	edition: Edition;
	sources: readonly Source[];
	/** Definition, unit, caveats and the like, in reading order. */
	facts: readonly Fact[];
}

export interface Fact {
	term: string;
	text: string;
}

/** The facts that have a text. */
export function facts(given: Record<string, string | null | undefined>): Fact[] {
	return Object.entries(given).flatMap(([term, text]) => (text ? [{ term, text }] : []));
}

/** The start of every JSON answer and file. */
export function heading(about: About) {
	const { edition } = about;
	return {
		...(edition.notice && { notice: edition.notice }),
		title: about.title,
		description: about.description,
		edition: {
			id: edition.id,
			label: edition.label,
			published_at: edition.publishedAt,
			note: edition.note,
			audit_head: edition.auditHead ?? null
		},
		as_at: edition.publishedAt,
		licence: LICENCE,
		attribution: ATTRIBUTION,
		sources: about.sources.map(source),
		notes: about.facts
	};
}

/** A source as JSON shows it. */
export function source(from: Source) {
	const { id, publisher, title, url, licence, attribution, published, retrieved, note } = from;
	return { id, publisher, title, url, licence, attribution, published, retrieved, note };
}

/** How to read the columns State, Code and Flags. */
export const stateKey: readonly Fact[] = [
	...(Object.keys(stateWords) as ValueState[])
		.filter((state) => state !== 'known')
		.map((state) => ({
			term: `${stateCodes[state]} ${stateWords[state]}`,
			text: `${meaning(state)} The value is blank.`
		})),
	// Only a demonstration has invented figures, and says so for itself.
	...(Object.keys(flagWords) as Flag[])
		.filter((flag) => flag !== 'i')
		.map((flag) => ({
			term: `[${flag}] ${flagWords[flag]}`,
			text: flagMeaning(flag)
		}))
];

function meaning(state: ValueState): string {
	switch (state) {
		case 'known':
			return 'The value is known. Zero is a known value.';
		case 'suppressed':
			return 'So few people that they could be recognised.';
		case 'not collected':
			return 'Nobody collected this figure for this area and period.';
		case 'not yet published':
			return 'Collected, but the publisher has not released it yet.';
		case 'not applicable':
			return 'There is nothing to measure here.';
	}
}

function flagMeaning(flag: Flag): string {
	switch (flag) {
		case 'p':
			return 'May change when final figures come out.';
		case 'e':
			return 'Worked out from other figures, not counted directly.';
		case 'r':
			return 'Changed since it was first published.';
		case 'u':
			return 'Based on too few people to say whether it is different.';
		case 'i':
			return 'Invented for the demonstration.';
	}
}

/** Title, definition, sources, licence, as-at time and the key: the notes of a spreadsheet. */
export function notes(about: About): Fact[] {
	const { notice } = about.edition;
	return [
		...(notice ? [{ term: 'Notice', text: notice }] : []),
		{ term: 'Title', text: about.title },
		{ term: 'About', text: about.description },
		...about.facts,
		...about.sources.map((from) => ({ term: 'Source', text: sourceLine(from) })),
		{ term: 'Figures as at', text: date(about.edition.publishedAt) },
		{ term: 'Edition', text: `${about.edition.label} (${about.edition.id})` },
		...facts({ 'Head of the audit chain': about.edition.auditHead }),
		{ term: 'Licence', text: `${LICENCE.name}, ${LICENCE.url}` },
		{ term: 'Credit to show', text: ATTRIBUTION },
		...stateKey
	];
}

function sourceLine({ publisher, title, published, licence, url }: Source): string {
	return [`${publisher}: ${title}`, published, licence, url].filter(Boolean).join('. ');
}
