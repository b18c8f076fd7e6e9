import type { Table } from '../../domain/coldspot/measure.ts';
import type { Recipe } from '../../domain/coldspot/recipe.ts';
import type { CensusTable, Read } from '../load/open-data.ts';

/** Every table that a recipe reads, in the order of `codes`. */
export function tablesOf(recipe: Recipe, codes: string[], read: Read): Map<string, Table> {
	const measures = [...recipe.domains.flatMap((domain) => domain.measures), ...recipe.beside];
	const names = [...new Set(measures.map(({ source }) => source.table))];
	return new Map(names.map((name) => [name, tableOf(name, codes, read)]));
}

interface ScoreFile {
	codes: string[];
	columns?: string[];
	values?: (number | null)[][];
	percent?: (number | null)[];
}

function tableOf(name: string, codes: string[], read: Read): Table {
	if (name.startsWith('census')) {
		const { columns, neighbourhoods } = read<CensusTable>(`${name}.json`);
		if (!neighbourhoods) throw new Error(`${name} has no neighbourhoods`);
		return { columns, values: neighbourhoods.values.map(inOrder(neighbourhoods.codes, codes)) };
	}
	const file = read<ScoreFile>(`${name}.json`);
	const columns = file.columns ?? ['percent'];
	const values = file.values ?? [file.percent ?? []];
	return { columns, values: values.map(inOrder(file.codes, codes)) };
}

function inOrder(from: readonly string[], to: readonly string[]) {
	const places = new Map(from.map((code, place) => [code, place]));
	return (column: (number | null)[]) => to.map((code) => column[places.get(code) ?? -1] ?? null);
}
