import { isCompressible, preferred } from '../cache/encoding.ts';

/** Compresses an answer that is not kept, as it streams: pages of people who are signed in, errors. */
export function compressOnce(response: Response, accept: string | null): Response {
	const { body, headers, status, statusText } = response;
	if (!body || headers.has('content-encoding')) return response;
	if (!isCompressible(headers.get('content-type'))) return response;
	const changed = new Headers(headers);
	changed.append('vary', 'Accept-Encoding');
	// gzip, whatever else is offered: the fastest to make for a single reader.
	const mayGzip = preferred(accept) !== 'identity' && /gzip|\*/.test(accept ?? '');
	if (!mayGzip) return new Response(body, { status, statusText, headers: changed });
	changed.set('content-encoding', 'gzip');
	changed.delete('content-length');
	changed.delete('etag');
	const squeezed = body.pipeThrough(new CompressionStream('gzip'));
	return new Response(squeezed, { status, statusText, headers: changed });
}
