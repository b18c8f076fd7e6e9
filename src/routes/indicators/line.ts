import { type AreaLevel, levels as levelWords } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Indicator, Polarity } from '$lib/domain/indicator.ts';
import type { Movement, MovementOutcome } from '$lib/domain/judgement.ts';
import type { Period } from '$lib/domain/period.ts';

// One indicator as a line of a list: what it is, its latest figures for Walsall, whether it moved.

export interface Line {
	indicator: Indicator;
	/** Some figure exists, if only for groups. */
	filled: boolean;
	/** Latest figures for the borough: one, or one for each sex where there is no figure for all. */
	latest: { label: string | null; figure: Figure; period: string }[];
	movement: { outcome: MovementOutcome; since: string; polarity: Polarity } | null;
	/** "borough, ward, neighbourhood": where figures exist; empty without figures. */
	levels: string;
}

/** What the queries returned, for every indicator. */
export interface Held {
	figures: readonly Figure[];
	movements: readonly Movement[];
	periods: ReadonlyMap<string, Period>;
	breakdowns: ReadonlyMap<string, { dimension: string; label: string }>;
	levels: ReadonlyMap<string, readonly AreaLevel[]>;
}

export function line(indicator: Indicator, held: Held): Line {
	const own = held.figures.filter((figure) => figure.indicator === indicator.code);
	const whole = own.filter((figure) => dimension(held, figure) === 'all');
	const shown =
		whole.length > 0 ? whole : own.filter((figure) => dimension(held, figure) === 'sex');
	const levels = held.levels.get(indicator.code) ?? [];
	return {
		indicator,
		filled: own.length > 0 || levels.length > 0,
		latest: shown.map((figure) => ({
			label: whole.length > 0 ? null : (held.breakdowns.get(figure.breakdown)?.label ?? null),
			figure,
			period: held.periods.get(figure.period)?.label ?? figure.period
		})),
		movement: moved(indicator, held, shown[0]),
		levels: levels.map((level) => levelWords[level].one).join(', ')
	};
}

/** What a bare number counts, where the value does not say it: "per 1,000 homes", "an hour". */
export function unitNote({
	valueKind,
	unit
}: Pick<Indicator, 'valueKind' | 'unit'>): string | null {
	switch (valueKind) {
		case 'percent':
		case 'years':
		case 'points':
		case 'index':
			return null;
		case 'count':
			return unit === 'count' ? null : unit;
		case 'rate':
		case 'score':
			return unit === 'score' ? null : unit;
		case 'money':
			return unit.replace(/^£\s*/, '');
		default:
			throw new Error(`unknown kind of value: ${valueKind satisfies never}`);
	}
}

/** The stored test that reaches furthest back from the figure shown. */
function moved(indicator: Indicator, held: Held, figure: Figure | undefined): Line['movement'] {
	const starts = (period: string) => held.periods.get(period)?.starts ?? period;
	const test = held.movements
		.filter(
			(movement) =>
				movement.indicator === indicator.code &&
				movement.period === figure?.period &&
				movement.breakdown === figure.breakdown
		)
		.sort((a, b) => (starts(a.againstPeriod) < starts(b.againstPeriod) ? -1 : 1))[0];
	if (!test) return null;
	const since = held.periods.get(test.againstPeriod)?.label ?? test.againstPeriod;
	return { outcome: test.outcome, since, polarity: indicator.polarity };
}

function dimension(held: Held, figure: Figure): string | undefined {
	return held.breakdowns.get(figure.breakdown)?.dimension;
}
