import type { Indicator } from '$lib/domain/indicator.ts';
import type { Theme } from '$lib/domain/theme.ts';

// The indicators that a map can show, under their main theme.

export interface MenuGroup {
	label: string;
	items: { code: string; title: string }[];
}

export function menu(
	catalogue: readonly Indicator[],
	themes: readonly Theme[],
	held: readonly { indicator: string }[]
): MenuGroup[] {
	const withFigures = new Set(held.map(({ indicator }) => indicator));
	const mappable = catalogue.filter(({ code, mapAllowed }) => mapAllowed && withFigures.has(code));
	const under = (code: string | undefined) =>
		mappable
			.filter((indicator) => indicator.themes[0] === code)
			.map(({ code, title }) => ({ code, title }));
	return [
		...themes.map(({ code, title }) => ({ label: title, items: under(code) })),
		{ label: 'Context', items: under(undefined) }
	].filter(({ items }) => items.length > 0);
}
