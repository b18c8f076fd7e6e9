import type { Db, Trx } from '../db/client.ts';
import { kindOf } from '../db/demonstration.ts';
import { setSetting, setting } from '../db/loading.ts';
import { Refusal } from '../refusal.ts';

// What makes a database a demonstration, and keeps the two kinds apart: a setting, written in the
// transaction that fills the database, and asked for before anything is served from it.

/** Setting: this database holds invented figures. */
export const DEMONSTRATION = 'demonstration';
/** Source of every invented figure. */
export { ILLUSTRATIVE } from '../../domain/illustrative.ts';

/** Who looks at a page of it must be told. */
export const isDemonstration = async (db: Db): Promise<boolean> =>
	(await setting(db, DEMONSTRATION)) !== undefined;

export const markDemonstration = (trx: Trx, value: string, now: Date): Promise<void> =>
	setSetting(trx, DEMONSTRATION, value, now);

/** `npm start` serves no invented figure. */
export async function refuseDemonstration(db: Db): Promise<void> {
	if ((await kindOf(db, DEMONSTRATION)) !== 'demonstration') return;
	throw new Refusal(
		'This database is a demonstration with invented figures: start it with npm run demo, or set DATA_DIR or DATABASE_URL to another database.'
	);
}

/** `npm run demo` adds invented figures to nothing that holds real work. */
export async function refuseReal(db: Db): Promise<void> {
	if ((await kindOf(db, DEMONSTRATION)) !== 'real') return;
	throw new Refusal(
		'This database is not a demonstration: npm run demo fills only an empty one. Set DATA_DIR or DATABASE_URL to another database, or leave both out for .demo.'
	);
}
