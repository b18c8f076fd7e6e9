import { LOCALITIES, NEIGHBOURHOODS, WALSALL, WARDS_BEFORE, WARDS_NOW } from '../../domain/area.ts';
import type { Figure } from '../../domain/disclosure/gate.ts';
import {
	byLocality,
	comparisonOf,
	type Evidence,
	figureFor,
	partName,
	period,
	type Within
} from '../../domain/evidence.ts';
import { value } from '../../domain/format.ts';
import { capitalised } from '../../domain/sentence/sentence.ts';
import type { Comparison } from '../../domain/judgement.ts';
import { clearOf } from '../../domain/sentence/comparison.ts';
import type { Chart } from '../chart.ts';
import { type DotData, type DotRow, signOf } from '../dot-data.ts';
import { dotAxisNote, dotRows, type DotSize } from '../dot-rows.ts';
import type { KeyItem } from '../figure.ts';
import { withinTable } from './within-table.ts';
import { flagNotes, measure, rangeNote, sourceOf, subtitle, whoIn } from './words.ts';

// Where in Walsall: localities and the wards in them as dots with ranges, by place and never ranked.
// Neighbourhoods are too many for dots: their map and table carry the same numbers.

interface SetWords {
	one: string;
	many: string;
	note: string;
}

export const setWords: Record<string, SetWords> = {
	[WARDS_NOW]: {
		one: 'ward',
		many: 'wards',
		note: 'Wards are those in force since 7 May 2026. Their figures are built from neighbourhoods.'
	},
	[WARDS_BEFORE]: {
		one: 'former ward',
		many: 'former wards',
		note: 'Wards are those of 2004 to May 2026. A ward of today with the same name may have another outline.'
	},
	[NEIGHBOURHOODS]: {
		one: 'neighbourhood',
		many: 'neighbourhoods',
		note: 'Neighbourhoods are lower layer super output areas of 2021.'
	},
	[LOCALITIES]: { one: 'locality', many: 'localities', note: '' }
};

export const wordsOf = (vintage: string): SetWords =>
	setWords[vintage] ?? { one: 'area', many: 'areas', note: '' };

const byWords = ({ one }: SetWords): string =>
	one === 'locality' ? 'by locality' : `by locality and ${one}`;

/** Undefined when the set has no figures. */
export function withinChart(
	evidence: Evidence,
	within: Within,
	withBorough: boolean
): Chart | undefined {
	const own = within.figures.filter(({ area }) => !isLocality(evidence, area));
	const [first] = own.length > 0 ? own : within.figures;
	if (!first) return undefined;
	const { indicator } = evidence;
	const when = period(evidence, first.period);
	const data = dotData(evidence, within, withBorough ? boroughAt(evidence, first) : undefined);
	const words = wordsOf(within.vintage);
	const group = evidence.groups.get(first.breakdown);
	const tests = own.flatMap((figure) => comparisonOf(within.judgements, figure, WALSALL) ?? []);
	const isDrawn = within.vintage !== NEIGHBOURHOODS;
	return {
		id: 'within',
		title: finding(tests, words, when.label),
		subtitle: subtitle(
			[measure(indicator), group ? whoIn(group) : '', when.label],
			isDrawn ? dotAxisNote(data) : ''
		),
		...(isDrawn && { spec: (size: DotSize) => dotRows(data, size) }),
		alt: {
			title: `${indicator.title} ${byWords(words)}, ${when.label}`,
			description: describe(evidence, within)
		},
		table: withinTable(evidence, within),
		figures: within.figures,
		source: sourceOf(evidence, within.figures),
		notes: [
			words.note,
			allEstimated(evidence, within) ? `Every figure for a ${words.one} is an estimate [e].` : '',
			...mixedPeriods(evidence, within, first),
			...rangeNote(indicator, within.figures),
			...flagNotes(within.figures, allEstimated(evidence, within) ? ['e'] : [])
		].filter(Boolean),
		...(isDrawn && { key: key(tests, data) })
	};
}

function dotData(evidence: Evidence, within: Within, borough: Figure | undefined): DotData {
	const figures = new Map(within.figures.map((figure) => [figure.area, figure]));
	const isCommon = allEstimated(evidence, within);
	const row = (code: string, label: string): DotRow | undefined => {
		const figure = figures.get(code);
		const test = figure && comparisonOf(within.judgements, figure, WALSALL);
		const flags = isCommon ? figure?.flags.filter((flag) => flag !== 'e') : figure?.flags;
		return figure && { ...figure, flags: flags ?? [], label, sign: signOf(test?.outcome) };
	};
	const groups = [...byLocality(within, evidence.areas)].flatMap(([locality, areas]) => {
		const name = evidence.areas.get(locality)?.name;
		const head = row(locality, name ?? '');
		const isItself = within.vintage === LOCALITIES;
		const rows = areas.flatMap((area) => row(area.code, partName(area)) ?? []);
		if (rows.length === 0 && !head) return [];
		return [{ ...(name && !isItself && { label: name, ...(head && { head }) }), rows }];
	});
	const line = borough?.value == null ? undefined : { label: 'Walsall', value: borough.value };
	return { unit: evidence.indicator, groups, ...(line && { line }) };
}

/** A flag that every area has is said once, below, and not at every name. */
const allEstimated = (evidence: Evidence, { figures }: Within): boolean => {
	const parts = figures.filter(({ area }) => !isLocality(evidence, area));
	return parts.length > 0 && parts.every(({ flags }) => flags.includes('e'));
};

const isLocality = ({ areas }: Evidence, code: string): boolean =>
	areas.get(code)?.level === 'locality';

const boroughAt = (evidence: Evidence, figure: Figure): Figure | undefined =>
	figureFor(evidence, { ...figure, area: WALSALL });

function finding(tests: readonly Comparison[], words: SetWords, when: string): string {
	const clear = clearOf(tests, words);
	return clear ? clear.text : `${capitalised(byWords(words))}, ${when}`;
}

function describe(evidence: Evidence, within: Within): string {
	const localities = within.figures.filter(({ area }) => isLocality(evidence, area));
	const said = localities.flatMap(({ area, value: number }) => {
		const name = evidence.areas.get(area)?.name;
		return name && number !== null ? [`${name} ${value(number, evidence.indicator)}`] : [];
	});
	const all = within.figures.flatMap((figure) => figure.value ?? []);
	const ends = [Math.min(...all), Math.max(...all)].map((n) => value(n, evidence.indicator));
	const start = said.length > 0 ? `${said.join(', ')}.` : '';
	return `Dot plot with ranges. ${start} Values run from ${ends[0]} to ${ends[1]}. Listed by place.`;
}

function mixedPeriods(evidence: Evidence, within: Within, first: Figure): string[] {
	const others = within.figures.filter((figure) => figure.period !== first.period);
	if (others.length === 0) return [];
	const labels = [...new Set(others.map((figure) => period(evidence, figure.period).label))];
	return [`Some areas have figures for another period: ${labels.join(', ')}.`];
}

function key(tests: readonly Comparison[], { line }: DotData): KeyItem[] {
	if (tests.length === 0) return [];
	return [
		{ sign: 'filled', words: 'Clear of Walsall, by more than chance would explain' },
		{ sign: 'hollow', words: 'Not clear of Walsall' },
		...(line ? [{ sign: 'borough', words: 'Walsall' } as const] : [])
	];
}
