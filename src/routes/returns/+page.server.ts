import { dayInWalsall } from '$lib/domain/day.ts';
import * as collections from '$lib/server/db/collections.ts';
import * as feeds from '$lib/server/db/calendar-feeds.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as submissions from '$lib/server/db/submissions.ts';
import { permit } from '$lib/server/web/permit.ts';
import { newFeed } from '$lib/server/workflow/calendar-feed.ts';
import type { Actions, PageServerLoad } from './$types';
import { shape } from './shape.ts';

export const load: PageServerLoad = async (event) => {
	const person = permit(event, 'read drafts');
	const { db } = event.locals;
	const now = new Date();
	const [calendar, open, catalogue, hasFeed] = await Promise.all([
		collections.all(db, now.toISOString()),
		submissions.inState(db, [
			...(['draft', 'returned', 'submitted', 'quality-assured', 'approved', 'scheduled'] as const)
		]),
		indicators.all(db),
		feeds.has(db, person.id)
	]);
	const submitted = event.url.searchParams.get('submitted');
	return {
		...shape({ calendar, open, catalogue, day: dayInWalsall(now) }, person),
		hasFeed,
		done: submitted && /^[A-Z]\d{2}$/.test(submitted) ? `${submitted} is submitted` : undefined
	};
};

export const actions: Actions = {
	/** The address is shown once: only its hash is kept. */
	feed: async (event) => {
		const person = permit(event, 'read drafts');
		const token = await newFeed(event.locals.db, person, new Date());
		return { feed: `${event.url.origin}/returns/calendar/${token}.ics` };
	}
};
