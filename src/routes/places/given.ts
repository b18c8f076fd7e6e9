import type { Area, AreaLevel } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Comparison } from '$lib/domain/judgement.ts';
import type { Held } from '$lib/domain/profile/rows.ts';
import type { Comparator } from '$lib/domain/selection.ts';
import type { Theme } from '$lib/domain/theme.ts';
import type { Shapes } from '$lib/map/shapes.ts';
import type { Geography } from './geography.ts';

/** What the queries of a profile returned. */
export interface Given {
	area: Area;
	places: Geography;
	compare: readonly Comparator[];
	held: Held;
	/** Figures of the place's parts, of places of its kind, and of the localities, for the same periods. */
	parts: readonly Figure[];
	/** Stored comparisons of the parts. */
	partComparisons: readonly Comparison[];
	peers: readonly Figure[];
	localities: readonly Figure[];
	/** Levels with figures, by indicator. */
	levels: ReadonlyMap<string, readonly AreaLevel[]>;
	sources: ReadonlyMap<string, { publisher: string; title: string; url: string | null }>;
	themes: readonly Theme[];
	/** Codes of the similar areas. */
	similar: readonly string[];
	/** Starts of new series, by indicator. */
	breaks: readonly { indicator: string; starts: string }[];
	shapes: { outline: Shapes | undefined; inner: Shapes | undefined };
}
