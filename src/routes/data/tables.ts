import { table, type Table } from '$lib/domain/table.ts';
import * as areas from '$lib/server/db/areas.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as facts from '$lib/server/db/facts.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import type { Reference } from '$lib/server/export/reference.ts';
import { catalogue, catalogueRows } from '$lib/server/export/tables/catalogue.ts';
import { findings } from '$lib/server/export/tables/cold-spots.ts';
import { judgements as judgementTable } from '$lib/server/export/tables/judgements.ts';
import {
	breakdownColumns,
	factColumns,
	periodColumns,
	sourceColumns
} from '$lib/server/export/tables/lists.ts';
import { areas as areaTable, lookups } from '$lib/server/export/tables/places.ts';
import { findingsOf, inForce } from '$lib/server/findings.ts';

// The whole tables that are published beside one file for each indicator.

export interface PublishedTable {
	/** Name of its files. */
	name: string;
	title: string;
	description: string;
	read(db: Db, at: string, reference: Reference): Promise<Table> | Table;
}

export const tables: readonly PublishedTable[] = [
	{
		name: 'catalogue',
		title: 'Catalogue of indicators',
		description:
			'Every indicator: definition, source, and which figures there are. Those of a restricted one need a named role.',
		read: async (db, at, reference) =>
			catalogue(
				catalogueRows(reference.indicators.values(), await holdings.coverage(db, at)),
				reference
			)
	},
	{
		name: 'areas',
		title: 'Areas',
		description: 'Localities, wards of both sets, neighbourhoods and comparators, by code.',
		read: (_db, _at, reference) => areaTable([...reference.areas.values()])
	},
	{
		name: 'lookups',
		title: 'Which area lies in which',
		description: 'Dated membership of smaller areas in larger ones, with shares and evidence.',
		read: async (db, _at, reference) => lookups(await areas.allLinks(db), reference)
	},
	{
		name: 'judgements',
		title: 'Judgements',
		description: 'The stored tests behind the sentences: movements, comparisons and trends.',
		read: async (db, at) => judgementTable(await judgements.held(db, at, {}))
	},
	{
		name: 'cold-spots',
		title: 'Integration cold spots',
		description:
			'Findings by neighbourhood of each lens, with the standing of its method. A prompt for conversation about places, not a ranking of people.',
		read: async (db, at) => findings(await findingsOf(db, await inForce(db, at)))
	},
	{
		name: 'facts',
		title: 'Dated facts',
		description: 'Figures of documents that are no series, with source, date and caveat.',
		read: async (db) => table(factColumns, await facts.all(db), ['fact'])
	},
	{
		name: 'periods',
		title: 'Periods',
		description: 'What the codes of periods mean.',
		read: (_db, _at, reference) => table(periodColumns, [...reference.periods.values()], ['period'])
	},
	{
		name: 'groups',
		title: 'Groups',
		description: 'What the codes of groups by sex, age and the like mean.',
		read: (_db, _at, reference) =>
			table(breakdownColumns, [...reference.breakdowns.values()], ['breakdown'])
	},
	{
		name: 'sources',
		title: 'Sources',
		description: 'Where figures and boundaries come from, with licence and credit.',
		read: (_db, _at, reference) => table(sourceColumns, [...reference.sources.values()], ['source'])
	}
];
