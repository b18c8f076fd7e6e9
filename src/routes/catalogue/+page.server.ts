import { may } from '$lib/domain/permission.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as proposals from '$lib/server/db/proposals.ts';
import { decisions, listed, openOnes } from './shape.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, user } = locals;
	const mayRead = may(user, 'read drafts');
	const [all, decided, open] = await Promise.all([
		indicators.all(db),
		proposals.all(db, { states: ['approved'] }),
		// What is not decided is not public.
		mayRead ? proposals.all(db, { states: ['draft', 'submitted', 'returned'] }) : []
	]);
	return {
		groups: listed(all),
		decisions: decisions(decided, all),
		open: openOnes(open, all, user),
		mayRead
	};
};
