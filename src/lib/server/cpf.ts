import { WALSALL } from '../domain/area.ts';
import { type Measure, partsOf, usedBy } from '../domain/cpf/measure.ts';
import { type Element, branches, PERFORMANCE } from '../domain/framework/tree.ts';
import type { Indicator } from '../domain/indicator.ts';
import { standings } from '../domain/overview/standing.ts';
import { dueDay, wholeMonths } from '../domain/judgement/freshness.ts';
import type { StoredTarget } from '../domain/judgement/stored-target.ts';
import type { Movement } from '../domain/judgement.ts';
import * as answerable from './db/answerable.ts';
import * as breakdowns from './db/breakdowns.ts';
import type { Db } from './db/client.ts';
import * as collections from './db/collections.ts';
import * as commentaries from './db/commentaries.ts';
import * as frameworks from './db/frameworks.ts';
import * as indicators from './db/indicators.ts';
import * as influences from './db/influences.ts';
import * as judgements from './db/judgements.ts';
import * as periods from './db/periods.ts';
import * as figures from './figures.ts';

// Everything that the pages, the return and the interface of the performance framework show.

export interface Scope {
	/** Instant of the figures and judgements. */
	at: string;
	/** Instant and day of what is dated without figures. */
	shown: { at: string; on: string };
	/** Whose figures: the borough, or a locality. */
	place?: string;
	/** Only figures of this period; else the latest. */
	period?: string | undefined;
}

export interface Performance {
	framework: frameworks.Framework | undefined;
	/** Performance areas in force. */
	areas: Element[];
	measures: Measure[];
}

/** Every indicator that a performance area uses, in catalogue order. */
export async function performance(db: Db, scope: Scope): Promise<Performance> {
	const { shown } = scope;
	const [framework, tree, catalogue, answers, influence, held] = await Promise.all([
		frameworks.byCode(db, PERFORMANCE),
		frameworks.tree(db, PERFORMANCE),
		indicators.all(db),
		answerable.onDay(db, shown.on),
		influences.inForce(db, shown.at),
		heldFor(db, scope)
	]);
	const used = usedBy(tree, shown.on);
	const measures = catalogue
		.filter(({ code, status }) => used.has(code) && status !== 'retired')
		.map((indicator): Measure => {
			const { owner = null, contributors = [] } = answers.get(indicator.code) ?? {};
			return {
				...{ indicator, owner, contributors },
				areas: used.get(indicator.code) ?? [],
				influence: influence.get(indicator.code) ?? null,
				...held(indicator)
			};
		});
	return { framework, areas: branches(tree, shown.on).map(({ element }) => element), measures };
}

type HeldOf = Pick<Measure, 'parts' | 'overdue' | 'lateSince' | 'isCommented' | 'standing'>;

async function heldFor(db: Db, scope: Scope): Promise<(indicator: Indicator) => HeldOf> {
	const { at, shown, place = WALSALL, period } = scope;
	const areas = [place];
	const wanted = period === undefined ? { areas } : { areas, periods: [period] };
	const [found, told, allPeriods, groups, late, words] = await Promise.all([
		period === undefined ? figures.latest(db, at, wanted) : figures.held(db, at, wanted),
		judgements.held(db, at, { areas }),
		periods.all(db),
		breakdowns.all(db),
		collections.overdue(db, shown.at),
		commentaries.held(db, shown.at, { areas })
	]);
	const held = {
		figures: found,
		movements: told.filter((one): one is Movement => one.kind === 'movement'),
		targets: told.filter((one): one is StoredTarget => one.kind === 'target'),
		...{ periods: allPeriods, breakdowns: groups }
	};
	const byIndicator = Map.groupBy(told, (one) => one.indicator);
	return (indicator) => {
		const parts = partsOf(indicator, held);
		const [standing = null] = standings([place], {
			catalogue: [{ ...indicator, kind: 'catalogue' }],
			figures: parts.map(({ figure }) => figure),
			judgements: byIndicator.get(indicator.code) ?? [],
			periods: allPeriods
		});
		return {
			parts,
			standing: period === undefined ? standing : null,
			overdue: late
				.filter((one) => one.indicator === indicator.code)
				.map(({ label, dueOn }) => ({ label, dueOn })),
			lateSince: lateSince(indicator, parts, shown.on),
			isCommented: words.some(
				(one) =>
					one.indicator === indicator.code &&
					parts.some(({ figure }) => figure.period === one.period)
			)
		};
	};
}

/** A month or more after the catalogue's words say that the next figure comes. */
function lateSince(indicator: Indicator, parts: Measure['parts'], on: string): string | null {
	const [latest] = parts
		.map(({ period }) => period.ends)
		.sort()
		.reverse();
	const due = latest ? dueDay(latest, indicator.frequency, indicator.lag) : null;
	return due !== null && wholeMonths(due, on) >= 1 ? due : null;
}
