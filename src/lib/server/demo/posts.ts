import type { NewPost } from '../db/answerable.ts';

// One owner and the contributors of every invented measure: directorates and posts, not persons.

const CUSTOMERS = 'Customer engagement (illustrative)';
const CHILDREN = 'Children and learning (illustrative)';
const ADULTS = 'Adult social care and public health (illustrative)';
const ECONOMY = 'Economy and communities (illustrative)';

/** By the first letter of a code: who owns it, and who contributes. */
const BY_PART: Readonly<Record<string, readonly [owner: string, contributor: string]>> = {
	C: [ECONOMY, CUSTOMERS],
	Y: [CHILDREN, ECONOMY],
	W: [ECONOMY, CHILDREN],
	L: [CUSTOMERS, ADULTS],
	T: [ADULTS, CUSTOMERS]
};

/** Left without an owner, so that the gap can be seen. */
const UNOWNED = new Set(['T19']);

export const postsOf = (codes: readonly string[]): NewPost[] =>
	codes
		.filter((code) => !UNOWNED.has(code))
		.flatMap((indicator): NewPost[] => {
			const [owner, contributor] = BY_PART[indicator.charAt(0)] ?? [];
			if (!owner || !contributor) return [];
			return [
				{ indicator, part: 'owner', directorate: owner, post: 'Head of service' },
				{ indicator, part: 'contributor', directorate: contributor, post: 'Partnership manager' }
			];
		});
