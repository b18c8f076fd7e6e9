// What if the small counts had come out a little differently? Every count of a table is drawn again
// from a Poisson distribution with the published count as its mean. Published scores stay.

import { type Random, uniform } from '../random.ts';
import type { Table, Tables } from './measure.ts';

/** New tables with each known count redrawn; `fixed` names the tables of scores. */
export function redrawn(tables: Tables, fixed: ReadonlySet<string>, random: Random): Tables {
	const drawn = new Map<string, Table>();
	for (const [name, table] of tables) {
		drawn.set(name, fixed.has(name) ? table : redrawTable(table, random));
	}
	return drawn;
}

function redrawTable(table: Table, random: Random): Table {
	return {
		columns: table.columns,
		values: table.values.map((column) =>
			column.map((count) => (count === null ? null : poisson(count, random)))
		)
	};
}

/** Knuth's product method below 30; the rounded normal approximation above, where it is close. */
export function poisson(mean: number, random: Random): number {
	if (mean <= 0) return 0;
	if (mean >= 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
	const limit = Math.exp(-mean);
	let product = uniform(random);
	let count = 0;
	while (product > limit) {
		product *= uniform(random);
		count++;
	}
	return count;
}

/** Box and Muller 1958. */
function normal(random: Random): number {
	const radius = Math.sqrt(-2 * Math.log(1 - uniform(random)));
	return radius * Math.cos(2 * Math.PI * uniform(random));
}
