import type { Indicator } from '$lib/domain/indicator.ts';

/** Targets of the indicators that anybody may see: a target would tell of a restricted figure. */
export function ofOpen<T extends { indicator: string }>(
	targets: readonly T[],
	catalogue: readonly Indicator[]
): T[] {
	const closed = new Set(catalogue.filter(({ restricted }) => restricted).map(({ code }) => code));
	return targets.filter(({ indicator }) => !closed.has(indicator));
}
