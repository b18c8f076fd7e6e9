import type { Edition } from '../../../domain/edition.ts';
import type { Period } from '../../../domain/period.ts';
import type { Theme } from '../../../domain/theme.ts';
import type { Column } from '../../../domain/table.ts';
import type { Breakdown } from '../../db/breakdowns.ts';
import type { Fact } from '../../db/facts.ts';
import type { Source } from '../../db/sources.ts';
import { optional, required } from './columns.ts';

// The short lists that give codes their meaning.

export const themeColumns: Column<Theme>[] = [
	required(['theme', 'Theme code', 'Stable code'], (theme) => theme.code),
	required(['title', 'Theme', 'Title'], (theme) => theme.title),
	required(['kind', 'Kind', 'priority or emerging'], (theme) => theme.kind),
	required(['slug', 'Address', 'Last part of the theme page’s address'], (theme) => theme.slug),
	required(['strapline', 'Strapline', 'What the theme is about'], (theme) => theme.strapline)
];

export const periodColumns: Column<Period>[] = [
	required(['period', 'Period', 'Code of the period'], (period) => period.id),
	required(['label', 'Period in words', 'As printed'], (period) => period.label),
	required(
		['kind', 'Kind', 'Kind of period: unlike kinds are not compared'],
		(period) => period.kind
	),
	required(['starts', 'First day', 'First day'], (period) => period.starts, 'date'),
	required(['ends', 'Last day', 'Last day, part of the period'], (period) => period.ends, 'date')
];

export const breakdownColumns: Column<Breakdown>[] = [
	required(['breakdown', 'Group code', 'Code of the group'], (breakdown) => breakdown.id),
	required(['group', 'Group', 'Who is counted'], (breakdown) => breakdown.label),
	required(
		['dimension', 'Dimension', 'all, sex, age or group'],
		(breakdown) => breakdown.dimension
	),
	optional(
		['part_of', 'Part of', 'Code of the group that it adds up to with others; blank for none'],
		(breakdown) => breakdown.partOf
	)
];

export const sourceColumns: Column<Source>[] = [
	required(['source', 'Source code', 'Code of the source'], (source) => source.id),
	required(['publisher', 'Publisher', 'Who published it'], (source) => source.publisher),
	required(['title', 'Title', 'What it is called'], (source) => source.title),
	optional(['url', 'Web address', 'Where it was published'], (source) => source.url, 'anyURI'),
	required(['licence', 'Licence', 'Under which licence'], (source) => source.licence),
	required(['attribution', 'Credit', 'The credit to show'], (source) => source.attribution),
	optional(
		['published', 'Published', 'Date as the publisher writes it'],
		(source) => source.published
	),
	optional(['retrieved', 'Retrieved', 'Day we fetched it'], (source) => source.retrieved, 'date'),
	optional(['note', 'Note', 'What to bear in mind'], (source) => source.note)
];

export const editionColumns: Column<Edition>[] = [
	required(['edition', 'Edition', 'Name to give in ?edition='], (edition) => edition.id),
	required(['label', 'Edition in words', 'As printed'], (edition) => edition.label),
	required(
		['published_at', 'Published at', 'The instant'],
		(edition) => edition.publishedAt,
		'dateTime'
	),
	optional(['note', 'Note', 'What is in it'], (edition) => edition.note),
	optional(
		[
			'audit_head',
			'Head of the audit chain',
			'Hash of the newest event of the audit when it was made'
		],
		(edition) => edition.auditHead ?? null
	)
];

export const factColumns: Column<Fact>[] = [
	required(['fact', 'Fact code', 'Code of the fact'], (fact) => fact.id),
	required(
		['topic', 'Topic', 'Facts with one topic qualify or contradict one another'],
		(fact) => fact.topic
	),
	required(['statement', 'Statement', 'What is reported'], (fact) => fact.statement),
	required(['figure', 'Figure', 'The number as reported'], (fact) => fact.figure),
	required(['period', 'Period', 'When it applies'], (fact) => fact.period),
	required(['source', 'Source', 'The document'], (fact) => fact.source),
	required(['source_date', 'Date of source', 'Date of the document'], (fact) => fact.source_date),
	required(
		['certainty', 'Certainty', 'confirmed, reported, weak or inference'],
		(fact) => fact.certainty
	),
	optional(['caveat', 'Caveat', 'What to bear in mind'], (fact) => fact.caveat),
	optional(['theme', 'Theme code', 'Theme it belongs to'], (fact) => fact.theme)
];
