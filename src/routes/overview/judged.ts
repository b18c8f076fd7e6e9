import { type Area, WALSALL } from '$lib/domain/area.ts';
import { type Action, daysLate, isLate, isOverdue, lateBy } from '$lib/domain/action.ts';
import type { Commentary } from '$lib/domain/commentary.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { type Exception, exceptions } from '$lib/domain/exception.ts';
import { count, date, value } from '$lib/domain/format.ts';
import { tally } from '$lib/domain/judgement/tally.ts';
import {
	hasTargets,
	judgedHeadline,
	judgedMatrix,
	judgedPoints
} from '$lib/domain/overview/judged.ts';
import { standings } from '$lib/domain/overview/standing.ts';
import type { Held } from '$lib/domain/profile/rows.ts';
import type { Theme } from '$lib/domain/theme.ts';
import type { Collection } from '$lib/server/db/collections.ts';

// The overview's parts that need agreed targets; undefined while there is none.

export interface Accounts {
	actions: readonly Action[];
	commentaries: readonly Commentary[];
	collections: readonly Collection[];
	/** Instants of reports, oldest first, up to the edition shown. */
	reports: readonly { publishedAt: string }[];
	/** Instant that dated things are shown as of. */
	now: string;
}

interface Given {
	held: Held;
	local: readonly Figure[];
	localities: readonly Area[];
	themes: readonly Theme[];
	accounts: Accounts;
	tested: Parameters<typeof judgedPoints>[0]['tested'];
}

export function judgedOverview({ held, local, localities, themes, accounts, tested }: Given) {
	const areas = [WALSALL, ...localities.map(({ code }) => code)];
	const all = standings(areas, { ...held, figures: [...held.own, ...local] });
	if (!hasTargets(all)) return undefined;
	const borough = all.filter(({ area }) => area === WALSALL);
	const { counts, text } = judgedHeadline(borough);
	const before = accounts.reports.at(-2)?.publishedAt ?? null;
	const found = exceptions(borough, { ...accounts, before });
	const late = lateOf(accounts);
	const names = new Map(localities.map(({ code, name }) => [code, name]));
	const { periods } = held;
	return {
		headline: text.text,
		counts,
		points: judgedPoints({
			exceptions: found,
			borough,
			counts,
			periods,
			names,
			tested,
			late: late.length
		}),
		byPlace: new Map(
			areas.map((area) => [
				area,
				tally(all.filter((one) => one.area === area).map(({ word }) => word))
			])
		),
		matrix: judgedMatrix(areas, themes, all),
		exceptions: found.map((one) => printed(one, held, accounts.now)),
		late: late.map(({ indicator, label, dueOn }) => ({ indicator, label, due: date(dueOn) })),
		due: dueOf(accounts)
	};
}

const lateOf = ({ collections, now }: Accounts): Collection[] =>
	collections.filter(({ dueOn, hasCome }) => !hasCome && dueOn < now.slice(0, 10));

/** The next days on which returns are due, with how many. */
function dueOf({ collections, now }: Accounts) {
	const coming = collections.filter(({ dueOn, hasCome }) => !hasCome && dueOn >= now.slice(0, 10));
	return [...Map.groupBy(coming, ({ dueOn }) => dueOn)].map(([day, list]) => ({
		when: date(day),
		what: `Returns for ${list[0]?.label ?? ''}: ${list.length} ${list.length === 1 ? 'measure' : 'measures'}`
	}));
}

function printed({ standing, cause, action, last }: Exception, held: Held, now: string) {
	const { indicator, word, judgement, travel } = standing;
	const figure = held.own.find(
		(one) => one.indicator === indicator.code && one.period === judgement?.period
	);
	return {
		code: indicator.code,
		title: indicator.title,
		word,
		travel,
		provisional: judgement?.provisional ?? false,
		value: [against(standing), base(figure), held.periods.get(judgement?.period ?? '')?.label]
			.filter(Boolean)
			.join('; '),
		cause,
		action: action?.promise ?? null,
		owner: action?.owner ?? null,
		due: action?.dueOn ? date(action.dueOn) : null,
		isOverdue: action !== null && isOverdue(action, now),
		last: last && became(last, now)
	};
}

function against({ indicator, judgement }: Exception['standing']): string {
	const { value: own, planned } = judgement?.detail ?? { value: null, planned: null };
	if (own === null || planned === null) return '';
	return `${value(own, indicator)} against ${value(planned, indicator)} planned`;
}

const base = (figure: Figure | undefined): string =>
	figure?.numerator != null && figure.denominator !== null
		? `${count(figure.numerator)} of ${count(figure.denominator)}`
		: '';

/** What became of the promise: the state, how late, and the owner's words. */
export function became(action: Action, now: string) {
	const { promise, state, outcome, dueOn, saidAt } = action;
	const late = isOverdue(action, now)
		? `late by ${lateBy(daysLate(action, now))}`
		: isLate(action)
			? `late by ${lateBy(daysLate({ dueOn }, saidAt ?? now))}`
			: null;
	return { promise, state, late, outcome };
}
