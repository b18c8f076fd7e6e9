import { ENGLAND, WALSALL } from '$lib/domain/area.ts';
import { partName } from '$lib/domain/evidence.ts';
import { hiddenIn, type Hidden } from '$lib/domain/profile/hidden.ts';
import type { ProfileRow } from '$lib/domain/profile/rows.ts';
import { maskedPlace } from '$lib/domain/sentence/parts.ts';
import type { Given } from './given.ts';
import { benchmarkOf } from './lines.ts';
import { nameOf } from './naming.ts';

// Parts that the figure of a place hides, with a link to the measure and to each part.

export type HiddenLine = ReturnType<typeof line>;

export function hidden(rows: readonly ProfileRow[], given: Given): HiddenLine[] {
	const { area, places, partComparisons } = given;
	// A neighbourhood that only touches the place is no part of it.
	const own = new Set(
		places.links
			.filter(({ parent, isBestFit }) => parent === area.code && isBestFit)
			.map(({ child }) => child)
	);
	const comparisons = partComparisons.filter((one) => own.has(one.area));
	const against = benchmarkOf(area.code).code;
	const found = hiddenIn(rows, { against, partsAgainst: WALSALL, comparisons });
	return found.map((one) => line(one, given));
}

function line({ row, whole, seems, parts }: Hidden, { area, places }: Given) {
	const { indicator, label } = row;
	return {
		code: indicator.code,
		title: label ? `${indicator.title}, ${label.toLowerCase()}` : indicator.title,
		sentence: maskedPlace(whole, {
			...{ seems, place: nameOf(area), count: parts.length },
			benchmark: whole.againstArea === ENGLAND ? 'England' : 'Walsall'
		}),
		parts: parts
			.flatMap(({ area: code, word, judgement }) => {
				const part = places.areas.get(code);
				return part ? [{ name: partName(part), href: places.path(part), word, judgement }] : [];
			})
			.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
	};
}
