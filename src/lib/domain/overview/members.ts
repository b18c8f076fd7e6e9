import type { Comparison } from '../judgement.ts';
import { listed, type Sentence, uncapitalised } from '../sentence/sentence.ts';
import { type Counts, isClear, type Measure } from './measures.ts';

// Three or four sentences that a member could read aloud, each resting on stored judgements or counts.

export interface Point {
	/** What the sentence is about: it chooses the mark beside it. */
	kind: 'moved' | 'still' | 'beside' | 'places' | 'awaited' | 'off' | 'watch' | 'masked' | 'quiet';
	title: string;
	text: Sentence;
	link: { href: string; label: string };
}

export interface Told {
	measures: readonly Measure[];
	counts: Counts;
	/** The borough beside England. */
	comparisons: readonly Comparison[];
	/** Measures with figures for the localities, and those of them that have moved in one. */
	local: { measures: number; tested: number };
	/** What the waiting indicators wait for, in short. */
	awaited: string;
	/** Address of the borough's own page. */
	boroughPath: string;
}

export function members(told: Told): Point[] {
	return [movedPoint(told), besidePoint(told), placesPoint(told), awaitedPoint(told)].filter(
		(point) => point !== undefined
	);
}

function movedPoint({ measures, counts }: Told): Point | undefined {
	if (counts.tested === 0) return undefined;
	const link = { href: '#moved', label: 'See each change' };
	const still = counts.tested - counts.moved;
	if (counts.moved === 0) {
		const text = 'Every change is inside its margin of error and could be chance.';
		const title = `None of the ${counts.tested} measures with a margin of error has clearly changed.`;
		return { kind: 'still', title, text: { text, judgements: [] }, link };
	}
	const names = (outcome: string) =>
		measures
			.filter(({ movements }) => movements.some((one) => one.outcome === outcome))
			.map(({ indicator }) => uncapitalised(indicator.title));
	const parts = [
		...sentenceOf('Up', names('higher')),
		...sentenceOf('Down', names('lower')),
		...(still > 0 ? [`${still} more could be tested and show no clear change.`] : [])
	];
	const judgements = measures.flatMap(({ movements }) =>
		movements.filter(isClear).map(({ id }) => id)
	);
	return {
		kind: 'moved',
		title: `${counts.moved} ${counts.moved === 1 ? 'measure has' : 'measures have'} clearly changed.`,
		text: { text: parts.join(' '), judgements },
		link
	};
}

const sentenceOf = (word: string, names: readonly string[]): string[] =>
	names.length === 0 ? [] : [`${word}: ${listed(names)}.`];

function besidePoint({ comparisons, boroughPath }: Told): Point | undefined {
	const count = (outcome: Comparison['outcome']) =>
		comparisons.filter((one) => one.outcome === outcome).length;
	const [higher, lower, similar] = [count('higher'), count('lower'), count('similar')];
	const all = higher + lower + similar;
	if (all === 0) return undefined;
	return {
		kind: 'beside',
		title: `Walsall differs from England on ${higher + lower} of ${all} measures.`,
		text: {
			text: `The figure is higher on ${higher}, lower on ${lower} and similar on ${similar}. Higher is not always worse.`,
			judgements: comparisons.map(({ id }) => id)
		},
		link: { href: boroughPath, label: 'See Walsall beside England' }
	};
}

function placesPoint({ local }: Told): Point | undefined {
	if (local.measures === 0) return undefined;
	const moved =
		local.tested === 0
			? 'They have one date each, so we cannot say what moved there.'
			: `Movement can be told for ${local.tested} of them.`;
	return {
		kind: 'places',
		title: `${local.measures} measures reach the four localities.`,
		text: {
			text: `${moved} Every other figure stops at the borough, and we do not spread it.`,
			judgements: []
		},
		link: { href: '/places', label: 'See the places' }
	};
}

function awaitedPoint({ counts, awaited }: Told): Point | undefined {
	if (counts.awaiting === 0) return undefined;
	return {
		kind: 'awaited',
		title: `${counts.awaiting} of ${counts.proposed} proposed indicators have no figures yet.`,
		text: { text: `By what they wait for: ${awaited}.`, judgements: [] },
		link: { href: '#missing', label: 'See what is missing and why' }
	};
}
