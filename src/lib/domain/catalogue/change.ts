import type { OwnerRule } from '../disclosure/owner-rule.ts';
import type { Indicator } from '../indicator.ts';
import type { Definition } from './definition.ts';

// What may be proposed for an indicator, from the standing it has.

export const KINDS = [
	...(['new', 'change', 'adopt', 'merge', 'retire', 'reinstate'] as const),
	...(['disclosure', 'rebase'] as const)
] as const;
export type ProposalKind = (typeof KINDS)[number];

export const kindTitles: Record<ProposalKind, string> = {
	new: 'New indicator',
	change: 'Change of definition',
	adopt: 'Adoption',
	merge: 'Merger',
	retire: 'Retirement',
	reinstate: 'Reinstatement',
	disclosure: 'Disclosure rule',
	rebase: 'New start of the usual range'
};

/** The whole content of a proposal, as it is stored. */
export interface Content {
	/** Code of a new indicator. */
	code?: string;
	/** The whole definition proposed; for new ones and changes. */
	definition?: Definition;
	/** Version of the definition that the change was written on. */
	basedOn?: number;
	/** First day of the new version, or from which the usual range is counted anew. */
	from?: string;
	/** Figures on either side of that day cannot be compared, and why. */
	breakNote?: string | null;
	/** How people are to be protected. */
	protection?: OwnerRule;
}

type Known = Pick<Indicator, 'code' | 'status' | 'kind'>;

/** Why this cannot be proposed, as a sentence; null when it can. */
export function obstacle(
	kind: ProposalKind,
	indicator: Known | null,
	into: Known | null
): string | null {
	if (kind === 'new') return indicator ? `There is an indicator ${indicator.code} already.` : null;
	if (!indicator) return 'There is no such indicator.';
	const isRetired = indicator.status === 'retired';
	if (kind === 'reinstate') return isRetired ? null : `${indicator.code} is not retired.`;
	if (isRetired) return `${indicator.code} is retired. Reinstate it first.`;
	if (kind === 'adopt') {
		if (indicator.kind === 'context')
			return 'A context measure is shown beside the strategy’s own: it is not adopted.';
		return indicator.status === 'adopted' ? `${indicator.code} is adopted already.` : null;
	}
	if (kind === 'merge') {
		if (!into) return 'Choose the indicator that takes its place.';
		if (into.code === indicator.code) return 'An indicator cannot be merged into itself.';
		return into.status === 'retired' ? `${into.code} is retired: choose another.` : null;
	}
	return null;
}

/** A code as the catalogue writes them: a letter or two and two digits. */
export const isCode = (text: string): boolean => /^[A-Z]{1,2}\d{2}$/.test(text);
