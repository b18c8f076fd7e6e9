import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const TEXT = /^(text\/|application\/(.+\+)?(json|xml|javascript|geo\+json)|image\/svg\+xml)/;

/** Would a body of this content type shrink? Event streams are left alone: they must not wait. */
export function isCompressible(contentType: string | null): boolean {
	return contentType !== null && TEXT.test(contentType) && !/event-stream/.test(contentType);
}

/** The best encoding that an Accept-Encoding header allows (RFC 9110, 12.5.3). */
export function preferred(accept: string | null): Encoding {
	const weights = new Map<string, number>();
	for (const part of (accept ?? '').toLowerCase().split(',')) {
		const [name = '', ...parameters] = part.trim().split(';');
		const q = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
		weights.set(name.trim(), q === undefined ? 1 : Number(q));
	}
	const weight = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0;
	if (weight('br') > 0 && weight('br') >= weight('gzip')) return 'br';
	return weight('gzip') > 0 ? 'gzip' : 'identity';
}

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Compresses once for many readers: denser than a single answer would be worth. */
export async function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
	switch (encoding) {
		case 'br':
			return toBrotli(bytes, {
				params: {
					[constants.BROTLI_PARAM_QUALITY]: 7,
					[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
				}
			});
		case 'gzip':
			return toGzip(bytes, { level: 7 });
		case 'identity':
			return bytes;
	}
}
