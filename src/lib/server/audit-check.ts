import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { NOT_SHOWN } from '../domain/audit/shown.ts';
import { auditColumns, auditTable, END } from './audit-file.ts';
import * as list from './db/audit-list.ts';
import type { ListedEvent } from './db/audit-list.ts';
import type { Db } from './db/client.ts';
import { headerLine, lines } from './export/csv.ts';
import { Refusal } from './refusal.ts';

// A file of the audit beside the chain: is every event in it as it stands in the chain, and is the head
// on its last row one that the chain had? Read in batches, so that a long file needs no more memory.

export interface Checked {
	events: number;
	/** What does not fit, in words; none when all do. */
	faults: string[];
}

type Line = Record<string, string>;
const BATCH = 500;
/** More faults than these say nothing new. */
const MOST_FAULTS = 20;

export async function checkFile(db: Db, path: string): Promise<Checked> {
	const checked: Checked = { events: 0, faults: [] };
	let end: Line | undefined;
	for await (const some of linesOf(path)) {
		end = some.find(({ Action }) => Action === END) ?? end;
		const events = some.filter(({ Action }) => Action !== END);
		checked.events += events.length;
		checked.faults.push(...(await faultsOf(db, events)));
		if (checked.faults.length > MOST_FAULTS) break;
	}
	if (checked.faults.length <= MOST_FAULTS)
		checked.faults.push(...(await endFaults(db, end, checked)));
	return checked;
}

/** Rows by column, batch by batch. */
async function* linesOf(path: string): AsyncGenerator<Line[]> {
	const stream = Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true });
	createReadStream(path, 'utf8')
		.on('error', (fault) => stream.destroy(fault))
		.pipe(stream);
	let some: Line[] = [];
	for await (const line of stream as AsyncIterable<Line>) {
		if (line['Event'] === undefined || line['Hash'] === undefined) {
			throw new Refusal('This is no file of the audit: it has no columns Event and Hash.');
		}
		some.push(line);
		if (some.length < BATCH) continue;
		yield some;
		some = [];
	}
	yield some;
}

async function faultsOf(db: Db, given: readonly Line[]): Promise<string[]> {
	const ids = given.map((line) => Number(line['Event']));
	if (ids.length === 0) return [];
	if (!ids.every(Number.isSafeInteger)) return ['A row has no number of an event.'];
	const held = await list.byIds(db, ids);
	const lines = new Map(held.map((event) => [event.id, lineOf(event)]));
	return given.flatMap((line) => {
		const id = Number(line['Event']);
		const own = lines.get(id);
		if (!own) return [`Event ${id} is in the file and not in the chain.`];
		const column = auditColumns.find(({ title }) => !isAlike(line[title] ?? '', own[title] ?? ''));
		return column ? [`Event ${id}: "${column.title}" is another in the chain.`] : [];
	});
}

/** What may be told can have become less or more since: the hash stands for what is left out. */
const isAlike = (a: string, b: string): boolean =>
	a === b || a.includes(NOT_SHOWN) || b.includes(NOT_SHOWN);

/** The event as a file would have it, through the same writer. */
function lineOf(event: ListedEvent): Line {
	const text = headerLine({ columns: auditColumns }) + lines(auditTable([event]));
	return Papa.parse<Line>(text, { header: true, skipEmptyLines: true }).data[0] ?? {};
}

async function endFaults(db: Db, end: Line | undefined, { events }: Checked): Promise<string[]> {
	if (!end) return ['The file has no last row with the head of the chain: it was cut off.'];
	const said = JSON.parse(end['After'] ?? '{}') as { eventsInFile?: number };
	const head = end['Hash'] ?? '';
	return [
		...(said.eventsInFile === events
			? []
			: [`The file says ${String(said.eventsInFile)} events and has ${events}.`]),
		...((await list.hasHash(db, head)) ? [] : ['The chain never had the head on the last row.'])
	];
}
