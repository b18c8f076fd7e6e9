import type { Period } from '../period.ts';
import { type Exception } from '../exception.ts';
import { type Tally, tally } from '../judgement/tally.ts';
import type { TargetWord } from '../judgement/target.ts';
import { headlineWithTargets } from '../sentence/overview.ts';
import { listed, type Sentence } from '../sentence/sentence.ts';
import { storedTargetSentence } from '../sentence/stored-target.ts';
import type { Theme } from '../theme.ts';
import type { Point } from './members.ts';
import type { Standing } from './standing.ts';

// The overview once targets are agreed: how many can be judged, what members need to know, and each
// theme in each place by its words.

/** Is anything measured against a target at all? */
export const hasTargets = (standings: readonly Standing[]): boolean =>
	standings.some(({ judgement }) => judgement !== undefined);

/** "12 of 60 indicators can be judged this quarter: …", from the borough's standings. */
export function judgedHeadline(borough: readonly Standing[]): { counts: Tally; text: Sentence } {
	const counts = tally(borough.map(({ word }) => word));
	const { all, judged, watch } = counts;
	const judgements = borough.flatMap(({ judgement }) => (judgement ? [judgement.id] : []));
	const [off, on] = [counts['off track'], counts['on track']];
	return { counts, text: headlineWithTargets({ all, judged, off, watch, on, judgements }) };
}

export interface ToTell {
	exceptions: readonly Exception[];
	borough: readonly Standing[];
	counts: Tally;
	periods: ReadonlyMap<string, Period>;
	/** Names of places by code. */
	names: ReadonlyMap<string, string>;
	/** Measures whose figures could be tested, and those that have clearly changed. */
	tested: { all: number; moved: number; judgements: number[] };
	late: number;
}

/** Three or four sentences that a member could read aloud. */
export function judgedPoints(told: ToTell): Point[] {
	return [offPoint(told), maskedPoint(told), movedPoint(told), quietPoint(told)].filter(
		(point) => point !== undefined
	);
}

function offPoint({ exceptions, periods }: ToTell): Point | undefined {
	const [first] = exceptions;
	const judgement = first?.standing.judgement;
	if (!first || !judgement) return undefined;
	const { indicator, word } = first.standing;
	const [said] = storedTargetSentence(judgement, periods.get(judgement.period), indicator);
	const more = exceptions.length - 1;
	const others = more === 0 ? '' : ` ${more} more ${more === 1 ? 'is' : 'are'} below.`;
	return {
		kind: word === 'off track' ? 'off' : 'watch',
		title: `${indicator.title}: ${word}.`,
		text: { text: `${said?.text ?? ''}${others}`, judgements: [judgement.id] },
		link: { href: '#exceptions', label: 'Why, and what next' }
	};
}

function maskedPoint({ borough, names }: ToTell): Point | undefined {
	const hiding = borough.filter(({ masked }) => masked.length > 0);
	const [first] = hiding;
	if (!first) return undefined;
	const places = listed(first.masked.map((code) => names.get(code) ?? code));
	const { indicator, judgement } = first;
	return {
		kind: 'masked',
		title: `A good borough figure hides a gap in ${places}.`,
		text: {
			text: `${indicator.title}: the borough is ${first.word}, and ${places} ${first.masked.length === 1 ? 'is' : 'are'} off track.`,
			judgements: judgement ? [judgement.id] : []
		},
		link: {
			href: `/indicators/${indicator.code.toLowerCase()}`,
			label: 'See the indicator'
		}
	};
}

function movedPoint({ tested: { all, moved, judgements } }: ToTell): Point | undefined {
	if (all === 0) return undefined;
	return {
		kind: moved > 0 ? 'moved' : 'still',
		title: `${moved} of ${all} measures with a range ${moved === 1 ? 'has' : 'have'} clearly changed.`,
		text: { text: 'Every other change is inside its range and could be chance.', judgements },
		link: { href: '#moved', label: 'See each change' }
	};
}

function quietPoint({ counts, late }: ToTell): Point | undefined {
	const quiet = counts['no new data'];
	if (quiet === 0) return undefined;
	const returns = late === 1 ? '1 return is late' : `${late} returns are late`;
	return {
		kind: 'quiet',
		title: `${quiet} ${quiet === 1 ? 'indicator has' : 'indicators have'} nothing new to say.`,
		text: {
			text: `A figure without news never counts as on track. ${late === 0 ? 'No return is late.' : `${returns}.`}`,
			judgements: []
		},
		link: { href: '#due', label: 'See what is due' }
	};
}

export interface JudgedCell {
	area: string;
	/** One word for each measure of the theme with a figure here, worst first. */
	words: TargetWord[];
	/** The worst word and how many have it; null without a figure. */
	worst: { word: TargetWord; count: number } | null;
	/** A borough figure hides this place. */
	isMasked: boolean;
	isBoroughOnly: boolean;
}

export interface JudgedRow {
	theme: Theme;
	/** Proposed indicators of the theme. */
	of: number;
	cells: JudgedCell[];
}

const order: readonly TargetWord[] = [
	...(['off track', 'watch', 'on track', 'too early to tell', 'no judgement'] as const)
];

/** Theme by place. `areas`: the borough first. */
export function judgedMatrix(
	areas: readonly string[],
	themes: readonly Theme[],
	standings: readonly Standing[]
): JudgedRow[] {
	return themes.map((theme) => {
		const own = standings.filter(({ indicator }) => indicator.themes.includes(theme.code));
		const inBorough = cellOf(own, areas[0] ?? '').words.length;
		return {
			theme,
			of: own.filter(({ area }) => area === areas[0]).length,
			cells: areas.map((area, i) => {
				const cell = cellOf(own, area);
				const isMasked = own.some((one) => one.area === areas[0] && one.masked.includes(area));
				const isBoroughOnly = i > 0 && cell.words.length === 0 && inBorough > 0;
				return { area, ...cell, isMasked, isBoroughOnly };
			})
		};
	});
}

function cellOf(own: readonly Standing[], area: string) {
	const here = own.filter((one) => one.area === area).map(({ word }) => word);
	const words = order.flatMap((word) => here.filter((one) => one === word));
	const [first] = words;
	const count = words.filter((word) => word === first).length;
	return { words, worst: first ? { word: first, count } : null };
}
