import type { Influence } from '../domain/influence.ts';
import * as answerable from './db/answerable.ts';
import type { Db } from './db/client.ts';
import * as influences from './db/influences.ts';

export interface Answers extends answerable.Answerable {
	influence: Influence | null;
}

/** Who answers for one indicator and how far the council can move it, as of an instant and its day. */
export async function answersFor(
	db: Db,
	code: string,
	{ at, on }: { at: string; on: string }
): Promise<Answers> {
	const [posts, influence] = await Promise.all([
		answerable.onDay(db, on),
		influences.inForce(db, at)
	]);
	const { owner = null, contributors = [] } = posts.get(code) ?? {};
	return { owner, contributors, influence: influence.get(code) ?? null };
}
