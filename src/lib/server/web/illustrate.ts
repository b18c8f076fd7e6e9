import Papa from 'papaparse';
import { NOTICE_COLUMN, NOTICE_WORD } from '../../domain/illustrative.ts';

// Whatever text leaves a demonstration says so: a column in every CSV, a line at the head of every JSON
// answer. Pages have their strip, pictures and spreadsheets their own marks (charts/frame.ts,
// export/workbook.ts). Done here once, so that no file can be added that forgets it.

const csv = /^text\/csv/;
const json = /^application\/((geo|csvm)\+)?json/;
/** Documents with a shape of their own that take no further member. */
const untouched = /^\/api\/v1\/openapi|^\/health/;

/** The answer with its notice; itself where there is none to add. */
export async function illustrated(
	response: Response,
	notice: string | undefined,
	path: string
): Promise<Response> {
	const type = response.headers.get('content-type') ?? '';
	if (!notice || !response.ok || untouched.test(path)) return response;
	if (csv.test(type)) return changed(response, (text) => withColumn(text));
	if (json.test(type)) return changed(response, (text) => withMember(text, notice));
	return response;
}

async function changed(response: Response, change: (text: string) => string): Promise<Response> {
	const headers = new Headers(response.headers);
	headers.delete('content-length');
	headers.delete('etag');
	return new Response(change(await response.text()), { status: response.status, headers });
}

function withColumn(text: string): string {
	const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
	const rows = data.map((row, i) => [...row, i === 0 ? NOTICE_COLUMN : NOTICE_WORD]);
	return `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}

function withMember(text: string, notice: string): string {
	const held: unknown = JSON.parse(text);
	const isObject = typeof held === 'object' && held !== null && !Array.isArray(held);
	return isObject ? JSON.stringify({ notice, ...held }) : text;
}
