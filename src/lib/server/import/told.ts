import { cut } from '../../domain/import/place.ts';
import { error, warning, type ImportProblem } from '../../domain/import/problem.ts';
import type { Sheet } from '../../domain/import/sheet.ts';
import type { Table } from './open-file.ts';

// What is told of a file besides its figures: problems of the sheet as a whole, and texts of it that
// go onto a page.

export const sheetProblems = ({ sheet, hiddenRows }: Table): ImportProblem[] => [
	...hidden(hiddenRows),
	...tooWide(sheet)
];

const hidden = (rows: number): ImportProblem[] =>
	rows === 0
		? []
		: [
				warning(
					'hidden rows',
					{},
					`${rows} ${rows === 1 ? 'row is' : 'rows are'} hidden in the sheet and were read too. Take them out if they do not belong.`
				)
			];

/** A number with a comma that was not put in quotes falls into two cells: the row is then too long. */
function tooWide({ headers, body }: Sheet): ImportProblem[] {
	const width = headers.findLastIndex((header) => header !== '') + 1;
	return body.flatMap(({ row, cells }) => {
		const extra = cells.length <= width ? undefined : cells.slice(width).find((cell) => cell);
		if (extra === undefined) return NONE;
		return [
			error(
				'more cells than headers',
				{ row },
				`The row has more cells than the header (“${cut(printable(extra))}”). Put quotes around numbers and texts with commas, or give the column a header.`
			)
		];
	});
}

const NONE: readonly ImportProblem[] = [];

/** Marks that somebody has to explain. */
export const unclearMarks = (problems: readonly ImportProblem[]): string[] => [
	...new Set(
		problems
			.filter(({ code }) => code === 'mark unclear')
			.flatMap(({ message }) => /^“(.*?)”/.exec(message)?.[1] ?? [])
	)
];

/** Without characters that no database of text takes, or no screen shows. */
export const printable = (text: string): string =>
	text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd').slice(0, 2000);

export const printed = (problem: ImportProblem): ImportProblem => ({
	...problem,
	message: printable(problem.message),
	column: problem.column && printable(problem.column)
});
