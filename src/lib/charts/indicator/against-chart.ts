import { ENGLAND, WALSALL, WEST_MIDLANDS } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import {
	comparisonOf,
	type Evidence,
	figureFor,
	type Group,
	latestOf,
	period,
	printedName
} from '../../domain/evidence.ts';
import { value } from '../../domain/format.ts';
import type { Comparator } from '../../domain/selection.ts';
import { listed } from '../../domain/sentence/sentence.ts';
import { inPeriod } from '../../domain/sentence/when.ts';
import type { Chart } from '../chart.ts';
import type { DotData, DotRow } from '../dot-data.ts';
import { dotAxisNote, dotRows } from '../dot-rows.ts';
import {
	flagNotes,
	measure,
	rangeNote,
	rangeText,
	sourceOf,
	subtitle,
	valueCell,
	whoIn
} from './words.ts';

// Walsall beside other areas: the same period and the same definition, or not at all.

interface Set {
	label: string;
	figures: Figure[];
}

/** Undefined when no other area has a figure for Walsall's latest period. */
export function againstChart(
	evidence: Evidence,
	group: Group,
	compare: readonly Comparator[]
): Chart | undefined {
	const own = latestOf(evidence, WALSALL, group.id);
	if (!own) return undefined;
	const { sets, missing } = others(evidence, own, compare);
	if (sets.length === 0) return undefined;
	const data = dotData(evidence, own, sets);
	const { indicator } = evidence;
	const when = period(evidence, own.period);
	const figures = [own, ...sets.flatMap((set) => set.figures)];
	const gap = missing.length > 0 ? [`No figure ${inPeriod(when)} for ${listed(missing)}.`] : [];
	return {
		id: 'against',
		title: finding(evidence, own),
		subtitle: subtitle([measure(indicator), whoIn(group), when.label], dotAxisNote(data)),
		spec: (size) => dotRows(data, size),
		alt: {
			title: `${indicator.title} in Walsall and ${figures.length - 1} other areas, ${when.label}`,
			description: describe(evidence, own, figures)
		},
		table: table(evidence, own, sets),
		figures,
		source: sourceOf(evidence, figures),
		notes: [
			'Same source, period and definition for each area.',
			...gap,
			...rangeNote(indicator, figures),
			...flagNotes(figures)
		]
	};
}

function others(evidence: Evidence, own: Figure, compare: readonly Comparator[]) {
	const neighbours = [...evidence.neighbours].sort(byName(evidence));
	const similar = evidence.similar.filter((code) => !neighbours.includes(code));
	const wider = [
		...(compare.includes('region') ? [WEST_MIDLANDS] : []),
		...(compare.includes('england') ? [ENGLAND] : [])
	];
	const wanted = [
		{ label: 'Wider area', codes: wider },
		{ label: 'Neighbours', codes: neighbours },
		{
			label: 'Other similar areas',
			codes: compare.includes('similar') ? [...similar].sort(byName(evidence)) : []
		}
	];
	const found = (code: string) => {
		const figure = figureFor(evidence, { ...own, area: code });
		return figure?.value == null ? undefined : figure;
	};
	const sets = wanted
		.map(({ label, codes }) => ({ label, figures: codes.flatMap((code) => found(code) ?? []) }))
		.filter(({ figures }) => figures.length > 0);
	const missing = wanted
		.flatMap(({ codes }) => codes)
		.filter((code) => !found(code))
		.map((code) => nameOf(evidence, code));
	return { sets, missing };
}

const byName = (evidence: Evidence) => (a: string, b: string) =>
	nameOf(evidence, a).localeCompare(nameOf(evidence, b), 'en');

function nameOf({ areas }: Evidence, code: string): string {
	const area = areas.get(code);
	return area ? printedName(area) : code;
}

function dotData(evidence: Evidence, own: Figure, sets: readonly Set[]): DotData {
	const row = (figure: Figure, isOurs: boolean): DotRow => ({
		...figure,
		label: nameOf(evidence, figure.area),
		sign: 'filled',
		...(isOurs ? { isOurs } : { isOther: true })
	});
	return {
		unit: evidence.indicator,
		showsValues: true,
		groups: [
			{ rows: [row(own, true)] },
			...sets.map(({ label, figures }) => ({
				label,
				rows: figures.map((figure) => row(figure, false))
			}))
		],
		line: { label: 'Walsall', value: own.value ?? 0 }
	};
}

/** The stored comparison with England as a heading; without one, what is shown. */
function finding(evidence: Evidence, own: Figure): string {
	const test = comparisonOf(evidence.judgements, own, ENGLAND);
	switch (test?.outcome) {
		case 'similar':
			return 'Similar to England';
		case 'higher':
			return 'Higher than England';
		case 'lower':
			return 'Lower than England';
		default:
			return `Walsall beside other areas ${inPeriod(period(evidence, own.period))}`;
	}
}

function describe(evidence: Evidence, own: Figure, figures: readonly Figure[]): string {
	const unit = evidence.indicator;
	const values = figures.slice(1).flatMap((figure) => figure.value ?? []);
	const range = [Math.min(...values), Math.max(...values)].map((number) => value(number, unit));
	return `Dot plot. Walsall is at ${value(own.value ?? 0, unit)}; the others run from ${range[0]} to ${range[1]}. The table below has every value.`;
}

function table(evidence: Evidence, own: Figure, sets: readonly Set[]): Chart['table'] {
	const unit = evidence.indicator;
	const row = (figure: Figure, group?: string) => ({
		...(group !== undefined && { group }),
		cells: [nameOf(evidence, figure.area), valueCell(figure, unit), rangeText(figure, unit)]
	});
	return {
		caption: `${unit.title}, Walsall and other areas, ${period(evidence, own.period).label}`,
		columns: [
			{ label: 'Area' },
			{ label: 'Value', numeric: true },
			{ label: '95% range', numeric: true }
		],
		rows: [
			row(own),
			...sets.flatMap(({ label, figures }) =>
				figures.map((figure, i) => row(figure, i === 0 ? label : undefined))
			)
		]
	};
}
