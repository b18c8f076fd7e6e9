import { date } from '../format.ts';
import { influenceTitles, NOT_SET } from '../influence.ts';
import { type Tally, tally } from '../judgement/tally.ts';
import { ruleNames } from '../judgement/rule-words.ts';
import type { StoredTarget } from '../judgement/stored-target.ts';
import type { Indicator } from '../indicator.ts';
import { listed } from '../sentence/sentence.ts';
import { targetSentence } from '../sentence/target.ts';
import { health } from './health.ts';
import type { Measure, Part, Post } from './measure.ts';

// Sentences and short words of the performance pages and of the return.

/** The page's headline: judged indicators where targets are agreed, else what there is to read. */
export function headline(measures: readonly Measure[]): string {
	const counts = tallyOf(measures);
	const { of, withFigures } = health(measures);
	if (of === 0) return 'No indicator is linked here yet';
	if (counts.all === 0) {
		const have = withFigures === 1 ? 'has' : 'have';
		return `No targets are agreed yet. ${withFigures} of ${of} indicators ${have} figures`;
	}
	const judged = `${counts.judged} of ${of} indicators can be judged`;
	if (counts.judged === 0) return `${judged}: ${counts.all} have a target`;
	return `${judged}: ${counts['off track']} off track, ${counts.watch} to watch, ${counts['on track']} on track`;
}

/** How many indicators are in each word; one with several groups counts once, at its worst. */
export function tallyOf(measures: readonly Measure[]): Tally {
	const order = [
		'off track',
		'watch',
		'on track',
		'too early to tell',
		'no judgement',
		'no new data'
	];
	return tally(
		measures.flatMap(({ parts }) => {
			const words = parts.flatMap(({ target }) => (target ? [target.outcome] : []));
			return words.sort((a, b) => order.indexOf(a) - order.indexOf(b)).slice(0, 1);
		})
	);
}

/** "Public health, cohesion lead", or that nobody is named. */
export const postWords = (post: Post | null): string =>
	post === null ? 'Not named yet' : `${post.directorate}, ${post.post}`;

export const contributorWords = (posts: readonly Post[]): string =>
	posts.length === 0 ? 'None named' : posts.map(postWords).join('; ');

export const influenceWord = ({ influence }: Measure): string =>
	influence === null ? NOT_SET : influenceTitles[influence];

/** "Customer services and Public health". */
export function areaWords(codes: readonly string[], labels: ReadonlyMap<string, string>): string {
	return listed(codes.map((code) => labels.get(code) ?? code));
}

/** What is overdue or late, as a sentence; null when nothing is. */
export function lateWords({ overdue, lateSince }: Measure): string | null {
	const [first] = overdue;
	if (first) return `The return for ${first.label} was due on ${date(first.dueOn)}.`;
	return lateSince ? `The source should have had a new figure by ${date(lateSince)}.` : null;
}

/** A stored judgement against target in one sentence. */
export function targetSaid(target: StoredTarget, { period }: Part, unit: Indicator): string {
	const { detail, outcome, reason, rule, methodVersion, difference, id } = target;
	const judgement = {
		...{ id, difference, word: outcome, why: reason, ruleVersion: methodVersion },
		...{ planned: detail.planned, better: detail.better, tolerance: detail.tolerance },
		lineInRange: detail.lineInRange,
		rule: rule === ruleNames.survey ? ('survey' as const) : ('tolerance' as const),
		provisional: null
	};
	const monthsLate = detail.freshness?.monthsLate ?? 0;
	return targetSentence({ judgement, period, monthsLate, unit }).text;
}
