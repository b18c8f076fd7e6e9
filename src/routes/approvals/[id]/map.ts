import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { EVERYONE } from '$lib/domain/entry/cell.ts';
import { fisherJenks } from '$lib/domain/stats/breaks.ts';
import { lookOf, type Painted } from '$lib/map/choropleth.ts';
import { histogram } from '$lib/map/legend.ts';
import type { Held, Preview } from '$lib/server/workflow/preview.ts';
import type { Return } from '$lib/server/workflow/return-sheet.ts';
import { printed } from './sides.ts';

// The places on the map, now and after publication, in the classes that the map itself would have.

const CLASSES = 5;

export function mapOf(made: Return, { now, after }: Preview) {
	const parts = made.sheet.places.filter(({ role }) => role === 'part');
	if (made.vintage === null || !made.indicator.mapAllowed) return null;
	const many = made.rule.areas;
	const side = (held: Held) => {
		const upper = upperOf(held, made);
		return {
			upper,
			values: Object.fromEntries(
				parts.map(({ code, name }): [string, Painted] => {
					const figure = latest(held, code, made);
					const look = lookOf(figure, upper);
					return [code, { look, label: `${name}: ${figure ? printed(figure, made) : 'No data'}` }];
				})
			),
			// Twenty names of wards would cover one another on maps of this size.
			names: (many === 'localities' ? parts : []).map(({ code, name }) => {
				const figure = latest(held, code, made);
				return { code, name: `${name} ${figure ? printed(figure, made) : ''}`.trim() };
			}),
			classes: histogram(numbers(held, made), upper, made.indicator.decimals)?.classes ?? []
		};
	};
	const [before, then] = [side(now), side(after)];
	const moved = parts.filter(({ code }) => before.values[code]?.look !== then.values[code]?.look);
	const names = moved.map(({ name }) => name).join(', ');
	const verb = moved.length === 1 ? 'changes its' : 'change their';
	const isRescaled = JSON.stringify(before.upper) !== JSON.stringify(then.upper);
	return {
		...{ now: before, after: then, unit: { ...made.sheet.unit }, many, isRescaled },
		words: `${moved.length === 0 ? 'No place changes its' : `${names} ${verb}`} class. ${
			isRescaled ? 'The breaks between classes change.' : 'The breaks between classes stay.'
		}`
	};
}

function latest({ figures }: Held, code: string, { period }: Return): Figure | undefined {
	const own = figures.filter((one) => one.area === code && one.breakdown === EVERYONE);
	return own.find((one) => one.period === period.id) ?? own.at(-1);
}

/** Stored breaks, else those of the figures shown: as on the map's own page. */
const upperOf = (held: Held, made: Return): readonly number[] =>
	held.breaks.length > 0 ? held.breaks : (fisherJenks(numbers(held, made), CLASSES)?.upper ?? []);

const numbers = (held: Held, made: Return): number[] =>
	made.sheet.places.flatMap(({ code, role }) => {
		const figure = role === 'part' ? latest(held, code, made) : undefined;
		return figure && figure.value !== null ? [figure.value] : [];
	});
