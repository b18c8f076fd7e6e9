import type { AreaLevel } from '$lib/domain/area.ts';
import type { Indicator } from '$lib/domain/indicator.ts';

/** Measures of the same main theme that have figures: something to read while this one waits. */
export function related(
	indicator: Indicator,
	catalogue: readonly Indicator[],
	levels: ReadonlyMap<string, readonly AreaLevel[]>
): { code: string; title: string; kind: Indicator['kind'] }[] {
	const [theme] = indicator.themes;
	return catalogue
		.filter((other) => other.code !== indicator.code && levels.has(other.code))
		.filter((other) => theme !== undefined && other.themes.includes(theme))
		.slice(0, MOST)
		.map(({ code, title, kind }) => ({ code, title, kind }));
}

const MOST = 6;
