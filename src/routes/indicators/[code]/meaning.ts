import type { Theme } from '$lib/domain/theme.ts';
import type { Evidence } from '$lib/domain/evidence.ts';
import { certaintyWords } from '$lib/domain/sentence/facts.ts';
import { stopsAtBorough } from '$lib/domain/sentence/absent.ts';
import { capitalised, type Sentence } from '$lib/domain/sentence/sentence.ts';
import { contributorWords, postWords } from '$lib/domain/cpf/words.ts';
import type { Answers } from '$lib/server/answers.ts';
import type { ElementTag } from '$lib/server/db/indicators.ts';
import type { Gathered } from './gather.ts';

// What an indicator means, who it counts, where it comes from, and what to beware of.

interface Fact {
	term: string;
	fact: string;
	href?: string | undefined;
}

export interface Meaning {
	counted: Fact[];
	source: Fact[];
	method: Fact[];
	/** Why there is nothing below the borough, when there is nothing. */
	stops: Sentence | undefined;
}

interface Around {
	tags: readonly ElementTag[];
	themes: readonly Theme[];
	gathered: Gathered;
	answers: Answers;
}

export function meaningOf(
	evidence: Evidence,
	{ tags, themes, gathered, answers }: Around
): Meaning {
	const { indicator } = evidence;
	const own = themes.filter(({ code }) => indicator.themes.includes(code));
	return {
		counted: present([
			['What it is', indicator.definition],
			['Question behind it', indicator.question],
			['Counted', indicator.numerator],
			['Out of', indicator.denominator],
			['Why it matters', indicator.why],
			['Who is missed', indicator.whoMissed],
			['Themes', own.map(({ title }) => title).join('; ')],
			['Used by the performance areas', labels(tags, 'performance')],
			['Owner', postWords(answers.owner)],
			[
				'Contributors',
				answers.contributors.length > 0 ? contributorWords(answers.contributors) : null
			],
			['Plans and duties', labels(tags, 'tag')]
		]),
		source: sources(evidence),
		method: present([
			['Read with care', indicator.caveats],
			['Range', indicator.intervalNote],
			['Smallest area', indicator.lowestGeography],
			['Risk to privacy', indicator.disclosure],
			['How sure we are of the source', certainty(evidence)],
			['Version of the definition', String(indicator.version)]
		]),
		stops:
			gathered.group && gathered.evidence.vintages.length === 0
				? stopsAtBorough(['localities', 'wards', 'neighbourhoods'])
				: undefined
	};
}

/** Areas by name; plans and duties with the framework that they belong to. */
function labels(tags: readonly ElementTag[], kind: string): string {
	return tags
		.filter(({ frameworkKind }) => frameworkKind === kind)
		.map(({ label, frameworkTitle }) => (kind === 'tag' ? `${frameworkTitle}: ${label}` : label))
		.join('; ');
}

function sources(evidence: Evidence): Fact[] {
	const { indicator, figures } = evidence;
	const ids = new Set(figures.map(({ sourceId }) => sourceId ?? indicator.sourceId));
	const held = [...ids].flatMap((id) => (id === null ? [] : (evidence.sources.get(id) ?? [])));
	return [
		...present([['Source', indicator.sourceText]]),
		...held.map(({ publisher, title, url }) => ({
			...{ term: 'Taken from', fact: `${publisher}, ${title}` },
			...(url?.startsWith('http') && { href: url })
		})),
		...present([
			[
				'Published',
				held
					.map(({ published }) => published)
					.filter(Boolean)
					.join('; ')
			],
			['Licence', [...new Set(held.map(({ licence }) => licence))].join('; ')],
			['How often', indicator.frequency],
			['Delay', indicator.lag],
			['Next figure', indicator.nextUpdate]
		])
	];
}

function certainty({ indicator }: Evidence): string {
	const note = indicator.evidenceNote ? ` (${indicator.evidenceNote})` : '';
	return `${certaintyWords(indicator.evidence)}${note}`;
}

function present(pairs: readonly (readonly [string, string | null])[]): Fact[] {
	return pairs.flatMap(([term, fact]) =>
		fact && fact !== '-' ? [{ term, fact: capitalised(fact) }] : []
	);
}
