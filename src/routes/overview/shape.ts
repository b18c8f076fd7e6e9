import { type Area, ENGLAND, WALSALL } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Edition } from '$lib/domain/edition.ts';
import type { Comparison, Movement } from '$lib/domain/judgement.ts';
import { matrix } from '$lib/domain/overview/matrix.ts';
import type { Tally } from '$lib/domain/judgement/tally.ts';
import {
	type Counts,
	counts,
	headline,
	isClear,
	type Measure,
	measures
} from '$lib/domain/overview/measures.ts';
import { members } from '$lib/domain/overview/members.ts';
import { awaited, awaitedInShort, due } from '$lib/domain/overview/waiting.ts';
import { type Held, rows } from '$lib/domain/profile/rows.ts';
import type { Comparator } from '$lib/domain/selection.ts';
import type { Theme } from '$lib/domain/theme.ts';
import type { Shapes } from '$lib/map/shapes.ts';
import type { Geography } from '../places/geography.ts';
import { columns, offered } from '../places/columns.ts';
import { list } from '../places/list.ts';
import { type Accounts, judgedOverview } from './judged.ts';
import { complete, directionOf } from './complete.ts';
import { moved } from './moved.ts';
import { tiles } from './tiles.ts';

// The overview from what the queries returned.

export interface Given {
	edition: Edition;
	places: Geography;
	localities: readonly Area[];
	compare: readonly Comparator[];
	/** The borough's figures and judgements; the localities' judgements with them. */
	held: Held;
	/** Latest figures of the localities. */
	local: readonly Figure[];
	themes: readonly Theme[];
	breaks: readonly { indicator: string; starts: string }[];
	similar: readonly string[];
	/** What this edition brought. */
	arrived: readonly { indicator: string; figures: number }[];
	shapes: Shapes | undefined;
	accounts: Accounts;
}

export function shape(given: Given) {
	const { held, places, localities, local, edition, themes } = given;
	const movements = held.judgements.filter((one): one is Movement => one.kind === 'movement');
	const own = movements.filter(({ area }) => area === WALSALL);
	const all = measures(held.catalogue, held.own, own, held.periods);
	const counted = counts(all);
	const waiting = awaited(all);
	const lines = rows(WALSALL, held);
	const borough = places.areas.get(WALSALL);
	const beside = borough
		? columns(borough, given.compare, { similar: given.similar, periods: held.periods })
		: [];
	const proposed = new Set(
		held.catalogue.filter(({ kind }) => kind === 'catalogue').map(({ code }) => code)
	);
	const areas = [WALSALL, ...localities.map(({ code }) => code)];
	const judged = judgedOverview({
		...{ held, local, localities, themes, tested: testedOf(all, counted) },
		accounts: given.accounts
	});
	return {
		judged,
		headline: judged?.headline ?? headline(all, edition).text,
		counts: counted,
		members:
			judged?.points ??
			members({
				measures: all,
				counts: counted,
				comparisons: held.judgements.filter(isBesideEngland),
				local: reachOf(local, movements),
				awaited: awaitedInShort(waiting),
				boroughPath: borough ? places.path(borough) : '/places'
			}),
		map: given.shapes && {
			shapes: given.shapes,
			places: localities.map((area) => ({
				code: area.code,
				name: area.name,
				href: places.path(area),
				...(judged ? wordsOf(judged.byPlace.get(area.code)) : reach(local, area))
			}))
		},
		wards: list(places).wards,
		matrix: {
			areas: ['Borough', ...localities.map(({ name }) => name)],
			rows: matrix(areas, {
				catalogue: held.catalogue,
				themes,
				figures: [...held.own, ...local],
				movements,
				periods: held.periods
			})
		},
		offered: borough ? offered(borough) : [],
		tiles: tiles(lines, beside, (row) => directionOf(row, held)),
		moved: moved(lines),
		complete: complete(lines, beside, { held, breaks: given.breaks }),
		waiting,
		due: due(all),
		arrived: {
			measures: given.arrived.length,
			proposed: given.arrived.filter(({ indicator }) => proposed.has(indicator)).length,
			figures: given.arrived.reduce((sum, { figures }) => sum + figures, 0)
		}
	};
}

const isBesideEngland = (one: { kind: string }): one is Comparison =>
	one.kind === 'comparison' &&
	(one as Comparison).againstArea === ENGLAND &&
	(one as Comparison).area === WALSALL;

/** "22 measures", under a locality's name; nothing before the first edition. */
function reach(local: readonly Figure[], { code }: Area): { note?: string } {
	const own = local.filter(({ area }) => area === code).map(({ indicator }) => indicator);
	return own.length === 0 ? {} : { note: `${new Set(own).size} measures` };
}

/** What could be tested, and what of it has clearly changed. */
function testedOf(all: readonly Measure[], { tested, moved }: Counts) {
	const judgements = all.flatMap(({ movements }) => movements.filter(isClear).map(({ id }) => id));
	return { all: tested, moved, judgements };
}

/** "2 off, 3 watch, 2 on", under a locality's name. */
function wordsOf(counts: Tally | undefined): { note?: string } {
	if (!counts) return {};
	const words = (['off track', 'watch', 'on track'] as const).filter((word) => counts[word] > 0);
	const short = (word: string) => word.replace(' track', '');
	return words.length === 0
		? {}
		: { note: words.map((word) => `${counts[word]} ${short(word)}`).join(', ') };
}

/** How many measures reach the localities, and how many of them can say what moved there. */
function reachOf(local: readonly Figure[], movements: readonly Movement[]) {
	const codes = new Set(local.map(({ indicator }) => indicator));
	const tested = new Set(
		movements
			.filter(({ area, outcome }) => area !== WALSALL && outcome !== 'cannot tell')
			.map(({ indicator }) => indicator)
	);
	return { measures: codes.size, tested: [...codes].filter((code) => tested.has(code)).length };
}
