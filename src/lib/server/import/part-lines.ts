import { EVERYONE } from '../../domain/entry/cell.ts';
import type { ImportedFigure } from '../../domain/import/record.ts';
import { printable } from './told.ts';

// Figures as the database takes them fastest: lines of COPY's text form, each with the figures of one
// indicator and period as arrays, in the order of db/import-figures.ts. They are written in the worker:
// the thread that serves readers passes them on.

export function linesOf(id: string, figures: readonly ImportedFigure[]): string {
	let lines = '';
	for (const [period, some] of Map.groupBy(figures, (one) => one.period.id)) {
		for (const [indicator, part] of Map.groupBy(some, (one) => one.indicator)) {
			lines += `${id}\t${indicator}\t${period}\t${ARRAYS.map((of) => of(part)).join('\t')}\n`;
		}
	}
	return lines;
}

type ToArray = (part: readonly ImportedFigure[]) => string;

/** An array of what figures say; none where all of them say what is usual. */
function arrayOf<T>(of: (one: ImportedFigure) => T, usual: T, write: (said: T) => string): ToArray {
	return (part) => {
		if (part.every((one) => of(one) === usual)) return NULL;
		return `{${part.map((one) => write(of(one))).join(',')}}`;
	};
}

const NULL = '\\N';
const numbers = (of: (one: ImportedFigure) => number | null): ToArray =>
	arrayOf(of, null, (said) => (said === null ? 'NULL' : String(said)));

/** Words of ours, and codes that we know, need no quotes. */
const words = (of: (one: ImportedFigure) => string | boolean, usual: string | boolean): ToArray =>
	arrayOf(of, usual, String);

/** The sender's own words: marked once for the array and once for the line. */
const quoted = (text: string): string =>
	`"${text.replace(/["\\]/g, '\\$&')}"`.replace(/[\\\t\n\r]/g, (sign) => SIGNS[sign] ?? sign);
const SIGNS: Readonly<Record<string, string>> = {
	...{ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
};

const ARRAYS: readonly ToArray[] = [
	numbers(({ row }) => row),
	words(({ area }) => area, ''),
	words(({ breakdown }) => breakdown, EVERYONE),
	numbers(({ numerator }) => numerator),
	numbers(({ denominator }) => denominator),
	numbers(({ value }) => value),
	numbers(({ lower }) => lower),
	numbers(({ upper }) => upper),
	words(({ state }) => state, 'known'),
	words(({ provisional }) => provisional, false),
	words(({ estimated }) => estimated, false),
	arrayOf(
		({ note }) => note,
		null,
		(note) => (note === null ? 'NULL' : quoted(printable(note)))
	)
];
