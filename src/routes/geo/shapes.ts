import { createHash } from 'node:crypto';
import { LOCALITIES } from '$lib/domain/area.ts';
import { type Outline, outlines, projectionFor } from '$lib/map/project.ts';
import type { Shapes } from '$lib/map/shapes.ts';
import * as boundaries from '$lib/server/db/boundaries.ts';
import type { BoundarySet } from '$lib/server/db/boundaries.ts';
import type { Db } from '$lib/server/db/client.ts';

// Outlines of one boundary set with the localities and the borough, drawn once per process and
// named by a hash of what they were drawn from: a replaced boundary has another address.

/** Raise when the way of drawing changes, so that browsers fetch the new drawing. */
const DRAWING = '1';
/** Vintage of the borough's outline. */
export const BOROUGH = 'borough';

export interface Drawing {
	set: BoundarySet;
	hash: string;
	areas: Outline[];
	localities: Outline[];
	borough: Outline[];
}

const drawings = new Map<string, Promise<Drawing | undefined>>();

/** The drawing now in use of a vintage such as `lsoa-2021`; undefined when there is no such set. */
export async function drawingOf(db: Db, vintage: string): Promise<Drawing | undefined> {
	const inUse = await boundaries.inUse(db);
	const set = inUse.findLast((one) => one.vintage === vintage);
	if (!set) return undefined;
	const hash = hashOf(set, inUse);
	const key = `${vintage}.${hash}`;
	const made = drawings.get(key) ?? draw(db, set, hash);
	drawings.set(key, made);
	made.catch(() => drawings.delete(key));
	return made;
}

/** What a page needs to draw a map of a vintage; undefined when there is no such set. */
export async function shapesOf(db: Db, vintage: string): Promise<Shapes | undefined> {
	const drawing = await drawingOf(db, vintage);
	if (!drawing) return undefined;
	const { set, areas, localities, borough } = drawing;
	const all = [...areas, ...localities, ...borough];
	return {
		vintage,
		label: set.label,
		note: set.note,
		href: `/geo/${vintage}.${drawing.hash}.svg`,
		codes: areas.map(({ code }) => code),
		outlines: (vintage === LOCALITIES ? areas : localities).map(({ code }) => code),
		whole: borough[0]?.code ?? null,
		boxes: Object.fromEntries(all.map(({ code, box }) => [code, box])),
		centres: Object.fromEntries(all.map(({ code, centre }) => [code, centre]))
	};
}

function hashOf(set: BoundarySet, inUse: readonly BoundarySet[]): string {
	const used = inUse.filter(({ vintage }) => vintage === LOCALITIES || vintage === BOROUGH);
	const parts = [DRAWING, set.hash, ...used.map(({ hash }) => hash)];
	return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 8);
}

async function draw(db: Db, set: BoundarySet, hash: string): Promise<Drawing | undefined> {
	const [own, localities, borough] = await Promise.all(
		[set.vintage, LOCALITIES, BOROUGH].map((vintage) => boundaries.topology(db, vintage))
	);
	if (!own) return undefined;
	const projection = projectionFor((borough ?? own).topology);
	const drawn = (part: typeof own | undefined) =>
		part && part.vintage !== set.vintage ? outlines(part.topology, projection) : [];
	return {
		set,
		hash,
		areas: outlines(own.topology, projection),
		localities: drawn(localities),
		borough: drawn(borough)
	};
}
