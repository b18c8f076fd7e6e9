import { value } from '$lib/domain/format.ts';
import { capitalised } from '$lib/domain/sentence/sentence.ts';
import { inPeriod } from '$lib/domain/sentence/when.ts';
import { base } from '$lib/domain/sentence/who.ts';
import type { Shapes } from '$lib/map/shapes.ts';
import type { Source } from '$lib/server/db/sources.ts';
import type { MapFacts } from './facts.ts';
import { type Benchmark, benchmarksOf } from './benchmarks.ts';
import { type MapColumns, shape } from './shape.ts';
import type { Spots } from './spots.ts';

// Facts to the words and columns of the page.

export type Content = ReturnType<typeof content> & { spots: Spots | null };

export function content(facts: MapFacts, shapes: Shapes, sources: ReadonlyMap<string, Source>) {
	const { indicator, geography, period, localities } = facts;
	const { columns, histogram, breaksVersion } = shape(facts);
	const benchmarks = benchmarksOf(facts);
	const { valueKind, unit, decimals } = indicator;
	return {
		indicator: {
			code: indicator.code,
			title: indicator.title,
			definition: capitalised(indicator.definition),
			unit: { valueKind, unit, decimals },
			base: base(indicator.denominator) ?? null
		},
		geography,
		period: { id: period.id, label: period.label },
		lead: lead(facts, columns, benchmarks),
		localities: localities.map(({ code, name }) => ({
			code,
			name,
			centre: shapes.centres[code] ?? null
		})),
		columns,
		histogram,
		breaks: breaks(breaksVersion),
		benchmarks,
		shapes: { href: shapes.href, outlines: shapes.outlines, label: shapes.label },
		notes: notes(facts, shapes),
		credits: credits(facts, sources)
	};
}

/** "At the 2021 census it runs from 1.4% to 13.9% across 169 neighbourhoods. Walsall as a whole: 2.8%." */
function lead(
	{ indicator, geography, period }: MapFacts,
	columns: MapColumns,
	benchmarks: readonly Benchmark[]
): string {
	const known = columns.value.filter((number) => number !== null);
	if (known.length === 0) return `No ${geography.one} has a figure ${inPeriod(period)}.`;
	const [low, high] = [Math.min(...known), Math.max(...known)].map((n) => value(n, indicator));
	const range = `It runs from ${low} to ${high} across ${known.length} ${geography.many} ${inPeriod(period)}.`;
	const borough = benchmarks.find(({ key }) => key === 'borough');
	return borough ? `${range} Walsall as a whole: ${value(borough.value, indicator)}.` : range;
}

function breaks(version: number | null): string {
	return version === null
		? 'Breaks are for this map only: none are fixed for this measure yet.'
		: `Breaks are set v${version}. They stay the same for every period.`;
}

function notes(
	{ figures, links, localities, areas, geography }: MapFacts,
	shapes: Shapes
): string[] {
	const lines = [`Boundaries: ${shapes.label}.${shapes.note ? ` ${shapes.note}` : ''}`];
	lines.push('Thick lines are localities. They are inferred and await the council’s confirmation.');
	if (figures.some(({ flags }) => flags.includes('e'))) {
		lines.push(
			`[e] Figures by ${geography.one} are our estimates, added up from neighbourhoods. Where a neighbourhood is split, each part takes its share of output areas.`
		);
	}
	if (geography.by === 'ward') {
		const split = areas.flatMap(({ code, name }) => {
			const parts = links.filter(({ child }) => child === code);
			if (parts.length < 2) return [];
			const names = parts.map(({ parent, share }) => {
				const locality = localities.find(({ code }) => code === parent)?.name ?? parent;
				return `${Math.round(share * 100)}% ${locality}`;
			});
			return [`${name} (${names.join(', ')})`];
		});
		if (split.length > 0) lines.push(`Wards that lie in two localities: ${split.join('; ')}.`);
		lines.push('Figures of former wards are never joined to these wards by name.');
	}
	return lines;
}

/** Publishers and their titles, each once. */
function credits({ figures }: MapFacts, sources: ReadonlyMap<string, Source>): string[] {
	const ids = [...new Set(figures.flatMap(({ sourceId }) => sourceId ?? []))];
	const lines = ids.flatMap((id) => {
		const source = sources.get(id);
		return source ? [`${source.publisher}: ${source.title}`] : [];
	});
	return [...new Set(lines)];
}
