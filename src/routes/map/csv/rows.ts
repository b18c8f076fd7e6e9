import type { Area } from '$lib/domain/area.ts';
import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { stateCodes } from '$lib/domain/observation.ts';
import { type Column, tidy } from '$lib/domain/table.ts';
import type { Placed } from '../shape.ts';
import type { Spots } from '../spots.ts';
import { columnTitle } from '../spots-words.ts';

// A missing value is blank; its code and its words have columns of their own.

export interface ViewRow {
	figure: Pick<Figure, 'indicator' | 'period' | 'state'> & Partial<Figure>;
	area: Area;
	locality: string;
}

/** One row for each measure, period and area: an area without a figure says so. */
export function rows(
	figures: readonly Figure[],
	placed: readonly Placed[],
	localities: readonly Area[]
): ViewRow[] {
	const sets = Map.groupBy(figures, ({ indicator, period }) => `${indicator} ${period}`);
	return [...sets.values()].flatMap((set) => {
		const byArea = new Map(set.map((figure) => [figure.area, figure]));
		const { indicator = '', period = '' } = set[0] ?? {};
		const missing = { indicator, period, state: 'not collected' as const };
		return placed.map(({ area, locality }) => ({
			figure: byArea.get(area.code) ?? missing,
			area,
			locality: localities[locality]?.name ?? ''
		}));
	});
}

const text = (name: string, title: string, of: Column<ViewRow>['of']): Column<ViewRow> => ({
	name,
	title,
	datatype: 'string',
	description: title,
	of
});

const number = (
	name: 'value' | 'lower' | 'upper' | 'numerator' | 'denominator',
	title: string
): Column<ViewRow> => ({
	...text(name, title, ({ figure }) => tidy(figure[name] ?? null)),
	datatype: 'number'
});

export const columns: Column<ViewRow>[] = [
	text('indicator', 'Indicator', ({ figure }) => figure.indicator),
	text('period', 'Period', ({ figure }) => figure.period),
	text('area_code', 'Area code', ({ area }) => area.code),
	text('area', 'Area', ({ area }) => area.name),
	text('locality', 'Locality (best fit)', ({ locality }) => locality),
	number('value', 'Value'),
	number('lower', 'Lower 95% limit'),
	number('upper', 'Upper 95% limit'),
	number('numerator', 'Numerator'),
	number('denominator', 'Denominator'),
	text('state', 'State', ({ figure }) => figure.state),
	text('state_code', 'State code', ({ figure }) => stateCodes[figure.state]),
	text('flags', 'Flags', ({ figure }) => (figure.flags ?? []).map((flag) => `[${flag}]`).join(' '))
];

/** What the lens over the map says of each area, and the standing of its method, in every row. */
export const spotColumns = (spots: Spots | null): Column<ViewRow>[] =>
	spots
		? [
				text('finding', columnTitle(spots), ({ area }) => spots.says[area.code]?.words ?? ''),
				text('finding_standing', 'Standing of the method', () => spots.standing)
			]
		: [];
