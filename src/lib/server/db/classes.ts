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
