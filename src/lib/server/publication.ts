import type { Edition } from '../domain/edition.ts';
import { NOTICE } from '../domain/illustrative.ts';
import type { Db } from './db/client.ts';
import * as editions from './db/editions.ts';
import { isDemonstration } from './demo/mark.ts';
import * as settings from './db/settings.ts';

// What is published changes seldom, and another process may change it (an import on PostgreSQL).
// So it is asked for at most once a second, and everything made from it is kept until it changes.

export interface Publication {
	editions: readonly Edition[];
	/** Equal stamps mean equal pages. */
	stamp: string;
}

const FRESH_MS = 1000;
const known = new WeakMap<Db, { at: number; publication: Promise<Publication> }>();

/** The publication as it stands, at most a second old. */
export function current(db: Db, now: number = performance.now()): Promise<Publication> {
	const last = known.get(db);
	if (last && now - last.at < FRESH_MS) return last.publication;
	const publication = ask(db);
	known.set(db, { at: now, publication });
	// A failure is not kept: the next request asks again.
	publication.catch(() => known.delete(db));
	return publication;
}

/** Forgets what is known: for whoever changes the publication in this process. */
export function forget(db: Db): void {
	known.delete(db);
}

async function ask(db: Db): Promise<Publication> {
	const [all, written, invented] = await Promise.all([
		editions.all(db),
		settings.stamp(db),
		isDemonstration(db)
	]);
	const marked = all.map((edition) => (invented ? { ...edition, notice: NOTICE } : edition));
	return { editions: marked, stamp: `${all.at(-1)?.id ?? ''} ${all.length} ${written}` };
}
