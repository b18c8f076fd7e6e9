// A planned line drawn across a change of source or definition compares two things. It is provisional
// until its approver confirms that it still holds (or a new target is set).

import type { Period } from '../period.ts';
import type { Target } from '../target.ts';

export interface Provisional {
	reason: 'not confirmed' | 'change of source' | 'change of definition';
	/** First day of the new series; null for the other reasons. */
	since: string | null;
	note: string | null;
}

/** What happened to the series: first days of new series, and the version of the definition in force. */
export interface History {
	breaks: readonly { starts: string; note: string | null }[];
	version: number;
}

type Line = Pick<Target, 'baseline' | 'confirmed' | 'goal' | 'provisional'>;

/**
 * Why the line is provisional at the end of a period (left out: anywhere up to the goal); undefined
 * when nothing changed since the baseline, or its approver confirmed it since. What is stored goes first.
 */
export function isProvisional(
	{ baseline, confirmed, goal, provisional }: Line,
	{ breaks, version }: History,
	at?: Pick<Period, 'ends'>
): Provisional | undefined {
	if (!baseline) return undefined;
	if (provisional) return { reason: 'not confirmed', since: null, note: provisional };
	const until = at?.ends ?? goal.ends;
	const crossed = breaks
		.filter(({ starts }) => starts > baseline.period.starts && starts <= until)
		.filter(({ starts }) => !confirmed || starts > confirmed.until)
		.sort((a, b) => (a.starts < b.starts ? -1 : 1))[0];
	if (crossed) return { reason: 'change of source', since: crossed.starts, note: crossed.note };
	if (version <= Math.max(baseline.version, confirmed?.version ?? 0)) return undefined;
	return { reason: 'change of definition', since: null, note: null };
}
