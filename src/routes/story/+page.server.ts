import * as facts from '$lib/server/db/facts.ts';
import * as themes from '$lib/server/db/themes.ts';
import { conflicts } from './topics.ts';
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
		differing: byTopic.filter(conflicts).flat(),
		agreed: byTopic.filter((told) => !conflicts(told)).flat(),
		themes: allThemes
	};
};
