import { kindTitles } from '$lib/domain/catalogue/change.ts';
import { date } from '$lib/domain/format.ts';
import type { Indicator, IndicatorStatus } from '$lib/domain/indicator.ts';
import type { Person } from '$lib/domain/permission.ts';
import { stateTitles } from '$lib/domain/proposal.ts';
import type { Proposal } from '$lib/server/db/proposals.ts';
import type { Row } from '$lib/ui/table.ts';

// The catalogue by standing, what was decided, and what is on its way.

const standings: [IndicatorStatus, string][] = [
	['adopted', 'Adopted'],
	['proposed', 'Proposed, not adopted'],
	['context', 'Context measures'],
	['retired', 'Retired']
];

export function listed(all: readonly Indicator[]) {
	return standings.map(([status, title]) => ({
		...{ status, title },
		indicators: all
			.filter((indicator) => indicator.status === status)
			.map(({ code, title: name, version }) => ({ code, title: name, version }))
	}));
}

/** "C08 Active Places of Welcome"; the code alone for one that is not there yet. */
export function nameOf(
	proposal: Proposal,
	all: readonly Pick<Indicator, 'code' | 'title'>[]
): string {
	const code = proposal.indicator ?? proposal.content.code ?? '';
	const title =
		all.find((one) => one.code === code)?.title ?? proposal.content.definition?.['title'] ?? '';
	return `${code} ${title}`.trim();
}

/** Decisions, newest first: what, by which body, when, why. Names of people are not public. */
export const decisions = (decided: readonly Proposal[], all: readonly Indicator[]): Row[] =>
	[...decided]
		.sort((a, b) => ((a.approvedAt ?? '') < (b.approvedAt ?? '') ? 1 : -1))
		.map((proposal) => ({
			cells: [
				{ text: nameOf(proposal, all), href: hrefOf(proposal) },
				kindTitles[proposal.kind] + (proposal.mergedInto ? ` into ${proposal.mergedInto}` : ''),
				proposal.decidedFor ?? 'Performance lead',
				date(proposal.decidedOn ?? proposal.approvedAt ?? ''),
				proposal.approvedAt ? date(proposal.approvedAt) : '',
				proposal.reason
			]
		}));

const hrefOf = ({ indicator, content }: Proposal): string =>
	`/catalogue/${(indicator ?? content.code ?? '').toLowerCase()}`;

export const openOnes = (
	open: readonly Proposal[],
	all: readonly Indicator[],
	user: Person | null
): Row[] =>
	open
		.filter(({ state, proposedBy }) => state !== 'draft' || proposedBy === user?.id)
		.map((proposal) => ({
			cells: [
				{ text: nameOf(proposal, all), href: `/catalogue/proposals/${proposal.id}` },
				kindTitles[proposal.kind],
				stateTitles[proposal.state],
				proposal.proposedByName,
				date(proposal.proposedAt),
				proposal.reason
			]
		}));
