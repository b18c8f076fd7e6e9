// What may be shown of one indicator's counts of people, decided for all of its places, groups, periods
// and editions together at the moment of publication. What an earlier edition showed is known to the
// attacker; what one hid stays hidden; only new figures can still be hidden.
import { isTooSmall, type Protection } from './gate.ts';
import { cellOf, type CountRow, ledger, type Ledger, type Quantity } from './ledger.ts';
import { choose, type Choice } from './pattern.ts';
import type { Range } from './attacker.ts';
import type { Rule } from './rule.ts';
import { type Sealed, unseal } from './seal.ts';
import type { Structure } from './structure.ts';

export interface Release {
	/** The decision for every new row. */
	marks: Map<number, Protection>;
	/** New rows that no pattern protects: nothing of their table is published. */
	withheld: number[];
}

const quantities: readonly Quantity[] = ['count', 'base'];

/** Decides which new rows are shown. Rows are all of one indicator ever held, in any version. */
export function release(
	sealed: readonly Sealed<CountRow>[],
	structure: Structure,
	rule: Rule
): Release {
	return decided(published(sealed.map((row) => unseal(row))), structure, rule);
}

/**
 * Decides anew what was shown, by a stricter rule, as if nobody had seen it. What is hidden stays hidden;
 * marks of those that were shown say what is hidden from now on, in every edition.
 */
export function tighten(
	sealed: readonly Sealed<CountRow>[],
	structure: Structure,
	rule: Rule
): Release {
	const rows = published(sealed.map((row) => unseal(row)));
	const anew = rows.map((row) => (row.protection === 'shown' ? { ...row, protection: null } : row));
	return decided(anew, structure, rule);
}

function decided(rows: readonly CountRow[], structure: Structure, rule: Rule): Release {
	const before = earlierDecisions(rows);
	const fresh = rows.filter(({ protection }) => protection === null);
	const known = (row: CountRow) => row.protection ?? before.get(content(row));
	const isPrimary = (row: CountRow) => row.isBarred || tooSmall(row, rule);
	const wasHidden = (row: CountRow) => (known(row) ?? 'shown') !== 'shown';
	const hidden = new Set(
		rows.filter((row) => wasHidden(row) || (row.protection === null && isPrimary(row)))
	);
	const withheld = new Set<number>();
	const books = quantities.map((quantity) => ledger(rows, { structure, rule }, quantity));
	for (let size = -1; size < hidden.size;) {
		size = hidden.size;
		quantities.forEach((quantity, i) => {
			const book = books[i] as Ledger;
			const choice = choose(book, problem(rows, hidden, { quantity, rule, decided: known }));
			for (const row of fresh) {
				if (!choice.hidden.has(cellOf(row, quantity)) || hidden.has(row)) continue;
				hidden.add(row);
				if (choice.unprotected.has(cellOf(row, quantity))) withheld.add(row.id);
			}
		});
	}
	const mark = (row: CountRow): Protection =>
		!hidden.has(row) ? 'shown' : isPrimary(row) ? 'primary' : 'secondary';
	return { marks: new Map(fresh.map((row) => [row.id, mark(row)])), withheld: [...withheld] };
}

/** Rows that were replaced before they were ever published are known to nobody. */
const published = (rows: readonly CountRow[]): CountRow[] =>
	rows.filter(({ protection, heldTo }) => protection !== null || heldTo === null);

const content = ({ area, period, breakdown, count, base }: CountRow): string =>
	[area, period, breakdown, count, base].join(' ');

/** The same figure published again keeps its decision; shown once, it is known. */
function earlierDecisions(rows: readonly CountRow[]): Map<string, Protection> {
	const decisions = new Map<string, Protection>();
	for (const row of rows) {
		if (row.protection === null || decisions.get(content(row)) === 'shown') continue;
		decisions.set(content(row), row.protection);
	}
	return decisions;
}

function tooSmall({ count, base }: CountRow, rule: Rule): boolean {
	return isTooSmall(count, base, rule);
}

interface Given {
	quantity: Quantity;
	rule: Rule;
	decided: (row: CountRow) => Protection | undefined;
}

function problem(
	rows: readonly CountRow[],
	hidden: ReadonlySet<CountRow>,
	{ quantity, rule, decided }: Given
): Choice {
	const counted = rows.filter((row) => row[quantity] !== null);
	const known = counted.filter((row) => !hidden.has(row) && decided(row) === 'shown');
	const knownCells = new Set(known.map((row) => cellOf(row, quantity)));
	const secret = counted.filter((row) => hidden.has(row) && !knownCells.has(cellOf(row, quantity)));
	return {
		hidden: new Set(secret.map((row) => cellOf(row, quantity))),
		known: knownCells,
		bounds: new Map(
			secret.flatMap((row) => {
				const range = quantity === 'count' ? boundsOf(row, rule) : baseBounds(row, rule);
				return range ? [[cellOf(row, quantity), range] as const] : [];
			})
		),
		rule
	};
}

/** What the rule tells an attacker, who is taken to know the denominator, about a small count. */
function boundsOf(
	{ count, base }: CountRow,
	{ threshold, suppressZeros }: Rule
): Range | undefined {
	const least = suppressZeros ? 0 : 1;
	const most = threshold - 1;
	if (count === null) return undefined;
	if (count >= least && count <= most) return { lower: least, upper: most };
	if (base === null || base < count) return undefined;
	if (base < threshold) return { lower: 0, upper: most };
	if (base - count <= most && base - count >= least)
		return { lower: base - most, upper: base - least };
	return { lower: 0, upper: base };
}

function baseBounds({ base }: CountRow, { threshold }: Rule): Range | undefined {
	return base !== null && base < threshold ? { lower: 0, upper: threshold - 1 } : undefined;
}
