import type { PlotOptions } from '@observablehq/plot';
import * as Plot from '@observablehq/plot';
import { value, type Unit } from '../domain/format.ts';
import { stateWords } from '../domain/observation.ts';
import { axisText } from './axis-text.ts';
import { dash, palette, type } from './palette.ts';
import type { DotData, DotRow } from './dot-data.ts';
import { laidOut, type Line } from './dot-layout.ts';
import { valueAxis } from './time-axis.ts';

// Dots with ranges, a row each: places, groups of people, other areas. Rows may stand under a heading
// row with a dot of its own (a locality above its wards).

export type DotSize = 'wide' | 'narrow';

const sizes = {
	wide: { width: 560, label: 212 },
	narrow: { width: 380, label: 170 }
};

export function dotRows(data: DotData, size: DotSize): PlotOptions {
	const { width, label } = sizes[size];
	const values = valueAxis(allValues(data), size === 'wide' ? 5 : 3);
	const { lines, height } = laidOut(data, label);
	const right = data.showsValues ? 66 : 26;
	const top = 26;
	const bottom = data.line ? 22 : 6;
	return {
		width,
		height: height + top + bottom,
		...{ marginLeft: label, marginRight: right, marginTop: top, marginBottom: bottom },
		x: { type: 'linear', domain: values.domain, axis: null },
		y: { type: 'linear', domain: [height, 0], axis: null },
		r: { type: 'identity' },
		marks: [
			...axis(values.ticks, data.unit, height),
			...names(lines, label),
			...borough(data, height),
			...dots(lines),
			...(data.showsValues ? numbers(lines, data.unit) : [])
		]
	};
}

/** "The axis starts at 10%." when it does not start at zero; empty when it does. */
export function dotAxisNote(data: DotData): string {
	const { domain, startsAtZero } = valueAxis(allValues(data), 5);
	return startsAtZero ? '' : `The axis starts at ${axisText(domain[0], data.unit, true)}.`;
}

function axis(ticks: number[], unit: Unit, height: number): Plot.Markish[] {
	const last = ticks.at(-1);
	return [
		Plot.ruleX(ticks, { y1: 0, y2: height, stroke: palette.grid }),
		Plot.text(ticks, {
			x: (tick: number) => tick,
			y: 0,
			text: (tick: number) => axisText(tick, unit, tick === last),
			...{ dy: -12, fontSize: type.tick, fill: palette.ink2 }
		})
	];
}

function names(lines: Line[], label: number): Plot.Markish[] {
	const heads = lines.filter((line) => line.isHead);
	const text = { frameAnchor: 'left', textAnchor: 'start', y: 'middle', text: 'text' } as const;
	return [
		Plot.rect(heads, {
			...{ y1: 'from', y2: 'to', fill: palette.wash2, fillOpacity: 0.8 },
			...{ insetLeft: -label, insetTop: 1, insetBottom: 1 }
		}),
		Plot.text(heads, { ...text, dx: 4 - label, fontSize: 15, fontWeight: 700, fill: palette.ink }),
		Plot.text(
			lines.filter((line) => !line.isHead && !line.row?.isOurs),
			{ ...text, dx: 14 - label, fontSize: type.small, fill: palette.ink }
		),
		Plot.text(
			lines.filter((line) => line.row?.isOurs),
			{ ...text, dx: 14 - label, fontSize: type.small, fontWeight: 700, fill: palette.walsall }
		)
	];
}

function borough({ line, unit }: DotData, height: number): Plot.Markish[] {
	if (!line) return [];
	return [
		Plot.ruleX([line.value], {
			...{ y1: 0, y2: height, stroke: palette.ink, strokeWidth: 1.4 },
			strokeDasharray: dash.borough
		}),
		Plot.text([line], {
			...{ x: 'value', y: height, dy: 13, fontSize: type.small, fontWeight: 600 },
			text: () => `${line.label} ${axisText(line.value, unit, true, unit.decimals)}`
		})
	];
}

const filled = (row: DotRow): boolean => row.sign !== 'hollow';

function dots(lines: Line[]): Plot.Markish[] {
	const rows = lines.flatMap((line) => (line.row ? [{ ...line, ...line.row }] : []));
	const known = rows.filter((row) => row.value !== null);
	const ranged = known.filter((row) => row.lower !== null && row.upper !== null);
	const at = { x: 'value', y: 'middle' } as const;
	const whisker = { x1: 'lower', x2: 'upper', y: 'middle', stroke: 'colour' } as const;
	const dashed = (row: DotRow) => row.flags.includes('e') || row.flags.includes('p');
	return [
		Plot.ruleY(
			ranged.filter((row) => !dashed(row)),
			{ ...whisker, strokeWidth: 2.2 }
		),
		Plot.ruleY(ranged.filter(dashed), {
			...whisker,
			strokeWidth: 2.2,
			strokeDasharray: dash.estimated
		}),
		Plot.dot(known.filter(filled), { ...at, r: 'radius', fill: 'colour' }),
		Plot.dot(
			known.filter((row) => !filled(row)),
			{ ...at, r: 'radius', fill: palette.paper, stroke: 'colour', strokeWidth: 2.2 }
		),
		Plot.text(
			rows.filter((row) => row.value === null),
			{
				...{ frameAnchor: 'left', y: 'middle', dx: 4, textAnchor: 'start' },
				text: (row: DotRow) => `× ${stateWords[row.state]}`,
				...{ fontSize: type.small, fill: palette.ink2 }
			}
		)
	];
}

function numbers(lines: Line[], unit: Unit): Plot.Markish[] {
	return [
		Plot.text(
			lines.filter((line) => line.row?.value != null),
			{
				...{ frameAnchor: 'right', y: 'middle', dx: 62, textAnchor: 'end', fontSize: type.small },
				text: (line: Line) => shortValue(line.row?.value ?? 0, unit),
				...{ fill: palette.ink, fontWeight: 600 }
			}
		)
	];
}

const shortValue = (number: number, unit: Unit): string =>
	unit.valueKind === 'years' || unit.valueKind === 'points'
		? axisText(number, unit, false, unit.decimals)
		: value(number, unit);

function allValues(data: DotData): number[] {
	const rows = data.groups.flatMap((group) => [...(group.head ? [group.head] : []), ...group.rows]);
	return [
		...rows.flatMap((row) => [row.value, row.lower, row.upper]),
		data.line?.value ?? null
	].filter((number) => number !== null);
}
