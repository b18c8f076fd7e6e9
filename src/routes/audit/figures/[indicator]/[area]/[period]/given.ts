import type { Area } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Edition } from '$lib/domain/edition.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { HeldVersion, JourneyReturn } from '$lib/domain/journey.ts';
import type { Judgement } from '$lib/domain/judgement.ts';
import { compare, type Period } from '$lib/domain/period.ts';
import type { Breakdown } from '$lib/server/db/breakdowns.ts';
import type { Source } from '$lib/server/db/sources.ts';
import type { Origin } from '$lib/server/open-origin.ts';

// Everything that is known of one figure, before it is put into words.

export interface Given {
	indicator: Indicator;
	area: Area;
	period: Period;
	breakdown: Breakdown;
	versions: readonly HeldVersion[];
	returns: readonly JourneyReturn[];
	editions: readonly Edition[];
	sources: ReadonlyMap<string, Source>;
	/** The whole series of the place and group, and what its periods are called. */
	held: readonly Figure[];
	times: ReadonlyMap<string, Period>;
	defined: readonly { version: number; valid_from: string; definition: string }[];
	judgements: readonly Judgement[];
	origins: readonly Origin[];
	events: readonly Event[];
	names: ReadonlyMap<string, string>;
	isColleague: boolean;
	readsAudit: boolean;
}

export interface Event {
	id: number;
	at: Date;
	actor_name: string;
	action: string;
	subject: string;
	before: unknown;
	after: unknown;
	reason: string | null;
}

/** The latest known figure of a series, by the end of its period. */
export const latestOf = (held: readonly Figure[], times: ReadonlyMap<string, Period>) =>
	held
		.filter(({ value: number }) => number !== null)
		.flatMap((figure) => {
			const period = times.get(figure.period);
			return period ? [{ figure, period }] : [];
		})
		.sort((a, b) => compare(a.period, b.period))
		.at(-1);
