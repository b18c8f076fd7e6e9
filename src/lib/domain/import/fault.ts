/** One error in a file that was sent: where it is, what is wrong, and what to do about it. */
export interface Fault {
	/** Row as a spreadsheet counts: the header is row 1. Null: the file as a whole. */
	row: number | null;
	column: string | null;
	wrong: string;
	todo: string;
}

/** A row of a file with its cells by column. */
export interface FileRow<Column extends string> {
	row: number;
	cells: Record<Column, string>;
}
