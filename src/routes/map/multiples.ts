import { error } from '@sveltejs/kit';
import { WALSALL } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { compare } from '$lib/domain/period.ts';
import type { Geography } from '$lib/map/geographies.ts';
import * as classes from '$lib/server/db/classes.ts';
import type { Db } from '$lib/server/db/client.ts';
import * as periods from '$lib/server/db/periods.ts';
import * as figures from '$lib/server/figures.ts';
import { shapesOf } from '../geo/shapes.ts';
import { geometryOf } from './facts.ts';
import { flagNote, panel, boroughOf, type Pictured } from './panels.ts';
import { inPlaceOrder } from './shape.ts';

export interface Series {
	indicators: readonly Indicator[];
	geography: Geography;
	/** Every period of each measure, or its latest alone. */
	every: 'period' | 'measure';
}

const MOST_PERIODS = 24;

/** Small maps of some measures in one geography, with the areas in the order of their table. */
export async function multiplesOf(db: Db, at: string, { indicators, geography, every }: Series) {
	const wanted = { indicators: indicators.map(({ code }) => code), breakdowns: ['all'] };
	const [own, borough, breaks, all, geometry, shapes] = await Promise.all([
		figures.held(db, at, { ...wanted, vintages: [geography.vintage] }),
		figures.held(db, at, { ...wanted, areas: [WALSALL] }),
		classes.ofVintage(db, geography.vintage),
		periods.all(db),
		geometryOf(db, geography.vintage),
		shapesOf(db, geography.vintage)
	]);
	if (!shapes) error(404, `There are no boundaries of ${geography.many} to draw.`);
	const placed = inPlaceOrder(geometry);
	const pictured = indicators.flatMap((indicator): Pictured[] => {
		const mine = own.filter((figure) => figure.indicator === indicator.code);
		const ids = [...new Set(mine.map(({ period }) => period))];
		const known = ids.flatMap((id) => all.get(id) ?? []).sort(compare);
		const shown = every === 'measure' ? known.slice(-1) : known.slice(-MOST_PERIODS);
		return shown.map((period) => ({
			indicator,
			period,
			title: every === 'measure' ? `${indicator.title}, ${period.label}` : period.label,
			figures: mine.filter((figure) => figure.period === period.id),
			borough: boroughOf(of(borough, indicator), period.id),
			breaks: breaks.find((one) => one.indicator === indicator.code)
		}));
	});
	return {
		panels: pictured.map((one) => panel(one, placed, geography)),
		areas: placed.map(({ area, name, locality }) => ({
			code: area.code,
			name,
			locality: geometry.localities[locality]?.name ?? ''
		})),
		shapes: { href: shapes.href, outlines: shapes.outlines, label: shapes.label },
		flags: flagNote(own)
	};
}

const of = (all: readonly Figure[], { code }: Indicator): Figure[] =>
	all.filter((figure) => figure.indicator === code);
