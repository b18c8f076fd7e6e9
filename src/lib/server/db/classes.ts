import type { Db } from './client.ts';

export interface ClassBreaks {
	indicator: string;
	vintage: string;
	version: number;
	method: string;
	/** Upper bounds of classes (previous, upper]; the last is the largest value. */
	upper: number[];
	computedOn: string;
}

/** Latest published class breaks of every indicator that has them for one geography. */
export async function ofVintage(db: Db, vintage: string): Promise<ClassBreaks[]> {
	const rows = await db
		.selectFrom('class_breaks')
		.selectAll()
		.distinctOn('indicator')
		.where('vintage', '=', vintage)
		.orderBy('indicator')
		.orderBy('version', 'desc')
		.execute();
	return rows.map(({ computed_on, ...row }) => ({ ...row, computedOn: computed_on }));
}

/** Latest published class breaks of an indicator for one geography; fixed across its periods. */
export async function forMap(
	db: Db,
	indicator: string,
	vintage: string
): Promise<ClassBreaks | undefined> {
	const row = await db
		.selectFrom('class_breaks')
		.selectAll()
		.where('indicator', '=', indicator)
		.where('vintage', '=', vintage)
		.orderBy('version', 'desc')
		.executeTakeFirst();
	return (
		row && {
			indicator: row.indicator,
			vintage: row.vintage,
			version: row.version,
			method: row.method,
			upper: row.upper,
			computedOn: row.computed_on
		}
	);
}
