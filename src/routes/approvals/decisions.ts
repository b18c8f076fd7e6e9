import type { Indicator } from '$lib/domain/indicator.ts';
import { may, type Act, type Person } from '$lib/domain/permission.ts';
import type { Proposal } from '$lib/server/db/proposals.ts';
import type { TargetRecord } from '$lib/server/db/targets.ts';

// What else waits for a decision of this person: targets and changes of the catalogue. Only what they
// may decide, so nothing that they wrote.

export interface Decision {
	href: string;
	what: string;
	label: string;
}

interface Given {
	targets: readonly TargetRecord[];
	proposals: readonly Proposal[];
	catalogue: readonly Indicator[];
	places: ReadonlyMap<string, string>;
}

export function decisionsFor(person: Person, given: Given): Decision[] {
	const { targets, proposals, catalogue, places } = given;
	const known = new Map(catalogue.map((one) => [one.code, one]));
	const mine = (act: Act, indicator: string | null, authors: readonly string[]) =>
		may(person, act, {
			...(indicator && { indicator, themes: known.get(indicator)?.themes ?? [] }),
			authors
		});
	return [
		...targets
			.filter(({ state }) => state === 'submitted')
			.filter(({ indicator, authors }) => mine('approve target', indicator, authors))
			.map(({ id, version, indicator, area }) => ({
				href: `/targets/${id}?version=${version}`,
				what: 'Target',
				label: `${known.get(indicator)?.title ?? indicator}, ${places.get(area) ?? area}`
			})),
		...proposals
			.filter(({ state }) => state === 'submitted')
			.filter((one) => mine('approve catalogue change', one.indicator, [one.proposedBy]))
			.map(({ id, indicator }) => ({
				href: `/catalogue/proposals/${id}`,
				what: 'Catalogue',
				label: (indicator && known.get(indicator)?.title) || 'A new indicator'
			}))
	];
}
