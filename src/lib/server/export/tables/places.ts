import { type Area, type AreaLink, levels } from '../../../domain/area.ts';
import { table, type Column, type Table } from '../../../domain/table.ts';
import type { Reference } from '../reference.ts';
import { optional, required } from './columns.ts';

// Areas of every vintage, and the dated memberships that join them. By code, never by name.

export const areaColumns: Column<Area>[] = [
	required(['area_code', 'Area code', 'GSS code, or the locality’s own code'], (area) => area.code),
	required(['area', 'Area', 'Name of the area'], (area) => area.name),
	required(['level', 'Level', 'Level of geography, in words'], (area) => levels[area.level].one),
	required(['boundaries', 'Boundaries', 'Version of the outline'], (area) => area.vintage),
	optional(
		['valid_from', 'In force from', 'First day in force; blank when not known'],
		(area) => area.validFrom,
		'date'
	),
	optional(
		['valid_to', 'In force to', 'Last day in force; blank while still in force'],
		(area) => area.validTo,
		'date'
	),
	required(
		['is_local', 'In Walsall', 'True for the borough and its parts, false for comparators'],
		(area) => area.isLocal,
		'boolean'
	),
	optional(
		['note', 'Note', 'Remark, such as the name of the surrounding community area'],
		(area) => area.note
	)
];

export const areas = (rows: readonly Area[]): Table => table(areaColumns, rows, ['area_code']);

export function lookups(rows: readonly AreaLink[], reference: Reference): Table {
	return table(lookupColumns(reference), rows, ['child_code', 'parent_code', 'valid_from']);
}

export function lookupColumns({ areas }: Reference): Column<AreaLink>[] {
	const name = (code: string) => areas.get(code)?.name ?? code;
	const vintage = (code: string) => areas.get(code)?.vintage ?? '';
	return [
		required(
			['child_code', 'Smaller area code', 'Code of the area that is a part'],
			(link) => link.child
		),
		required(['child', 'Smaller area', 'Its name'], (link) => name(link.child)),
		required(['child_boundaries', 'Smaller area boundaries', 'Version of its outline'], (link) =>
			vintage(link.child)
		),
		required(
			['parent_code', 'Larger area code', 'Code of the area that it lies in'],
			(link) => link.parent
		),
		required(['parent', 'Larger area', 'Its name'], (link) => name(link.parent)),
		required(['parent_boundaries', 'Larger area boundaries', 'Version of its outline'], (link) =>
			vintage(link.parent)
		),
		required(
			['share', 'Share', 'Part of the smaller area that lies in the larger, 0 to 1'],
			(link) => link.share,
			'number'
		),
		required(['basis', 'Basis', 'What the share counts'], (link) => link.basis),
		required(
			['is_best_fit', 'Best fit', 'True when figures of the smaller area count here'],
			(link) => link.isBestFit,
			'boolean'
		),
		required(['evidence', 'Evidence', 'How we know'], (link) => link.evidence),
		required(['valid_from', 'Valid from', 'First day'], (link) => link.validFrom, 'date'),
		optional(
			['valid_to', 'Valid to', 'Last day; blank while it holds'],
			(link) => link.validTo,
			'date'
		)
	];
}
