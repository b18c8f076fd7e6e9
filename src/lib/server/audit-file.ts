import { canonical } from '../domain/audit.ts';
import { actionWords } from '../domain/audit/actions.ts';
import { shownSides } from '../domain/audit/shown.ts';
import { type Column, table, type Table } from '../domain/table.ts';
import * as list from './db/audit-list.ts';
import type { ListedEvent, Wanted } from './db/audit-list.ts';
import type { Db } from './db/client.ts';
import { headerLine, lines } from './export/csv.ts';
import type { Anchor } from './workflow/audit.ts';

// The audit as a file. Its last row is the chain's head with the count and the instant: with it and the
// hashes of the events the file can be checked against the chain (`npm run audit:verify -- FILE`).

/** Rows asked for at once: what the memory holds of a file, however long. */
const BATCH = 1000;
export const END = 'end of file';

const text = (
	[name, title, description]: [string, string, string],
	of: (event: ListedEvent) => string | null
): Column<ListedEvent> => ({ name, title, description, datatype: 'string', of });

export const auditColumns: readonly Column<ListedEvent>[] = [
	{
		...{ name: 'event', title: 'Event', datatype: 'integer', description: 'Number in the chain' },
		...{ isRequired: true, of: ({ id }) => id }
	},
	{
		...{ name: 'at', title: 'When', datatype: 'dateTime', description: 'The instant' },
		...{ isRequired: true, of: ({ at }) => at.toISOString() }
	},
	text(['who', 'Who', 'Name under which they acted'], (event) => event.actor_name),
	text(['account', 'Account', 'Blank for the system'], (event) => event.actor),
	text(['did', 'Did', 'In words'], ({ action }) => actionWords(action)),
	text(['action', 'Action', 'As recorded'], (event) => event.action),
	text(['kind', 'Kind of thing', 'What it was done to'], (event) => event.subject_kind),
	text(['thing', 'Thing', 'Its id'], (event) => event.subject),
	text(['indicator', 'Indicator', 'Of a return'], (event) => event.indicator),
	text(['before', 'Before', 'JSON; counts of people are not told'], (event) =>
		json(shownSides(event).before)
	),
	text(['after', 'After', 'JSON; counts of people are not told'], (event) =>
		json(shownSides(event).after)
	),
	text(['reason', 'Why', 'In the words of who did it'], (event) => event.reason),
	text(['previous_hash', 'Hash before', 'Of the event before'], (event) => event.previous_hash),
	text(['hash', 'Hash', 'SHA-256 over the event and the hash before'], (event) => event.hash)
];

const json = (side: unknown): string | null => (side === null ? null : canonical(side));

export const auditTable = (events: readonly ListedEvent[]): Table =>
	table(auditColumns, events, ['event']);

/** The last row: what the chain was when the file was made. */
export function endRow({ head, events, at }: Anchor, inFile: number): Table['rows'][number] {
	const said: Record<string, string> = {
		...{ at, who: 'Audit', did: `${inFile} events in this file, ${events} in the chain` },
		...{
			action: END,
			after: canonical({ eventsInChain: events, eventsInFile: inFile }),
			hash: head
		}
	};
	return auditColumns.map(({ name }) => said[name] ?? null);
}

/** Every event that is wanted, in the order of the chain, batch by batch. */
export async function* batches(
	db: Db,
	wanted: Wanted,
	{ upTo }: Pick<Anchor, 'upTo'>
): AsyncGenerator<ListedEvent[]> {
	let after = 0;
	for (;;) {
		const some = await list.chained(db, wanted, { after, upTo, limit: BATCH });
		if (some.length > 0) yield some;
		if (some.length < BATCH) return;
		after = some.at(-1)?.id ?? upTo;
	}
}

/** The CSV, written as it is read. */
export function csvStream(db: Db, wanted: Wanted, anchor: Anchor): ReadableStream<Uint8Array> {
	const source = batches(db, wanted, anchor);
	let written = 0;
	return new ReadableStream<string>({
		start: (to) => to.enqueue(headerLine({ columns: auditColumns })),
		async pull(to) {
			const { value, done } = await source.next();
			if (!done) {
				written += value.length;
				return to.enqueue(lines(auditTable(value)));
			}
			to.enqueue(lines({ rows: [endRow(anchor, written)] }));
			to.close();
		},
		cancel: async () => void (await source.return(undefined))
	}).pipeThrough(new TextEncoderStream());
}
