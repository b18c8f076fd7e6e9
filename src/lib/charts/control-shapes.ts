import * as Plot from '@observablehq/plot';
import type { ControlOutcome } from '../domain/judgement.ts';
import { directionOf } from '../domain/sentence/control.ts';
import type { ControlData, ControlPoint } from './control-data.ts';
import { palette } from './palette.ts';
import { isKnown, isTentative, type KnownPoint } from './series.ts';

// Points of a control chart that meet a rule.

/** Shape of a point by the rule it meets; the direction of a run turns its triangle. */
export const shapes = {
	limit: 'diamond',
	run: 'triangle',
	near: 'star',
	side: 'square'
} as const;

export type Shape = keyof typeof shapes;

/** The shape that the rule of a point asks for; undefined where no rule is met. */
export function shapeOf(outcome: ControlOutcome | null): Shape | undefined {
	if (outcome === null || directionOf(outcome) === 0) return undefined;
	if (outcome.endsWith('the limit')) return 'limit';
	if (outcome.startsWith('near')) return 'near';
	return outcome.startsWith('run') ? 'side' : 'run';
}

export const isRuled = (outcome: ControlOutcome | null): boolean => shapeOf(outcome) !== undefined;

/** Larger and in ink: told apart by shape, so that a black and white print loses nothing. */
export function ruled({ points }: ControlData): Plot.Markish[] {
	const marked = points.filter((point): point is ControlPoint & KnownPoint => isKnown(point));
	return (Object.keys(shapes) as Shape[]).flatMap((shape) =>
		([1, -1] as const).map((direction) =>
			Plot.dot(
				marked.filter(
					({ outcome }) =>
						outcome !== null && shapeOf(outcome) === shape && directionOf(outcome) === direction
				),
				{
					...{ x: 'x', y: 'value', r: 7, symbol: shapes[shape] },
					rotate: shape === 'run' && direction === -1 ? 180 : 0,
					fill: (point: ControlPoint) => (isTentative(point) ? palette.paper : palette.ink),
					...{ stroke: palette.ink, strokeWidth: 2 }
				}
			)
		)
	);
}
