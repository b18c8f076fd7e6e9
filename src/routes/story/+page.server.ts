import * as facts from '$lib/server/db/facts.ts';
import * as themes from '$lib/server/db/themes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db } }) => {
	const [timeline, allFacts, allThemes] = await Promise.all([
		facts.timeline(db),
		facts.all(db),
		themes.all(db)
	]);
	const byTopic = [...Map.groupBy(allFacts, (fact) => fact.topic).values()];
	return {
		timeline,
		together: byTopic.filter((told) => told.length > 1).flat(),
		single: byTopic.filter((told) => told.length === 1).flat(),
		themes: allThemes
	};
};
