import type { Figure } from '$lib/domain/disclosure/gate.ts';
import { stateCodes } from '$lib/domain/observation.ts';
import { type Column, tidy } from '$lib/domain/table.ts';
import type { MapFacts } from '../facts.ts';
import { shape } from '../shape.ts';

// A missing value is blank; its code and its words have columns of their own.

export interface ViewRow {
	indicator: string;
	period: string;
	code: string;
	name: string;
	locality: string;
	figure: Figure | undefined;
}

export function viewRows(facts: MapFacts): ViewRow[] {
	const { columns } = shape(facts);
	const figures = new Map(facts.figures.map((figure) => [figure.area, figure]));
	const names = new Map(facts.areas.map(({ code, name }) => [code, name]));
	return columns.code.map((code, i) => ({
		indicator: facts.indicator.code,
		period: facts.period.id,
		code,
		name: names.get(code) ?? code,
		locality: facts.localities[columns.locality[i] ?? -1]?.name ?? '',
		figure: figures.get(code)
	}));
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
) => ({
	...text(name, title, ({ figure }) => tidy(figure?.[name] ?? null)),
	datatype: 'number' as const
});

export const column: Column<ViewRow>[] = [
	text('indicator', 'Indicator', (row) => row.indicator),
	text('period', 'Period', (row) => row.period),
	text('area_code', 'Area code', (row) => row.code),
	text('area', 'Area', (row) => row.name),
	text('locality', 'Locality (best fit)', (row) => row.locality),
	number('value', 'Value'),
	number('lower', 'Lower 95% limit'),
	number('upper', 'Upper 95% limit'),
	number('numerator', 'Numerator'),
	number('denominator', 'Denominator'),
	text('state', 'State', ({ figure }) => figure?.state ?? 'not collected'),
	text('state_code', 'State code', ({ figure }) => stateCodes[figure?.state ?? 'not collected']),
	text('flags', 'Flags', ({ figure }) => (figure?.flags ?? []).map((flag) => `[${flag}]`).join(' '))
];
