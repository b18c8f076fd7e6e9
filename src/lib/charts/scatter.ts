import { axisX, axisY, dot, gridX, gridY, ruleX, ruleY } from '@observablehq/plot';
import type { PlotOptions } from '@observablehq/plot';
import type { Unit } from '../domain/format.ts';
import { axisText } from './axis-text.ts';
import { palette, type as size } from './palette.ts';

// Two measures of the same places as points. No line is fitted: the sentence says how alike the two
// orders are, and how sure that is.

export interface ScatterPoint {
	name: string;
	x: number;
	y: number;
	isSelected: boolean;
}

export interface ScatterAxes {
	x: { title: string; unit: Unit; breaks: readonly number[] };
	y: { title: string; unit: Unit; breaks: readonly number[] };
}

/** Points with thin rules at the thirds of each measure. */
export function scatter(
	points: readonly ScatterPoint[],
	{ x, y }: ScatterAxes,
	width: 'wide' | 'narrow'
): PlotOptions {
	const isWide = width === 'wide';
	return {
		width: isWide ? 620 : 350,
		height: isWide ? 460 : 330,
		marginLeft: 56,
		marginBottom: 48,
		marginTop: 30,
		marks: [
			gridX({ stroke: palette.grid, strokeOpacity: 1 }),
			gridY({ stroke: palette.grid, strokeOpacity: 1 }),
			axisX({
				label: `${x.title} →`,
				ticks: isWide ? 6 : 4,
				fontSize: size.tick,
				tickFormat: (value: number) => axisText(value, x.unit, true)
			}),
			axisY({
				label: `↑ ${y.title}`,
				ticks: 6,
				fontSize: size.tick,
				tickFormat: (value: number) => axisText(value, y.unit, true)
			}),
			ruleX([...x.breaks], { stroke: palette.ink3, strokeDasharray: '3 4' }),
			ruleY([...y.breaks], { stroke: palette.ink3, strokeDasharray: '3 4' }),
			dot(points, {
				x: 'x',
				y: 'y',
				r: (point: ScatterPoint) => (point.isSelected ? 7 : 4),
				fill: (point: ScatterPoint) => (point.isSelected ? palette.ink : palette.walsall),
				fillOpacity: 0.75,
				stroke: palette.paper,
				title: 'name'
			})
		]
	};
}
