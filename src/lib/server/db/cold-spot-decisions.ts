import type { Db, Trx } from './client.ts';

// The standing of a version of a lens: draft until a named role signs it, hidden by an administrator.

export interface Decision {
	lens: string;
	version: number;
	decision: 'signed' | 'hidden';
	role: string;
	decidedAt: string;
}

/** Every decision, oldest first. */
export async function all(db: Db): Promise<Decision[]> {
	const rows = await db.selectFrom('cold_spot_decisions').selectAll().orderBy('id').execute();
	return rows.map(({ lens, version, decision, role, decided_at }) => ({
		lens,
		version,
		decision: decision as Decision['decision'],
		role,
		decidedAt: decided_at.toISOString()
	}));
}

/** Records a decision and gives the version its standing; false when there is no such version. */
export async function decide(
	trx: Trx,
	given: Omit<Decision, 'decidedAt'>,
	now: Date
): Promise<boolean> {
	const { lens, version, decision, role } = given;
	const isSigned = decision === 'signed';
	const updated = await trx
		.updateTable('cold_spot_recipes')
		.set({
			status: decision,
			signed_by_role: isSigned ? role : null,
			signed_at: isSigned ? now : null
		})
		.where('lens', '=', lens)
		.where('version', '=', version)
		.executeTakeFirst();
	if (updated.numUpdatedRows === 0n) return false;
	await trx
		.insertInto('cold_spot_decisions')
		.values({ ...given, decided_at: now })
		.execute();
	if (isSigned) await replaceOthers(trx, lens, version);
	return true;
}

/** One version of a lens is in force: the one signed before it is kept beside it as replaced. */
async function replaceOthers(trx: Trx, lens: string, version: number): Promise<void> {
	await trx
		.updateTable('cold_spot_recipes')
		.set({ status: 'replaced', signed_by_role: null, signed_at: null })
		.where('lens', '=', lens)
		.where('version', '!=', version)
		.where('status', '=', 'signed')
		.execute();
}
