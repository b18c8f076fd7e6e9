import { date, dateTime } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { ImportProblem } from '$lib/domain/import/problem.ts';
import type { Period } from '$lib/domain/period.ts';
import type { Group } from '$lib/server/db/import-differences.ts';
import type { Import } from '$lib/server/db/imports.ts';
import { STATE_WORDS } from '../words.ts';

const MOST_PROBLEMS = 200;

/** The file in words, with what was found in it. */
export const about = (found: Import) => ({
	id: found.id,
	name: found.name,
	state: found.state,
	stateWords: STATE_WORDS[found.state],
	percent: Math.round(found.progress * 100),
	message: found.message,
	source: found.sourceText ?? 'Not said',
	licence: found.licence ?? '',
	address: found.address,
	extracted: found.extractedOn && date(found.extractedOn),
	by: found.madeByName,
	at: dateTime(found.madeAt),
	kilobytes: Math.max(1, Math.round(found.bytes / 1024)),
	figures: found.figures,
	errors: found.errors,
	warnings: found.warnings,
	mapping: found.mapping,
	reading: found.reading
});

/** Problems with errors first, how many of each kind, and what may be left out instead. */
export function problemList(problems: readonly ImportProblem[], found: Import) {
	const byKind = Map.groupBy(problems, ({ kind, code }) => `${kind} ${code}`);
	return {
		kinds: [...byKind.values()].flatMap((some) => {
			const [first] = some;
			return first ? [{ kind: first.kind, code: first.code, count: some.length }] : [];
		}),
		problems: problems.slice(0, MOST_PROBLEMS),
		more: found.errors + found.warnings - Math.min(problems.length, MOST_PROBLEMS)
	};
}

export interface ShownGroup {
	readonly indicator: Indicator;
	readonly period: { readonly id: string; readonly label: string };
}

/** What differs, by indicator and period; one of them is shown in full. */
export function grouped(
	groups: readonly Group[],
	periods: readonly Period[],
	catalogue: readonly Indicator[],
	asked: string | null
) {
	const indicatorOf = new Map(catalogue.map((one) => [one.code, one]));
	const labels = new Map(periods.map(({ id, label }) => [id, label]));
	const wanted = groups.find(({ indicator, period }) => `${indicator} ${period}` === asked);
	const chosen = wanted ?? groups.find(({ changed }) => changed > 0) ?? groups[0];
	const indicator = indicatorOf.get(chosen?.indicator ?? '');
	const shown: ShownGroup | undefined = chosen &&
		indicator && {
			indicator,
			period: { id: chosen.period, label: labels.get(chosen.period) ?? chosen.period }
		};
	return {
		shown,
		groups: groups.map((group) => ({
			...group,
			title: indicatorOf.get(group.indicator)?.title ?? group.indicator,
			label: labels.get(group.period) ?? group.period,
			isShown: group === chosen
		}))
	};
}
