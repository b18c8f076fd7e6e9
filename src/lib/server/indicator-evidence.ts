import { LOCALITIES, WALSALL } from '../domain/area.ts';
import { besides, type Evidence, type Within } from '../domain/evidence.ts';
import type { Figure } from '../domain/disclosure/gate.ts';
import type { Indicator } from '../domain/indicator.ts';
import * as areas from './db/areas.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as judgements from './db/judgements.ts';
import * as holdings from './db/holdings.ts';
import * as targets from './db/targets.ts';
import { reference } from './export/reference.ts';
import * as figures from './figures.ts';

// What one indicator's page, its charts and their downloads ask the database for.

/** Published figures of the borough and its comparators, with judgements and words, as held at `at`. */
export async function evidenceFor(db: Db, at: string, indicator: Indicator): Promise<Evidence> {
	const { code } = indicator;
	const [words, similar, neighbours] = await Promise.all([
		reference(db),
		areas.comparatorSet(db, 'similar'),
		areas.comparatorSet(db, 'neighbours')
	]);
	const sets = { similar: codes(similar), neighbours: codes(neighbours) };
	const [held, tests, agreed, breaks, rebasings, coverage] = await Promise.all([
		figures.held(db, at, { indicators: [code], areas: [WALSALL, ...besides(sets)] }),
		judgements.held(db, at, { indicators: [code], areas: [WALSALL] }),
		targets.inForce(db, at, [code]),
		indicators.breaks(db, code),
		indicators.rebasings(db, code),
		holdings.coverage(db, at, code)
	]);
	const { periods, breakdowns: groups, sources } = words;
	return {
		...{ indicator, periods, groups, sources, breaks, rebasings, ...sets },
		areas: words.areas,
		figures: held,
		judgements: tests,
		targets: agreed.filter(({ area }) => area === WALSALL),
		vintages: [...new Set(coverage.filter(({ level }) => isPart(level)).map((row) => row.vintage))]
	};
}

const isPart = (level: string): boolean => ['locality', 'ward', 'msoa', 'lsoa'].includes(level);

const codes = (members: readonly { code: string }[]): string[] => members.map(({ code }) => code);

/** One set of areas inside Walsall, with localities and the tests against the borough. */
export async function withinWalsall(
	db: Db,
	at: string,
	{ indicator, vintage, group }: { indicator: string; vintage: string; group: string }
): Promise<Within> {
	const [held, members, links] = await Promise.all([
		figures.latest(db, at, {
			indicators: [indicator],
			vintages: [vintage, LOCALITIES],
			breakdowns: [group]
		}),
		areas.ofVintage(db, vintage),
		areas.linksBetween(db, vintage, LOCALITIES)
	]);
	const tests = await judgements.held(db, at, {
		...{ kind: 'comparison', indicators: [indicator] },
		areas: [...new Set(held.map(({ area }: Figure) => area))]
	});
	return { vintage, figures: held, areas: members, links, judgements: tests };
}
