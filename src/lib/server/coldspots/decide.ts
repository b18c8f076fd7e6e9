import * as decisions from '../db/cold-spot-decisions.ts';
import { type Db, transaction } from '../db/client.ts';
import { setSetting } from '../db/loading.ts';
import { Refusal } from '../refusal.ts';

// A named role signs a version of a lens; an administrator can hide it. Both are recorded for good.

export const ADMINISTRATOR = 'administrator';
/** Written with each decision, so that pages made before it are not served again. */
const KEY = 'cold-spots';

export interface Asked {
	decision: decisions.Decision['decision'];
	lens: string;
	version: string;
	/** The role that signs; an administrator hides. */
	role?: string;
}

/** Signs or hides; returns a sentence of what was done, and refuses with one otherwise. */
export async function decide(db: Db, { decision, lens, version, role }: Asked, now: Date) {
	const by = decision === 'hidden' ? ADMINISTRATOR : (role ?? '').trim();
	if (by === '') throw new Refusal('A version is signed by a named role: add it in quotes.');
	const number = Number(version);
	const done =
		Number.isInteger(number) &&
		(await transaction(db, async (trx) => {
			const found = await decisions.decide(trx, { lens, version: number, decision, role: by }, now);
			if (found) await setSetting(trx, KEY, `${lens} ${version} ${decision}`, now);
			return found;
		}));
	if (!done) throw new Refusal(`There is no version ${version} of a lens “${lens}”.`);
	return decision === 'signed'
		? `Version ${version} of the lens “${lens}” is signed by the ${by} and is no longer marked as a draft.`
		: `Version ${version} of the lens “${lens}” is hidden. Signing it shows it again.`;
}
