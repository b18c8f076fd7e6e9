import { drawn } from '$lib/charts/plot-host.server.ts';
import { targetChart } from '$lib/charts/target-chart.ts';
import { aboutSeries, gridOf } from '$lib/domain/judgement/target-view.ts';
import { may } from '$lib/domain/permission.ts';
import { storedTargetSentence } from '$lib/domain/sentence/stored-target.ts';
import { standingWord } from '$lib/domain/target/state.ts';
import * as judgements from '$lib/server/db/judgements.ts';
import { reference } from '$lib/server/export/reference.ts';
import * as figures from '$lib/server/figures.ts';
import { changesSince } from '$lib/server/workflow/target-draft.ts';
import { decisions } from './decisions.ts';
import { actsFor, factsOf, found, historyOf, shownVersion } from './view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, user, edition } = locals;
	const at = edition.publishedAt;
	const drafts = may(user, 'read drafts') && !locals.isEarlierEdition;
	const { indicator, versions } = await found(db, params.id, { at, drafts });
	const target = shownVersion(versions, url.searchParams.get('version'), at) ?? versions[0]!;
	const { area, breakdown } = target;
	const [words, series, stored, crossed] = await Promise.all([
		reference(db),
		figures.series(db, at, { indicator: indicator.code, area, breakdown }),
		judgements.held(db, at, { indicators: [indicator.code], areas: [area] }),
		changesSince(db, target)
	]);
	const all = aboutSeries(stored, { area, breakdown }, words.periods);
	const isJudged = all.now?.targetVersion === target.version;
	const about = isJudged ? all : { ...all, words: [], now: undefined };
	const place = words.areas.get(area)?.name ?? area;
	const source = words.sources.get(target.baseline?.source ?? indicator.sourceId ?? '')?.title;
	const picture = {
		// Every target of a demonstration is invented, on a published series too.
		illustrative: edition.notice !== undefined,
		...{ indicator, place, target },
		figures: series,
		periods: words.periods,
		about
	};
	const { now } = about;
	const hasEnded = target.endedAt !== null && target.endedAt <= at;
	return {
		...{ indicator, place, acts: locals.isEarlierEdition ? [] : actsFor(user, target, indicator) },
		seen: { id: target.id, version: target.version, revision: target.revision },
		standing: standingWord(
			{ state: target.state, hasEnded },
			target.provisional !== null || (now?.provisional ?? false)
		),
		group: words.breakdowns.get(breakdown)?.label ?? null,
		...{ isWhole: breakdown === 'all', crosses: crossed.found !== undefined },
		isOwn: user !== null && target.authors.includes(user.id) && target.state === 'submitted',
		word: now && { outcome: now.outcome, provisional: now.provisional },
		sentences: now ? storedTargetSentence(now, words.periods.get(now.period), indicator) : [],
		grid: gridOf(about, { indicator, periods: words.periods, breaks: [] }),
		figure: drawn(targetChart({ ...picture, source: source ?? indicator.sourceText }), {
			csv: `/targets/${target.id}/csv?version=${target.version}`
		}),
		facts: factsOf(target, indicator, source ?? indicator.sourceText),
		history: historyOf(versions, indicator),
		replacement:
			target.state === 'approved' &&
			may(user, 'propose target', { indicator: indicator.code, themes: indicator.themes })
				? `/targets/new?indicator=${indicator.code.toLowerCase()}&area=${area}&group=${breakdown}`
				: null,
		saved: url.searchParams.get('saved')
	};
};

export const actions: Actions = decisions;
