import * as Plot from '@observablehq/plot';
import { dash, palette, type } from './palette.ts';
import { type Frame, halo, type TrendData } from './trend-data.ts';

// Ahead of the figures: the agreed line with its milestones, and where the series goes if the present
// trend goes on. A plan is dashed ink with hollow diamonds; the fan is grey, with an edge for print.

export function fan({ isWide }: Frame, { fan = [] }: TrendData): Plot.Markish[] {
	if (fan.length === 0) return [];
	const edge = { x: 'x', stroke: palette.ink3, strokeWidth: 1, strokeDasharray: '1 3' } as const;
	const last = fan.slice(-1);
	return [
		Plot.areaY(fan, { x: 'x', y1: 'lower', y2: 'upper', fill: palette.fan }),
		Plot.line(fan, { ...edge, y: 'lower' }),
		Plot.line(fan, { ...edge, y: 'upper' }),
		Plot.line(fan, { ...edge, y: 'value', strokeDasharray: '3 3' }),
		Plot.text(last, {
			...{ x: 'x', y: 'lower', fontSize: type.small, fill: palette.ink2, ...halo },
			text: () => (isWide ? 'If the present trend goes on (80%)' : 'Present trend'),
			...{ textAnchor: 'end', dy: 12 }
		})
	];
}

export function plan({ isWide, values }: Frame, { plan }: TrendData): Plot.Markish[] {
	if (!plan) return [];
	const last = plan.steps.slice(-1);
	const [low, high] = values.domain;
	// Near the top of the drawing the words stand below their mark.
	const isHigh = (last[0]?.value ?? low) > low + 0.88 * (high - low);
	const at = { x: 'x', y: 'value' } as const;
	return [
		Plot.line(plan.line, {
			...at,
			stroke: palette.ink,
			strokeWidth: 1.8,
			strokeDasharray: dash.break
		}),
		Plot.dot(plan.steps, {
			...at,
			...{ symbol: 'diamond', r: 6, fill: palette.paper, stroke: palette.ink, strokeWidth: 1.8 }
		}),
		Plot.text(last, {
			...at,
			text: () => (isWide ? plan.label : (plan.label.split(' by ')[0] ?? plan.label)),
			...{ textAnchor: 'end', dy: isHigh ? 22 : -16, fontSize: type.label, fontWeight: 700 },
			...{ fill: palette.ink, ...halo }
		})
	];
}
