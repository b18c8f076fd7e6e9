import type { Figure } from '../../../src/lib/domain/disclosure/gate.ts';
import type { Indicator } from '../../../src/lib/domain/indicator.ts';
import type { Comparison, Movement } from '../../../src/lib/domain/judgement.ts';
import type { Period } from '../../../src/lib/domain/period.ts';

// Hand-made figures and judgements, with only what a case is about.

export function indicator(code: string, given: Partial<Indicator> = {}): Indicator {
	return {
		code,
		title: `Measure ${code}`,
		kind: 'catalogue',
		restricted: false,
		valueKind: 'percent',
		unit: '%',
		decimals: 1,
		polarity: 'lower',
		mapAllowed: true,
		intervalMethod: 'wilson',
		sourceText: 'Source',
		nextUpdate: null,
		awaited: null,
		themes: ['P1'],
		...given
	} as Indicator;
}

export function figure(given: Partial<Figure> = {}): Figure {
	return {
		indicator: 'A1',
		area: 'PLACE',
		period: '2021',
		breakdown: 'all',
		state: 'known',
		value: 10,
		lower: null,
		upper: null,
		numerator: null,
		denominator: null,
		flags: [],
		note: null,
		sourceId: null,
		...given
	};
}

let ids = 0;

export function comparison(given: Partial<Comparison> = {}): Comparison {
	return {
		...common(),
		kind: 'comparison',
		q: 0.001,
		againstArea: 'E08000030',
		outcome: 'higher',
		...given
	};
}

export function movement(given: Partial<Movement> = {}): Movement {
	return {
		...common(),
		area: 'E08000030',
		kind: 'movement',
		againstPeriod: '2016',
		outcome: 'higher',
		...given
	};
}

function common() {
	return {
		id: ++ids,
		indicator: 'A1',
		area: 'PLACE',
		breakdown: 'all',
		period: '2021',
		difference: 2,
		lower: 1,
		upper: 3,
		p: null,
		confidence: 0.95,
		method: 'made up',
		methodVersion: 1
	};
}

export const periods: ReadonlyMap<string, Period> = new Map(
	['2011', '2016', '2020', '2021'].map((year) => [
		year,
		{
			id: year,
			kind: 'calendar_year',
			starts: `${year}-01-01`,
			ends: `${year}-12-31`,
			label: year
		}
	])
);

export const breakdowns = new Map([
	['all', { dimension: 'all', label: 'Everybody' }],
	['female', { dimension: 'sex', label: 'Women and girls' }],
	['asian', { dimension: 'group', label: 'Asian' }]
]);
