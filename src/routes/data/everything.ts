import type { Edition } from '$lib/domain/edition.ts';
import type { Db } from '$lib/server/db/client.ts';
import { headerLine, lines } from '$lib/server/export/csv.ts';
import { type Filters, wanted } from '$lib/server/export/filters.ts';
import { headersOf } from '$lib/server/export/file.ts';
import { nothing, type Reference } from '$lib/server/export/reference.ts';
import { figures } from '$lib/server/export/tables/figures.ts';
import * as published from '$lib/server/figures.ts';

// All figures in one CSV, written indicator by indicator: the only query in a loop, so that neither the
// database nor the memory ever holds more than one indicator of it.

/** The same columns as each indicator's own file. */
export const everything = figures([], nothing);

export const aboutEverything = {
	name: 'all',
	title: 'All figures',
	description: 'Every figure that is public, one a row.'
};

interface Which {
	edition: Edition;
	reference: Reference;
	compare: Filters['compare'];
}

export function streamEverything(db: Db, { edition, reference, compare }: Which): Response {
	const open = [...reference.indicators.values()].filter(({ restricted }) => !restricted);
	const codes = open.map(({ code }) => code).values();
	const body = new ReadableStream<string>({
		start: (to) => to.enqueue(headerLine(everything)),
		async pull(to) {
			for (const code of codes) {
				const rows = await published.held(
					db,
					edition.publishedAt,
					await wanted(db, code, { compare }, reference)
				);
				if (rows.length === 0) continue;
				return to.enqueue(lines(figures(rows, reference)));
			}
			to.close();
		}
	});
	return new Response(body.pipeThrough(new TextEncoderStream()), {
		headers: headersOf({ name: aboutEverything.name, edition }, 'csv')
	});
}
