import type { Measure } from './measure.ts';

// How well a framework is looked after: facts about its figures, never about the place they describe.

export interface Health {
	of: number;
	withFigures: number;
	upToDate: number;
	commented: number;
	owned: number;
}

/** Has a figure, and none that is overdue or late. */
const isUpToDate = ({ parts, overdue, lateSince }: Measure): boolean =>
	parts.length > 0 && overdue.length === 0 && lateSince === null;

export function health(measures: readonly Measure[]): Health {
	const count = (holds: (measure: Measure) => boolean) => measures.filter(holds).length;
	return {
		of: measures.length,
		withFigures: count(({ parts }) => parts.length > 0),
		upToDate: count(isUpToDate),
		commented: count(({ parts, isCommented }) => parts.length > 0 && isCommented),
		owned: count(({ owner }) => owner !== null)
	};
}

/** "12 of 60 indicators have figures." and so on: counts in words, no percentages. */
export function healthWords({ of, withFigures, upToDate, commented, owned }: Health): string[] {
	if (of === 0) return ['No indicator is linked yet.'];
	const say = (n: number, total: number, one: string, many: string) =>
		`${n} of ${total} ${n === 1 ? one : many}.`;
	return [
		say(withFigures, of, 'indicator has figures', 'indicators have figures'),
		say(upToDate, of, 'is up to date', 'are up to date'),
		...(withFigures > 0
			? [say(commented, withFigures, 'with figures has commentary', 'with figures have commentary')]
			: []),
		say(owned, of, 'has a named owner', 'have a named owner')
	];
}
