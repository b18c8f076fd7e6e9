// How fast a service may be asked: a bucket of tokens that fills again. Whoever finds it empty learns
// how long to wait, and the token is theirs then, so that many who wait at once stay in line.

export interface Pace {
	readonly perSecond: number;
	readonly burst: number;
}

export interface Bucket {
	/** Below nought: given away in advance. */
	readonly tokens: number;
	readonly atMs: number;
}

export function taken(
	bucket: Bucket | undefined,
	{ perSecond, burst }: Pace,
	nowMs: number
): { bucket: Bucket; waitMs: number } {
	const before = bucket ?? { tokens: burst, atMs: nowMs };
	const filled = before.tokens + (Math.max(0, nowMs - before.atMs) / 1_000) * perSecond;
	const tokens = Math.min(burst, filled) - 1;
	return {
		bucket: { tokens, atMs: nowMs },
		waitMs: tokens >= 0 ? 0 : Math.ceil((-tokens / perSecond) * 1_000)
	};
}
