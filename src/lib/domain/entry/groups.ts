import { EVERYONE, type EntryCell, type EntryRule } from './cell.ts';
import type { Problem } from './check.ts';

// Women and men, ages: rows beside those of everyone. Nobody has to know them, so they may add up to
// less than everyone; they cannot add up to more.

/** A group of people that the return also asks about. */
export interface Group {
	/** Id of the breakdown. */
	readonly id: string;
	readonly label: string;
	/** Sex or age: the groups of one kind share nobody. */
	readonly dimension: string;
}

/** The part of a return's sheet that its groups need. */
interface Asked {
	readonly groups: readonly Group[];
	readonly places: readonly { readonly code: string; readonly name: string }[];
	readonly rule: EntryRule;
}

const isEmpty = ({ state, numerator, denominator, value }: EntryCell): boolean =>
	state === null && numerator === null && denominator === null && value === null;

const isLeftOut = ({ id }: Group, cells: readonly EntryCell[]): boolean =>
	cells.filter(({ breakdown }) => breakdown === id).every(isEmpty);

/** Cells of groups of which nothing was entered are asked about once, not one by one. */
export function askedCells({ groups }: Pick<Asked, 'groups'>, cells: readonly EntryCell[]) {
	const left = new Set(groups.filter((group) => isLeftOut(group, cells)).map(({ id }) => id));
	return cells.filter(({ breakdown }) => !left.has(breakdown));
}

export function problemsOfGroups(sheet: Asked, cells: readonly EntryCell[]): Problem[] {
	const left = sheet.groups
		.filter((group) => isLeftOut(group, cells))
		.map(({ id, label }): Problem => {
			const message = `${label}: nothing is entered. Say why these figures are left out.`;
			return { kind: 'warning', code: 'group left out', area: null, breakdown: id, message };
		});
	return [...left, ...tooMany(sheet, cells)];
}

function tooMany({ groups, places, rule }: Asked, cells: readonly EntryCell[]): Problem[] {
	if (rule.form === 'value') return [];
	return [...Map.groupBy(groups, ({ dimension }) => dimension).values()].flatMap((kind) =>
		places.flatMap(({ code, name }): Problem[] => {
			const of = (breakdown: string) =>
				cells.find((cell) => cell.area === code && cell.breakdown === breakdown)?.numerator ?? null;
			const everyone = of(EVERYONE);
			const added = kind.reduce((sum, { id }) => sum + (of(id) ?? 0), 0);
			if (everyone === null || added <= everyone) return [];
			const labels = kind.map(({ label }) => label.toLowerCase()).join(', ');
			const message = `${name}: ${labels} add up to ${added}, more than the ${everyone} of everyone.`;
			const place = { area: code, breakdown: EVERYONE, message };
			return [{ kind: 'error', code: 'groups above everyone', ...place }];
		})
	);
}
