// How large a file may be. A partner's return has a few hundred rows, a national table some ten
// thousand; what is beyond these limits is a mistake or an attack.

const MB = 1024 * 1024;

export const MOST_BYTES = 50 * MB;
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 1_000;
/** Of a workbook once it is unpacked: its sheets, texts and styles together. */
export const MOST_UNPACKED = 400 * MB;
/** Parts in the archive of a workbook. */
export const MOST_PARTS = 5_000;
/** Longest time that reading a file may take. */
export const MOST_SECONDS = 60;
/** Heap of the worker that reads it. */
export const MOST_HEAP_MB = 1_024;
/** Problems that are kept; the number of the others is said. */
export const MOST_PROBLEMS = 20_000;
