import { drawn } from '$lib/charts/plot-host.server.ts';
import { groupsOf } from '$lib/domain/evidence.ts';
import { capitalised } from '$lib/domain/sentence/sentence.ts';
import { answersFor } from '$lib/server/answers.ts';
import * as collections from '$lib/server/db/collections.ts';
import * as indicators from '$lib/server/db/indicators.ts';
import * as themes from '$lib/server/db/themes.ts';
import * as holdings from '$lib/server/db/holdings.ts';
import { shownAt } from '$lib/server/web/shown.ts';
import { answerOf } from './answer.ts';
import { choices } from './choices.ts';
import { citation, downloadsOf } from './downloads.ts';
import { found } from './find.ts';
import { charts, gather, shownGroups } from './gather.ts';
import { judgementBox } from './judgement.ts';
import { controlled, leads } from './lead.ts';
import { mapOf } from './map.ts';
import { meaningOf } from './meaning.ts';
import { withNext } from './next.ts';
import { partsOf } from './parts.ts';
import { related } from './related.ts';
import { restrictedRows } from './restricted.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, edition } = locals;
	const asked = await found(db, params.code, url);
	const { code } = asked;
	const now = shownAt(locals, new Date());
	const { user, isEarlierEdition: isEarlier } = locals;
	const [gathered, next, tags, answers, allThemes, catalogue, levels, answer, restricted] =
		await Promise.all([
			gather(locals, asked, url.searchParams),
			collections.next(db, code, edition.publishedAt),
			indicators.tags(db, code),
			answersFor(db, code, now),
			themes.all(db),
			indicators.all(db),
			holdings.levels(db, edition.publishedAt),
			answerOf(db, { indicator: asked, user, now: now.at, isEarlier }),
			restrictedRows(db, edition.publishedAt, asked, user)
		]);
	const indicator = withNext(asked, next);
	const evidence = { ...gathered.evidence, indicator };
	const { group, compare, within, localities } = gathered;
	return {
		indicator,
		hasFigures: groupsOf(evidence).length > 0,
		leads: leads(evidence, group, compare),
		box: judgementBox(evidence, group),
		figures: [...charts(gathered).values()].map((chart) =>
			drawn(chart, downloadsOf({ indicator, chart, edition, url }))
		),
		controls: Object.fromEntries(
			shownGroups(gathered).map((each) => [`control-${each.id}`, controlled(evidence, each)])
		),
		map: within && (await mapOf(db, evidence, within)),
		parts: partsOf(evidence, within, localities),
		choices: choices(gathered),
		meaning: meaningOf(evidence, { tags, themes: allThemes, gathered, answers }),
		influence: answers.influence,
		answer,
		restricted,
		definition: capitalised(indicator.definition),
		citation: citation({ title: indicator.title, edition, address: url.href }),
		related: related(indicator, catalogue, levels),
		theme: allThemes.find((one) => one.code === indicator.themes[0])
	};
};
