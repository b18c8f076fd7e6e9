import type { Figure } from '../../../src/lib/domain/disclosure/gate.ts';
import type { Indicator } from '../../../src/lib/domain/indicator.ts';
import type { About } from '../../../src/lib/server/export/about.ts';
import { nothing, type Reference } from '../../../src/lib/server/export/reference.ts';

// Figures, a reference and an account of a table, made for tests of exports.

export function figure(given: Partial<Figure> = {}): Figure {
	return {
		indicator: 'W99',
		area: 'WLOC01',
		period: '2023',
		breakdown: 'all',
		state: 'known',
		value: 12.345678,
		lower: 10,
		upper: 15,
		numerator: 12,
		denominator: 97,
		flags: [],
		note: null,
		sourceId: 'src',
		...given
	};
}

const indicator = {
	code: 'W99',
	title: 'A share',
	unit: '%',
	valueKind: 'percent',
	decimals: 1
} as Indicator;

export const reference: Reference = {
	...nothing,
	indicators: new Map([['W99', indicator]]),
	areas: new Map([
		[
			'WLOC01',
			{
				code: 'WLOC01',
				level: 'locality',
				vintage: 'localities-2021',
				name: 'North',
				slug: 'north',
				validFrom: null,
				validTo: null,
				isLocal: true,
				note: null
			}
		]
	]),
	periods: new Map([
		[
			'2023',
			{ id: '2023', kind: 'calendar_year', starts: '2023-01-01', ends: '2023-12-31', label: '2023' }
		]
	]),
	breakdowns: new Map([
		['all', { id: 'all', dimension: 'all', label: 'Everyone', position: 0, partOf: null }]
	])
};

export const about: About = {
	title: 'A share',
	description: 'What is shared',
	name: 'w99',
	edition: { id: 'first', publishedAt: '2026-11-22T10:00:00.000Z', label: 'First', note: null },
	sources: [
		{
			id: 'src',
			publisher: 'Office',
			title: 'Survey',
			url: 'https://example.org',
			licence: 'OGL',
			attribution: 'Credit',
			published: '2024',
			retrieved: null,
			note: null
		}
	],
	facts: [{ term: 'Definition', text: '=not a formula' }]
};
