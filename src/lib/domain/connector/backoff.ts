// When to ask again: each wait is twice the one before, some of it by chance, so that many who were
// turned away do not all come back at once. What the service says itself goes first.

export const MOST_TRIES = 5;
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** Somebody who is told to come back later than this is told so, and asks again by hand. */
export const LONGEST_ASKED_MS = 120_000;

/** Answers that may be another one the next time. */
export const isPassing = (status: number): boolean =>
	status === 429 || status === 500 || status === 502 || status === 503 || status === 504;

/**
 * How long to wait after so many tries.
 * @param chance 0 to 1
 * @param asked what the service asked for in Retry-After
 */
export function waitMs(tries: number, chance: number, asked = 0): number {
	const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1));
	return Math.max(Math.round(whole / 2 + (whole / 2) * chance), asked);
}

/** Retry-After: seconds, or a moment (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
	const text = header?.trim() ?? '';
	if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000;
	const moment = Date.parse(text);
	return text === '' || Number.isNaN(moment) ? undefined : Math.max(0, moment - now.getTime());
}
