import { actionWords } from '$lib/domain/audit/actions.ts';
import { differences } from '$lib/domain/audit/difference.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { count, dateTime, value } from '$lib/domain/format.ts';
import type { DisclosureRule, Indicator } from '$lib/domain/indicator.ts';
import { type Chapter, chapters, type HeldVersion, isHidden } from '$lib/domain/journey.ts';
import type { Judgement } from '$lib/domain/judgement.ts';
import { flagWords, stateWords } from '$lib/domain/observation.ts';
import { listed } from '$lib/domain/sentence/sentence.ts';
import { kindWords } from '../../../../../judgements/[id]/shape.ts';
import { fileFacts, originFacts, sourceFacts } from './facts.ts';
import type { Event, Given } from './given.ts';
import { sentencesOf } from './said.ts';

// The trail of one figure in plain words, from its source to the sentences.

export function shape(given: Given) {
	const { indicator, area, period, breakdown, versions } = given;
	const now = versions.findLast(({ heldTo }) => heldTo === null)?.figure;
	const group = breakdown.id === 'all' ? '' : `, ${breakdown.label.toLowerCase()}`;
	return {
		indicator: { code: indicator.code, title: indicator.title },
		place: area.name,
		what: `${area.name}, ${period.label}${group}`,
		shown: now ? printed(now, indicator).replace(/^Hidden$/, 'hidden') : null,
		isColleague: given.isColleague,
		readsAudit: given.readsAudit,
		source: sourceFacts(given, now),
		files: isOpenData(given) ? given.origins.map(originFacts) : [],
		chapters: chapters({ ...given, events: given.events.map(told) }).map((one) =>
			chapterOf(one, given)
		),
		gate: gateOf(given),
		judgements: given.judgements.map((one) => ({
			...{ id: one.id, outcome: one.outcome, question: kindWords(one.kind) },
			beside: besideOf(one, given)
		})),
		...sentencesOf(given, now)
	};
}

/** What every event of one figure has in common, and what the steps say themselves. */
const KEY = new Set(['Area', 'Breakdown', 'Period', 'Indicator', 'Code', 'Edition', 'Public note']);

const told = (event: Event) => ({
	...{ id: event.id, at: event.at.toISOString(), who: event.actor_name, action: event.action },
	...{ subject: event.subject, reason: event.reason },
	changes: differences(event.before, event.after).filter(({ field }) => !KEY.has(field))
});

/** Did any of it come with the product's own open data, without a return? */
const isOpenData = ({ versions, editions, returns }: Given): boolean =>
	versions.some(({ heldFrom }) => {
		const edition = editions.find(({ publishedAt }) => publishedAt === heldFrom);
		return !returns.some((one) => edition && one.edition === edition.id);
	});

export function printed(figure: Figure, unit: Indicator): string {
	if (figure.value === null) return stateWords[figure.state];
	const { numerator, denominator, flags } = figure;
	const counts =
		numerator !== null && denominator !== null
			? ` (${count(numerator)} of ${count(denominator)})`
			: '';
	const words = flags.map((flag) => flagWords[flag]);
	return `${value(figure.value, unit)}${counts}${words.length > 0 ? `, ${listed(words)}` : ''}`;
}

/** What it was set against, where judgements of one kind differ in that. */
function besideOf(one: Judgement, { names, times }: Given): string {
	if ('againstArea' in one) return `Beside ${names.get(one.againstArea) ?? one.againstArea}. `;
	if (!('againstPeriod' in one)) return '';
	return `Since ${times.get(one.againstPeriod)?.label ?? one.againstPeriod}. `;
}

function chapterOf({ passage, version, edition }: Chapter, { indicator, isColleague }: Given) {
	return {
		title: titleOf(passage, version),
		returned: passage && {
			href: isColleague ? `/approvals/${encodeURIComponent(passage.returned.id)}` : null,
			state: passage.returned.state,
			...{ reason: passage.returned.reason, publicNote: passage.returned.publicNote },
			file: passage.returned.file && fileFacts(passage.returned.file)
		},
		steps: (passage?.steps ?? []).map((step) => ({
			...step,
			at: dateTime(step.at),
			did: actionWords(step.did)
		})),
		published: version && {
			at: dateTime(version.heldFrom),
			label: edition?.label ?? 'An edition',
			note: edition?.note ?? null,
			href: edition ? `?edition=${encodeURIComponent(edition.id)}` : null,
			value:
				version.figure.value === null
					? `Published: ${stateWords[version.figure.state].toLowerCase()}`
					: `Published as ${printed(version.figure, indicator)}`,
			until: version.heldTo && dateTime(version.heldTo)
		}
	};
}

function titleOf(passage: Chapter['passage'], version: HeldVersion | null): string {
	const isInvented = version?.figure.flags.includes('i');
	if (!passage && isInvented) return 'Invented for the demonstration and published';
	if (!passage) return 'Loaded from open data and published';
	const kind = passage.returned.kind === 'correction' ? 'Correction' : 'Return';
	if (!version) return `${kind} on its way`;
	return `${kind} that was published`;
}

function gateOf({ indicator, versions }: Given): { rule: string; text: string } {
	const text =
		versions.length === 0
			? 'Nothing is published yet, so nothing has been decided.'
			: isHidden(versions)
				? 'The number is hidden from everybody.'
				: 'The number is shown.';
	return { rule: RULES[indicator.disclosureRule], text };
}

const RULES: Readonly<Record<DisclosureRule, string>> = {
	open: 'It is published by somebody else, and shown as they give it.',
	people: 'A count of few people is hidden, and so is what would give one away.',
	none: 'It counts no people.'
};
