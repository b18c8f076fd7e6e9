import { error } from '@sveltejs/kit';
import type { Edition } from '$lib/domain/edition.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { rolesOnly } from '$lib/domain/sentence/absent.ts';
import type { Table } from '$lib/domain/table.ts';
import type { Db } from '$lib/server/db/client.ts';
import type { About } from '$lib/server/export/about.ts';
import { compareWith, filters, wanted } from '$lib/server/export/filters.ts';
import { indicatorNotes, sourcesOf } from '$lib/server/export/indicator-notes.ts';
import { type Reference, reference } from '$lib/server/export/reference.ts';
import { figures } from '$lib/server/export/tables/figures.ts';
import * as published from '$lib/server/figures.ts';
import { download, noSuchFile, parametersOf, wantedFile } from '../download.ts';
import { aboutEverything, everything, streamEverything } from '../everything.ts';
import { tables } from '../tables.ts';
import type { RequestHandler } from './$types';

// Every table at an address that stays: /data/w04.csv, /data/catalogue.xlsx, /data/all.csv, and the
// metadata of a CSV at its own address with -metadata.json after it.

interface Asked {
	db: Db;
	edition: Edition;
	reference: Reference;
	url: URL;
}

export const GET: RequestHandler = async ({ params, locals, url }) => {
	const file = wantedFile(params.file) ?? noSuchFile(params.file);
	const { db, edition } = locals;
	const asked: Asked = { db, edition, url, reference: await reference(db) };
	if (file.name === 'all' && file.format === 'csv') {
		const { compare } = parametersOf(compareWith, url, asked.reference);
		return streamEverything(db, { ...asked, compare });
	}
	const indicator = asked.reference.indicators.get(file.name.toUpperCase());
	if (indicator?.restricted) error(403, rolesOnly(indicator).text);
	const made = indicator ? await ofIndicator(indicator, asked) : await ofTable(file.name, asked);
	if (!made || (file.name === 'all' && file.format !== 'csvw')) return noSuchFile(params.file);
	return download(made.table, made.about, file);
};

interface Made {
	table: Table;
	about: About;
}

async function ofIndicator(indicator: Indicator, asked: Asked): Promise<Made> {
	const { db, edition, reference, url } = asked;
	const given = parametersOf(filters, url, reference);
	const conditions = await wanted(db, indicator.code, given, reference);
	const rows = await published.held(db, edition.publishedAt, conditions);
	return {
		table: figures(rows, reference),
		about: {
			title: indicator.title,
			description: indicator.definition,
			name: indicator.code.toLowerCase(),
			edition,
			sources: sourcesOf(rows, indicator, reference),
			facts: indicatorNotes(indicator)
		}
	};
}

async function ofTable(name: string, asked: Asked): Promise<Made | undefined> {
	const { db, edition, reference, url } = asked;
	// The comparators that a reader carries from page to page change nothing in these.
	parametersOf(compareWith, url, reference);
	const about = { edition, sources: [], facts: [] };
	if (name === aboutEverything.name) {
		return { table: everything, about: { ...about, ...aboutEverything } };
	}
	const found = tables.find((table) => table.name === name);
	if (!found) return undefined;
	const { title, description } = found;
	return {
		table: await found.read(db, edition.publishedAt, reference),
		about: { ...about, name, title, description }
	};
}
