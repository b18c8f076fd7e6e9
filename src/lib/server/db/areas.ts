import type { Area, AreaLevel, AreaLink } from '../../domain/area.ts';
import type { Db } from './client.ts';
import type { AreaLinksTable, AreasTable } from './schema.ts';

/** Every area of every vintage, by level and name. */
export async function all(db: Db): Promise<Area[]> {
	const rows = await db.selectFrom('areas').selectAll().orderBy('level').orderBy('name').execute();
	return rows.map(area);
}

export async function byCode(db: Db, code: string): Promise<Area | undefined> {
	const row = await db.selectFrom('areas').selectAll().where('code', '=', code).executeTakeFirst();
	return row && area(row);
}

/** Areas of one vintage, by name: `wards-2026`, `lsoa-2021`, `localities-2021`. */
export async function ofVintage(db: Db, vintage: string): Promise<Area[]> {
	const rows = await db
		.selectFrom('areas')
		.selectAll()
		.where('vintage', '=', vintage)
		.orderBy('name')
		.execute();
	return rows.map(area);
}

/** Local areas whose name, note (neighbourhood name) or code contains the words, at most `limit`. */
export async function search(db: Db, words: string, limit: number): Promise<Area[]> {
	const pattern = `%${words
		.trim()
		.toLowerCase()
		.replaceAll(/[%_\\]/g, '\\$&')}%`;
	const rows = await db
		.selectFrom('areas')
		.selectAll()
		.where('is_local', '=', true)
		.where(({ eb, fn, or }) =>
			or([
				eb(fn<string>('lower', ['name']), 'like', pattern),
				eb(fn<string>('lower', ['note']), 'like', pattern),
				eb(fn<string>('lower', ['code']), 'like', pattern)
			])
		)
		.orderBy('level')
		.orderBy('name')
		.limit(limit)
		.execute();
	return rows.map(area);
}

/** Every dated membership that starts or ends at this area, parents and children. */
export async function linksOf(db: Db, code: string): Promise<AreaLink[]> {
	const rows = await db
		.selectFrom('area_links')
		.selectAll()
		.where(({ eb, or }) => or([eb('child', '=', code), eb('parent', '=', code)]))
		.orderBy('valid_from', 'desc')
		.orderBy('share', 'desc')
		.execute();
	return rows.map(link);
}

/** All memberships whose children are of one vintage and parents of another. */
export async function linksBetween(
	db: Db,
	childVintage: string,
	parentVintage: string
): Promise<AreaLink[]> {
	const rows = await db
		.selectFrom('area_links')
		.innerJoin('areas as child_area', 'child_area.code', 'area_links.child')
		.innerJoin('areas as parent_area', 'parent_area.code', 'area_links.parent')
		.selectAll('area_links')
		.where('child_area.vintage', '=', childVintage)
		.where('parent_area.vintage', '=', parentVintage)
		.orderBy('child')
		.orderBy('share', 'desc')
		.execute();
	return rows.map(link);
}

/** Every dated membership there is, by smaller area. */
export async function allLinks(db: Db): Promise<AreaLink[]> {
	const rows = await db
		.selectFrom('area_links')
		.selectAll()
		.orderBy('child')
		.orderBy('valid_from', 'desc')
		.orderBy('share', 'desc')
		.execute();
	return rows.map(link);
}

/** Members of a comparator set (`similar`, `neighbours`) in their published order. */
export async function comparatorSet(db: Db, set: string): Promise<Area[]> {
	const rows = await db
		.selectFrom('comparator_members')
		.innerJoin('areas', 'areas.code', 'comparator_members.area_code')
		.selectAll('areas')
		.where('set_code', '=', set)
		.orderBy('position')
		.execute();
	return rows.map(area);
}

function area(row: AreasTable): Area {
	return {
		code: row.code,
		level: row.level as AreaLevel,
		vintage: row.vintage,
		name: row.name,
		slug: row.slug,
		validFrom: row.valid_from,
		validTo: row.valid_to,
		isLocal: row.is_local,
		note: row.note
	};
}

function link(row: AreaLinksTable): AreaLink {
	return {
		child: row.child,
		parent: row.parent,
		share: row.share,
		basis: row.basis,
		isBestFit: row.is_best_fit,
		evidence: row.evidence,
		validFrom: row.valid_from,
		validTo: row.valid_to
	};
}
