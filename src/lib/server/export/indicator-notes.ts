import type { Figure } from '../../domain/disclosure/gate.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Source } from '../db/sources.ts';
import { type Fact, facts } from './about.ts';
import type { Reference } from './reference.ts';

/** What must be known about an indicator before its figures are used. */
export function indicatorNotes(indicator: Indicator): Fact[] {
	return facts({
		Indicator: `${indicator.code}: ${indicator.title}`,
		Definition: indicator.definition,
		Question: indicator.question,
		Numerator: indicator.numerator,
		Denominator: indicator.denominator,
		Unit: indicator.unit,
		'Better when': indicator.polarity,
		'Where it comes from': indicator.sourceText,
		'How often': indicator.frequency,
		'Next update': indicator.nextUpdate,
		Range: indicator.intervalNote ?? indicator.intervalMethod,
		'Who is missed': indicator.whoMissed,
		Caveats: indicator.caveats,
		Awaited: indicator.awaited
	});
}

/** The sources of these figures, and of the indicator itself. */
export function sourcesOf(
	figures: readonly Figure[],
	indicator: Indicator | undefined,
	{ sources }: Reference
): Source[] {
	const ids = new Set([...figures.map((figure) => figure.sourceId), indicator?.sourceId ?? null]);
	return [...ids].flatMap((id) => (id === null ? [] : (sources.get(id) ?? [])));
}
