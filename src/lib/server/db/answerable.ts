import type { Db, Trx } from './client.ts';

// One owner and named contributors of an indicator: directorates and posts, dated, never persons.

export type Part = 'owner' | 'contributor';

export interface Post {
	directorate: string;
	post: string;
}

export interface Answerable {
	owner: Post | null;
	contributors: Post[];
}

export interface AnswerableRow extends Post {
	part: Part;
	validFrom: string;
	validTo: string | null;
}

/** Who answers on a day, by indicator; the day that ends a row is the first of the next. */
export async function onDay(db: Db, on: string): Promise<Map<string, Answerable>> {
	const rows = await db
		.selectFrom('indicator_answerable')
		.select(['indicator', 'part', 'directorate', 'post'])
		.where('valid_from', '<=', on)
		.where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
		.orderBy('directorate')
		.orderBy('post')
		.execute();
	const found = new Map<string, Answerable>();
	for (const { indicator, part, directorate, post } of rows) {
		const own = found.get(indicator) ?? { owner: null, contributors: [] };
		if (part === 'owner') own.owner = { directorate, post };
		else own.contributors.push({ directorate, post });
		found.set(indicator, own);
	}
	return found;
}

/** Everyone who has answered for one indicator, the present first. */
export async function history(db: Db, indicator: string): Promise<AnswerableRow[]> {
	const rows = await db
		.selectFrom('indicator_answerable')
		.selectAll()
		.where('indicator', '=', indicator)
		.orderBy('valid_from', 'desc')
		.execute();
	return rows.map((row) => ({
		part: row.part as Part,
		directorate: row.directorate,
		post: row.post,
		validFrom: row.valid_from,
		validTo: row.valid_to
	}));
}

export interface NewPost extends Post {
	indicator: string;
	part: Part;
}

/** Begins a post's part on a day. A new owner ends the one before. */
export async function begin(trx: Trx, given: NewPost, on: string): Promise<void> {
	if (given.part === 'owner') await endOwner(trx, given.indicator, on);
	await trx
		.insertInto('indicator_answerable')
		.values({ ...given, valid_from: on, valid_to: null })
		.onConflict((conflict) =>
			conflict
				.columns(['indicator', 'part', 'directorate', 'post', 'valid_from'])
				.doUpdateSet({ valid_to: null })
		)
		.execute();
}

async function endOwner(trx: Trx, indicator: string, on: string): Promise<void> {
	await trx
		.updateTable('indicator_answerable')
		.set({ valid_to: on })
		.where('indicator', '=', indicator)
		.where('part', '=', 'owner')
		.where('valid_to', 'is', null)
		.execute();
}

/** Ends a post's part on a day; false when it has none. */
export async function end(trx: Trx, given: NewPost, on: string): Promise<boolean> {
	const ended = await trx
		.updateTable('indicator_answerable')
		.set({ valid_to: on })
		.where('indicator', '=', given.indicator)
		.where('part', '=', given.part)
		.where('directorate', '=', given.directorate)
		.where('post', '=', given.post)
		.where('valid_to', 'is', null)
		.executeTakeFirst();
	return ended.numUpdatedRows > 0n;
}
