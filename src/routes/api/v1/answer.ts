import type { Edition } from '$lib/domain/edition.ts';
import { listed, records } from '$lib/domain/table.ts';
import { type About, heading } from '$lib/server/export/about.ts';
import { contentTypes, file, type Format } from '$lib/server/export/file.ts';
import type { Reference } from '$lib/server/export/reference.ts';
import { OPEN, Problem } from '$lib/server/web/problem.ts';
import type { Answer, Endpoint } from './endpoint.ts';

// How an answer of the interface looks: the same start everywhere (edition, as-at instant, licence,
// credit, sources), then the data.

interface Found {
	endpoint: Endpoint;
	answer: Answer;
	edition: Edition;
	reference: Reference;
	url: URL;
	/** Parameters `limit` and `offset`, where the endpoint has them. */
	page?: { limit: number; offset: number };
}

/** The answer in the format asked for. */
export async function respond(found: Found, format: Format): Promise<Response> {
	const about = aboutOf(found);
	const next = nextPage(found);
	const link: Record<string, string> = next ? { link: `<${next}>; rel="next"` } : {};
	if (format === 'json') {
		const headers = { 'content-type': contentTypes.json, ...OPEN, ...link };
		return new Response(JSON.stringify(body(found, about, next)), { headers });
	}
	const table = found.answer.whole?.() ?? found.answer.table;
	if (!table) throw new Problem(400, `This address answers in JSON only, not ${format}.`);
	const made = await file(table, about, format);
	return new Response(made.body, { headers: { ...made.headers, ...OPEN, ...link } });
}

function body({ answer, page }: Found, about: About, next: string | null): object {
	const paging = page && { total: answer.total, ...page, next };
	return { ...heading(about), ...answer.beside, ...paging, data: dataOf(answer) };
}

function dataOf({ table, as, data }: Answer): unknown {
	if (!table) return data;
	return as === 'columns' ? listed(table) : records(table);
}

function aboutOf({ endpoint, answer, edition, reference, url }: Found): About {
	const ids = new Set(answer.sources ?? []);
	return {
		title: answer.title,
		description: endpoint.summary,
		name: url.pathname
			.replace(/^\/api\/v1\/?/, '')
			.replace(/\.\w+$/, '')
			.replaceAll('/', '-')
			.toLowerCase(),
		edition,
		sources: [...ids].flatMap((id) => (id === null ? [] : (reference.sources.get(id) ?? []))),
		facts: answer.notes ?? []
	};
}

function nextPage({ answer, page, url }: Found): string | null {
	if (!page || answer.total === undefined || page.offset + page.limit >= answer.total) return null;
	const next = new URL(url);
	next.searchParams.set('offset', String(page.offset + page.limit));
	return next.pathname + next.search.replaceAll('%2C', ',');
}
