import { compress, isCompressible, preferred, type Encoding } from './encoding.ts';
import { etag, hashOf, names } from './etag.ts';

// One kept answer: its body as made, and each encoding of it, compressed when first asked for.

export interface Entry {
	readonly headers: readonly (readonly [string, string])[];
	readonly body: Uint8Array;
	readonly hash: string;
	readonly isCompressible: boolean;
	readonly encoded: Map<Encoding, Promise<Uint8Array>>;
}

/** Always ask again, cheaply: a new edition is seen at once, an unchanged page costs a 304. */
const REVALIDATE = 'public, max-age=0, must-revalidate';
const SMALL = 860; // below this, compression makes a packet no smaller

/** Reads an answer into an entry. */
export async function entryOf(response: Response): Promise<Entry> {
	const body = new Uint8Array(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	const compressible = body.length >= SMALL && isCompressible(headers.get('content-type'));
	headers.delete('content-length');
	headers.delete('etag');
	if (compressible) headers.set('vary', 'Accept-Encoding');
	if (!headers.has('cache-control')) headers.set('cache-control', REVALIDATE);
	return {
		headers: [...headers],
		body,
		hash: hashOf(body),
		isCompressible: compressible,
		encoded: new Map()
	};
}

/** The answer to one request; `onGrow` hears how many bytes a new encoding takes. */
export async function answer(
	entry: Entry,
	request: Pick<Request, 'method' | 'headers'>,
	onGrow: (bytes: number) => void
): Promise<Response> {
	const encoding = entry.isCompressible
		? preferred(request.headers.get('accept-encoding'))
		: 'identity';
	const tag = etag(entry.hash, encoding);
	const headers = new Headers(entry.headers as [string, string][]);
	headers.set('etag', tag);
	if (names(request.headers.get('if-none-match'), tag)) {
		headers.delete('content-type');
		return new Response(null, { status: 304, headers });
	}
	const bytes = await encode(entry, encoding, onGrow);
	if (encoding !== 'identity') headers.set('content-encoding', encoding);
	headers.set('content-length', String(bytes.length));
	const body = request.method === 'HEAD' ? null : (bytes as Uint8Array<ArrayBuffer>);
	return new Response(body, { headers });
}

function encode(
	entry: Entry,
	encoding: Encoding,
	onGrow: (bytes: number) => void
): Promise<Uint8Array> {
	if (encoding === 'identity') return Promise.resolve(entry.body);
	let bytes = entry.encoded.get(encoding);
	if (!bytes) {
		bytes = compress(entry.body, encoding);
		entry.encoded.set(encoding, bytes);
		bytes.then(
			(made) => onGrow(made.length),
			() => entry.encoded.delete(encoding)
		);
	}
	return bytes;
}
