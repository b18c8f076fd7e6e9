import { error } from '@sveltejs/kit';
import * as list from '$lib/server/db/audit-list.ts';
import type { ListedEvent } from '$lib/server/db/audit-list.ts';
import { auditTable, batches, csvStream, endRow } from '$lib/server/audit-file.ts';
import { contentTypes, file } from '$lib/server/export/file.ts';
import { permit } from '$lib/server/web/permit.ts';
import { startExport } from '$lib/server/workflow/audit.ts';
import { faultIn, filtersIn, wantedBy } from '../audit/asked.ts';
import type { RequestHandler } from './$types';

// The audit as a file, with the filters of its page. A spreadsheet is made in memory and so holds few; a
// CSV is written while it is read and holds any number.

const MOST_IN_A_SPREADSHEET = 20_000;
const PRIVATE = { 'cache-control': 'private, no-store' };

export const GET: RequestHandler = async (event) => {
	const person = permit(event, 'read audit');
	const { db, edition } = event.locals;
	const { format } = event.params;
	if (format !== 'csv' && format !== 'xlsx') error(404, 'The audit is given as CSV or XLSX.');
	const filters = filtersIn(event.url.searchParams);
	const fault = faultIn(filters);
	if (fault) error(400, fault);
	const wanted = wantedBy(filters, person);
	const tooMany = MOST_IN_A_SPREADSHEET + 1;
	if (format === 'xlsx' && (await list.count(db, wanted, tooMany)) === tooMany) {
		error(400, 'A spreadsheet holds at most 20,000 events. Narrow the filters, or take the CSV.');
	}
	const anchor = await startExport(db, person, { format, filters }, new Date());
	const name = `audit-${anchor.at.slice(0, 10)}`;
	if (format === 'csv') {
		return new Response(csvStream(db, wanted, anchor), {
			headers: {
				...PRIVATE,
				'content-type': contentTypes.csv,
				'content-disposition': `attachment; filename="${name}.csv"`
			}
		});
	}
	const events: ListedEvent[] = [];
	for await (const some of batches(db, wanted, anchor)) events.push(...some);
	const made = auditTable(events);
	const rows = [...made.rows, endRow(anchor, events.length)];
	const { body } = await file({ ...made, rows }, aboutOf(edition, anchor), 'xlsx');
	return new Response(body as BodyInit, {
		headers: {
			...PRIVATE,
			'content-type': contentTypes.xlsx,
			'content-disposition': `attachment; filename="${name}.xlsx"`
		}
	});
};

const aboutOf = (
	edition: App.Locals['edition'],
	anchor: { head: string; events: number; at: string }
) => ({
	title: 'Audit',
	description: 'Who did what, when, from what to what and why. Not for publication.',
	name: 'audit',
	edition,
	sources: [],
	facts: [
		{ term: 'Use', text: 'For the council alone. The licence named here is of published figures.' },
		{ term: 'Made at', text: anchor.at },
		{ term: 'Events in the chain', text: String(anchor.events) },
		{ term: 'Head of the chain at that instant', text: anchor.head }
	]
});
