import * as Plot from '@observablehq/plot';
import { axisText } from './axis-text.ts';
import { spreadLabels } from './labels.ts';
import { palette, type } from './palette.ts';
import { isKnown } from './series.ts';
import { type Frame, halo, type TrendData } from './trend-data.ts';

/** Names at the ends of the lines, moved apart so that none covers another. */
export function labels(frame: Frame, data: TrendData): Plot.Markish[] {
	const wanted = [
		{ name: data.name, points: data.points, fill: palette.walsall, weight: 700 },
		{ name: 'Walsall', points: data.borough, fill: palette.ink, weight: 600 },
		{ name: 'England', points: data.england, fill: palette.ink2, weight: 600 },
		{
			name: frame.isWide ? 'West Midlands region' : 'Region',
			points: data.region,
			fill: palette.ink2
		}
	].flatMap(({ points, ...rest }) => {
		const last = (points ?? []).filter(isKnown).at(-1);
		return last ? [{ weight: 400, ...rest, x: last.x, value: last.value }] : [];
	});
	const similar = data.similar?.at(-1);
	const middle = similar && {
		name: frame.isWide ? 'Similar areas, middle' : 'Similar',
		...{ x: similar.x, value: similar.middle, fill: palette.ink2, weight: 400 }
	};
	const inner = frame.height - 46;
	const spread = spreadLabels(
		middle ? [...wanted, middle] : wanted,
		frame.values.domain,
		inner / 19
	);
	const x = Math.max(...spread.map((label) => label.x));
	return spread.map((label) =>
		Plot.text([label], {
			...{ x, y: 'at', textAnchor: 'start', dx: 11, fontSize: type.label, fill: label.fill },
			text: () => `${label.name} ${axisText(label.value, data.unit, true, data.unit.decimals)}`,
			fontWeight: label.weight,
			...halo
		})
	);
}
