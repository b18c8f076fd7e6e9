import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Db } from '$lib/server/db/client.ts';
import { current } from '$lib/server/publication.ts';
import * as figures from '$lib/server/figures.ts';

// The latest figures of all places of one kind: the same for each of the 169 neighbourhoods, and the
// slowest question of their pages. So it is asked once for each publication and instant.

const kept = new WeakMap<Db, Map<string, Promise<Figure[]>>>();
/** A few vintages of the last editions asked for. */
const MOST = 8;

export async function peersOf(db: Db, at: string, vintage: string): Promise<Figure[]> {
	const { stamp } = await current(db);
	const known = kept.get(db) ?? new Map<string, Promise<Figure[]>>();
	kept.set(db, known);
	const key = `${stamp} ${at} ${vintage}`;
	const found = known.get(key);
	if (found) return found;
	const asked = figures.latest(db, at, { vintages: [vintage], breakdowns: ['all'] });
	const oldest = known.keys().next().value;
	if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
	known.set(key, asked);
	// A failure is not kept: the next reader asks again.
	asked.catch(() => known.delete(key));
	return asked;
}
