import { WALSALL } from '$lib/domain/area.ts';
import { counted, standouts } from '$lib/domain/profile/standout.ts';
import { groupsOnly, type ProfileRow, rows } from '$lib/domain/profile/rows.ts';
import { value } from '$lib/domain/format.ts';
import { levels } from '$lib/domain/area.ts';
import { columns, offered } from './columns.ts';
import type { Given } from './given.ts';
import { head } from './head.ts';
import { hidden } from './hidden.ts';
import { benchmarkOf, lineGroups } from './lines.ts';
import { nameOf } from './naming.ts';
import { membership } from './boundaries.ts';
import { outline } from './outline.ts';
import { amongOf } from './spines.ts';
import { partsTable } from './parts-table.ts';

// A profile from what the queries returned.

export function shape(given: Given) {
	const { area, held, places } = given;
	const all = rows(area.code, held);
	const beside = columns(area, given.compare, { similar: given.similar, periods: held.periods });
	const benchmark = benchmarkOf(area.code);
	const parts = partsTable(all, given);
	const found = standouts(all, nameOf(area), benchmark, spread(given));
	return {
		area,
		head: head(area, all, places),
		benchmark: benchmark.name,
		standouts: { ...found, words: counted(found, nameOf(area), benchmark.name) },
		offered: offered(area),
		columns: beside.map(({ label }) => label),
		groups: lineGroups(all, beside, given),
		measures: all.length,
		hidden: hidden(all, given),
		among: amongOf(area),
		...elsewhere(all, given),
		parts,
		map: outline(given),
		membership: membership(area, places),
		sources: sourcesOf(all, given)
	};
}

/** "Its wards run from 24.1% to 31.0%": the gap inside a good average. */
function spread({ parts, area }: Given) {
	return ({ indicator, figure }: ProfileRow): string | null => {
		const inside = parts
			.filter((part) => part.indicator === indicator.code && part.period === figure.period)
			.filter((part) => !part.flags.includes('u'))
			.flatMap((part) => part.value ?? []);
		if (inside.length < 3) return null;
		const [low, high] = [Math.min(...inside), Math.max(...inside)];
		const kind = area.level === 'locality' ? levels.ward.many : levels.lsoa.many;
		const name = area.code === WALSALL ? levels.locality.many : kind;
		return `Its ${name} run from ${value(low, indicator)} to ${value(high, indicator)}.`;
	};
}

/** What this page cannot show: measures that stop at the borough, and make-up by groups. */
function elsewhere(all: readonly ProfileRow[], { area, held, levels: reach }: Given) {
	const here = new Set(all.map(({ indicator }) => indicator.code));
	const groups = groupsOnly(held);
	const named = ({ code, title }: { code: string; title: string }) => ({ code, title });
	const grouped = new Set(groups.map(({ code }) => code));
	return {
		groupsOnly: groups.map(named),
		boroughOnly:
			area.code === WALSALL
				? []
				: held.catalogue
						.filter(({ code }) => reach.get(code)?.includes('borough'))
						.filter(({ code }) => !here.has(code) && !grouped.has(code))
						.map(named),
		awaited: held.catalogue.filter(
			({ code, kind, restricted }) => kind === 'catalogue' && !restricted && !reach.has(code)
		).length
	};
}

function sourcesOf(all: readonly ProfileRow[], { sources }: Given) {
	const ids = new Set(all.flatMap(({ figure }) => figure.sourceId ?? []));
	return [...ids].flatMap((id) => {
		const source = sources.get(id);
		return source ? [{ title: `${source.publisher}, ${source.title}`, url: source.url }] : [];
	});
}
