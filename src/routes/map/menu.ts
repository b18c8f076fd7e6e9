import type { Indicator } from '$lib/domain/indicator.ts';
import type { Theme } from '$lib/domain/theme.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import * as themes from '$lib/server/db/themes.ts';

// The indicators that a map can show, under their main theme.

export interface MenuGroup {
	label: string;
	items: { code: string; title: string }[];
}

export async function menuOf(db: Db, at: string, vintage?: string): Promise<MenuGroup[]> {
	const [catalogue, allThemes, held] = await Promise.all([
		indicators.inUse(db),
		themes.all(db),
		holdings.geographies(db, at)
	]);
	const wanted = held.filter((row) => vintage === undefined || row.vintage === vintage);
	return menu(catalogue, allThemes, wanted);
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
