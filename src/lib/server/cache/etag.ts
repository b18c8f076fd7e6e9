import { createHash } from 'node:crypto';
import type { Encoding } from './encoding.ts';

/** A strong entity tag: the hash of the body, and which of its encodings this is. */
export function etag(hash: string, encoding: Encoding): string {
	return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
}

export function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** Does an If-None-Match header name this tag? Proxies may have weakened it (RFC 9110, 13.1.2). */
export function names(ifNoneMatch: string | null, tag: string): boolean {
	if (ifNoneMatch === null) return false;
	if (ifNoneMatch.trim() === '*') return true;
	return ifNoneMatch.split(',').some((listed) => listed.trim().replace(/^W\//, '') === tag);
}
