import type { Db } from './client.ts';

export interface Breakdown {
	id: string;
	dimension: 'all' | 'sex' | 'age' | 'group';
	label: string;
	position: number;
	/** The group that it adds up to with others of its kind. */
	partOf: string | null;
}

/** Every breakdown by id, in display order. */
export async function all(db: Db): Promise<Map<string, Breakdown>> {
	const rows = await db.selectFrom('breakdowns').selectAll().orderBy('position').execute();
	return new Map(
		rows.map((row) => [
			row.id,
			{
				id: row.id,
				dimension: row.dimension as Breakdown['dimension'],
				label: row.label,
				position: row.position,
				partOf: row.part_of
			}
		])
	);
}
