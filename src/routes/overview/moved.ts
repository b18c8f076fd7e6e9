import { change as sized, value } from '$lib/domain/format.ts';
import type { Polarity } from '$lib/domain/indicator.ts';
import type { MovementOutcome } from '$lib/domain/judgement.ts';
import { scaled } from '$lib/domain/overview/beyond-noise.ts';
import { unitNote } from '../indicators/line.ts';
import type { ProfileRow } from '$lib/domain/profile/rows.ts';

// "What moved beyond noise?": each change over about five years beside its own margin of error.

export interface Moved {
	code: string;
	title: string;
	/** "Female, years". */
	note: string;
	before: string;
	beforeWhen: string;
	latest: string;
	latestWhen: string;
	/** Difference in margins, signed. */
	inMargins: number;
	outcome: MovementOutcome;
	polarity: Polarity;
	/** "A change up to 5.4 percentage points could be chance". */
	margin: string;
}

/** In catalogue order; measures whose figures have no range are left to the complete counts. */
export function moved(rows: readonly ProfileRow[]): Moved[] {
	return rows.flatMap((row) => {
		const { indicator, figure, movement, label, period } = row;
		const found = movement && scaled(movement);
		const before = row.series.find((one) => one.period === movement?.againstPeriod);
		if (!movement || !found || figure.value === null || before?.value == null) return [];
		return [
			{
				code: indicator.code,
				title: indicator.title,
				note: [label, unitNote(indicator)].filter(Boolean).join(', '),
				before: value(before.value, indicator),
				beforeWhen: row.before?.label ?? '',
				latest: value(figure.value, indicator),
				latestWhen: period.label,
				inMargins: found.inMargins,
				outcome: movement.outcome,
				polarity: indicator.polarity,
				margin: sized(found.margin, indicator)
			}
		];
	});
}
