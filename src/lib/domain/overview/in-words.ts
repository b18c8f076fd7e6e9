import type { Movement } from '../judgement.ts';
import { compare, type Period } from '../period.ts';

// The direction of a complete count in words. It has no sampling margin, so nothing is said to be
// clear or by chance: "Up on 2023/24, down on 2019/20".

export function inWords(
	movements: readonly Movement[],
	periods: ReadonlyMap<string, Period>
): string | undefined {
	const told = movements
		.flatMap((movement) => {
			const from = periods.get(movement.againstPeriod);
			return from && movement.difference !== null
				? [{ from, difference: movement.difference }]
				: [];
		})
		.sort((a, b) => compare(b.from, a.from))
		.map(({ from, difference }) => `${direction(difference)} ${from.label}`);
	if (told.length === 0) return undefined;
	const [first, ...rest] = told;
	return [first, ...rest.map((part) => part.toLowerCase())].join(', ');
}

function direction(difference: number): string {
	if (difference === 0) return 'Same as in';
	return difference > 0 ? 'Up on' : 'Down on';
}
