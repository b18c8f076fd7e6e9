import { sql } from 'kysely';
import type { Trx } from './client.ts';
import { insertAll } from './loading.ts';
import type { NewObservation } from './schema.ts';

// For `npm run refresh`: which figures are held now, which of them came with open data, and the change
// from one to the next. Nothing is overwritten.

/** Every figure held at present. Those that came with an edition of open data bear its instant. */
export async function heldNow(trx: Trx, openData: { first: string; later: string }) {
	const rows = await trx
		.selectFrom('observations')
		.selectAll()
		.select((eb) =>
			eb
				.exists(
					eb
						.selectFrom('editions')
						.select('editions.id')
						.whereRef('editions.published_at', '=', 'observations.held_from')
						.where((or) =>
							or.or([
								or('editions.id', '=', openData.first),
								or('editions.id', 'like', `${openData.later}%`)
							])
						)
				)
				.as('isOurs')
		)
		.where('held_to', 'is', null)
		.execute();
	return rows.map((row) => ({ ...row, isOurs: Boolean(row.isOurs) }));
}

/** Ends what is no longer held and adds what is held from now on. */
export async function exchange(
	trx: Trx,
	{ closed, rows }: { closed: readonly number[]; rows: readonly NewObservation[] },
	now: Date
): Promise<void> {
	const ids = JSON.stringify(closed);
	await sql`update observations set held_to = ${now}
		where id in (select value::bigint from json_array_elements_text(${ids}::json))`.execute(trx);
	await insertAll(
		trx,
		'observations',
		rows.map((row) => ({ ...row, held_from: now }))
	);
}

/** Codes of the areas of one level, or of all that are held. */
export async function areaCodes(trx: Trx, level?: string): Promise<Set<string>> {
	const rows = await trx
		.selectFrom('areas')
		.select('code')
		.$if(level !== undefined, (query) => query.where('level', '=', level ?? ''))
		.execute();
	return new Set(rows.map(({ code }) => code));
}
