import type { Indicator } from '../../domain/indicator.ts';
import type { Milestone, Shape, Target, Tolerance } from '../../domain/target.ts';
import { check, type Problem } from '../../domain/target/check.ts';
import { type History, isProvisional, type Provisional } from '../../domain/target/provisional.ts';
import type { Db, Trx } from '../db/client.ts';
import * as editions from '../db/editions.ts';
import * as holdings from '../db/holdings.ts';
import * as indicators from '../db/indicators.ts';
import * as periods from '../db/periods.ts';
import type { Written } from '../db/targets.ts';
import * as figures from '../figures.ts';

// What a person enters, with the baseline looked up: it is picked from held figures, never typed, and
// brings its own range, source and version of the definition.

export interface Entered {
	indicator: string;
	area: string;
	breakdown: string;
	/** Period of the figure that the target starts from; empty = none chosen. */
	baselinePeriod: string;
	shape: Shape;
	milestones: readonly Milestone[];
	goal: Milestone;
	tolerance: Tolerance;
	cumulative: boolean;
	benchmark: string | null;
	rationale: string;
}

/** The version as it would be stored, and everything that is wrong with it. */
export async function written(
	db: Db,
	indicator: Indicator,
	entered: Entered
): Promise<{ written: Written; target: Target; problems: Problem[] }> {
	const { baselinePeriod: _, ...line } = entered;
	const written = { ...line, baseline: await baselineOf(db, entered) };
	const target: Target = {
		...written,
		...{ id: '', version: 0, state: 'draft', provisional: null, confirmed: null },
		...{ proposedBy: null, approvedBy: null, approvedAt: null }
	};
	const problems = check(target, indicator);
	return { written, target, problems: [...problems, ...withoutReason(entered)] };
}

function withoutReason({ rationale }: Entered): Problem[] {
	if (rationale.trim() !== '') return [];
	const message = 'Say why this goal is right. Members and the public will read it.';
	return [{ kind: 'refused', field: 'goal', code: 'no reason', message }];
}

type Line = Pick<Entered, 'indicator' | 'area' | 'breakdown'>;

/** The held figures that a target may start from, oldest first, with their definition's version. */
export async function startsOf(db: Db, { indicator, area, breakdown }: Line) {
	const at = (await editions.all(db)).at(-1)?.publishedAt ?? new Date(0).toISOString();
	const of = { indicator, area, breakdown };
	const [held, times, versions] = await Promise.all([
		figures.series(db, at, of),
		periods.all(db),
		holdings.definitions(db, at, of)
	]);
	return held
		.flatMap((figure) => {
			const period = times.get(figure.period);
			if (!period || figure.value === null) return [];
			const { value, lower, upper, sourceId, flags } = figure;
			return [
				{
					period,
					value,
					lower,
					upper,
					source: sourceId,
					flags,
					version: versions.get(period.id) ?? 1
				}
			];
		})
		.sort((a, b) => (a.period.ends < b.period.ends ? -1 : 1));
}

async function baselineOf(db: Db, entered: Entered): Promise<Written['baseline']> {
	const starts = await startsOf(db, entered);
	const start = starts.find(({ period }) => period.id === entered.baselinePeriod);
	if (!start) return null;
	const { flags: _, ...baseline } = start;
	return baseline;
}

/** Everything that is wrong with a stored version, by the definition now in force. */
export async function problemsOf(trx: Trx, target: Target): Promise<Problem[]> {
	const indicator = await indicators.byCode(trx, target.indicator);
	return indicator ? check(target, indicator) : [];
}

/** The change of source or definition that a line crosses, whatever was confirmed before. */
export async function changesSince(
	trx: Db,
	target: Target
): Promise<{ found: Provisional | undefined; definition: number }> {
	const history = await historyOf(trx, target.indicator);
	const found = isProvisional({ ...target, provisional: null, confirmed: null }, history);
	return { found, definition: history.version };
}

/** Changes of source, and the version of the definition in force. */
export async function historyOf(db: Db, code: string): Promise<History> {
	const breaks = await indicators.breaks(db, code);
	const indicator = await indicators.byCode(db, code);
	return { breaks, version: indicator?.version ?? 1 };
}
