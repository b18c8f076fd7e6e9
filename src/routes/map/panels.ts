import { WALSALL } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { value } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { flagWords, stateCodes, stateWords } from '$lib/domain/observation.ts';
import type { Period } from '$lib/domain/period.ts';
import { fisherJenks } from '$lib/domain/stats/breaks.ts';
import { lookOf, type Painted } from '$lib/map/choropleth.ts';
import { histogram, rangeOf } from '$lib/map/legend.ts';
import type { Geography } from '$lib/map/geographies.ts';
import type { ClassBreaks } from '$lib/server/db/classes.ts';
import type { Placed } from './shape.ts';

// Small maps beside one another: one measure over time with the same classes, or several measures.

export interface Panel {
	key: string;
	title: string;
	/** Smaller line: the darkest class, and Walsall's own value. */
	note: string;
	/** The measure and period on the large map. */
	href: string;
	values: Record<string, Painted>;
	/** For the table: printed values in the order of the areas. */
	printed: string[];
}

export interface Pictured {
	indicator: Indicator;
	period: Period;
	title: string;
	figures: readonly Figure[];
	borough: Figure | undefined;
	breaks: ClassBreaks | undefined;
}

const CLASSES = 5;

export function panel(given: Pictured, placed: readonly Placed[], geography: Geography): Panel {
	const { indicator, period, title } = given;
	const figures = new Map(given.figures.map((figure) => [figure.area, figure]));
	const known = given.figures.flatMap(({ value }) => value ?? []);
	const upper = given.breaks?.upper ?? fisherJenks(known, CLASSES)?.upper ?? [];
	const printed = placed.map(({ area }) => words(figures.get(area.code), indicator));
	return {
		key: `${indicator.code} ${period.id}`,
		title,
		note: note(given, known, upper),
		href: `/map?${new URLSearchParams({ indicator: indicator.code.toLowerCase(), by: geography.by, period: period.id })}`,
		values: Object.fromEntries(
			placed.map(({ area, name }, i) => [
				area.code,
				{ look: lookOf(figures.get(area.code), upper), label: `${name}: ${printed[i]}` }
			])
		),
		printed
	};
}

function note(
	{ indicator, borough }: Pictured,
	known: readonly number[],
	upper: readonly number[]
): string {
	const classes = histogram(known, upper, indicator.decimals)?.classes ?? [];
	const darkest = classes.length > 0 ? rangeOf(classes, classes.length - 1, indicator) : '';
	const walsall = borough?.value == null ? '' : ` Walsall: ${value(borough.value, indicator)}.`;
	return darkest ? `Darkest: ${darkest}.${walsall}` : `No figures.${walsall}`;
}

function words(figure: Figure | undefined, indicator: Indicator): string {
	if (!figure || figure.value === null) {
		const state = figure?.state ?? 'not collected';
		return `${stateWords[state]} ${stateCodes[state]}`;
	}
	const flags = figure.flags.map((flag) => `[${flag}]`).join(' ');
	return `${value(figure.value, indicator)}${flags && ` ${flags}`}`;
}

/** What the flags in these panels mean, for the note below the table. */
export function flagNote(figures: readonly Figure[]): string {
	const flags = [...new Set(figures.flatMap((figure) => figure.flags))].sort();
	return flags.map((flag) => `[${flag}] ${flagWords[flag]}`).join(', ');
}

/** The borough's figure for the same measure and period. */
export const boroughOf = (figures: readonly Figure[], period: string): Figure | undefined =>
	figures.find((figure) => figure.area === WALSALL && figure.period === period);
