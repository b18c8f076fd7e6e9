// Many answers to one extract: which pages to ask for, and the pages put together with one header.

/** Where the pages after the first begin, when there are so many records in all. */
export function laterOffsets(total: number, page: number): number[] {
	const pages = Math.max(0, Math.ceil(total / page) - 1);
	return Array.from({ length: pages }, (_, at) => (at + 1) * page);
}

export interface Joined {
	readonly text: string;
	/** Without the header. */
	readonly rows: number;
}

/** Pages of CSV with the same header as one; undefined when the headers differ. */
export function joined(pages: readonly string[]): Joined | undefined {
	const parts = pages.map(parted);
	const [first] = parts;
	if (!first || parts.some(({ header }) => header !== first.header)) return undefined;
	const bodies = parts.map(({ body }) => body).filter((body) => body !== '');
	return {
		text: [first.header, ...bodies].join('\n') + '\n',
		rows: parts.reduce((sum, { rows }) => sum + rows, 0)
	};
}

/** The header of a page, the rest of it, and the number of records in the rest. */
function parted(page: string) {
	const text = page.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
	const end = recordEnd(text, 0);
	const body = text.slice(end + 1).replace(/\n+$/, '');
	return { header: text.slice(0, end), body, rows: body === '' ? 0 : recordsIn(body) };
}

function recordsIn(text: string): number {
	let records = 0;
	for (let at = 0; at < text.length; at = recordEnd(text, at) + 1) records++;
	return records;
}

/** The end of the line on which a record ends: lines inside quotes are part of it (RFC 4180). */
function recordEnd(text: string, from: number): number {
	let isQuoted = false;
	for (let at = from; at < text.length; at++) {
		const sign = text[at];
		if (sign === '"') isQuoted = !isQuoted;
		else if (sign === '\n' && !isQuoted) return at;
	}
	return text.length;
}

/** Months from the first to the last, '2026-07'; none when they are the wrong way round. */
export function monthsBetween(from: string, to: string): string[] {
	const months: string[] = [];
	for (let month = from; month <= to && months.length < 1_000; month = nextMonth(month)) {
		months.push(month);
	}
	return months;
}

function nextMonth(month: string): string {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
