import { WALSALL } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { change } from '$lib/domain/sentence/change.ts';
import { level } from '$lib/domain/sentence/level.ts';
import type { Sentence } from '$lib/domain/sentence/sentence.ts';
import { type Given, latestOf } from './given.ts';

// The sentences that readers see of a figure, and the pages where they stand.

export function sentencesOf(given: Given, now: Figure | undefined) {
	const { indicator, area, period, breakdown } = given;
	const isEverybody = breakdown.id === 'all';
	const isLatest = latestOf(given.held, given.times)?.period.id === period.id;
	const said = now && isEverybody && isLatest ? sentences(given, now) : [];
	const lower = indicator.code.toLowerCase();
	const query = new URLSearchParams({
		area: area.code,
		period: period.id,
		breakdown: breakdown.id
	});
	const own =
		area.code === WALSALL
			? []
			: [{ href: `/places/${area.code}`, label: `Everything about ${area.name}` }];
	return {
		sentences: said.map(({ text }) => text),
		pages: [
			{ href: `/indicators/${lower}`, label: `All figures: ${indicator.title}` },
			...own,
			...(now && !indicator.restricted
				? [{ href: `/data/${lower}.csv?${query.toString()}`, label: 'This figure as CSV' }]
				: [])
		]
	};
}

function sentences(
	{ indicator, area, period, judgements, held, times }: Given,
	now: Figure
): Sentence[] {
	const first = level({ ...indicator, unit: indicator, figure: now, period, place: area.name });
	const movement = judgements.find(({ kind }) => kind === 'movement');
	if (movement?.kind !== 'movement') return [first];
	const before = held.find((one) => one.period === movement.againstPeriod);
	const against = times.get(movement.againstPeriod);
	if (!before || !against) return [first];
	return [first, change(movement, { period: against, value: before.value, unit: indicator })];
}
