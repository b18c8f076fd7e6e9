import type { Duty } from './permission.ts';

// Who answers for each indicator, and when nobody does: no owner, or owner and deputies all away.

export interface Held {
	readonly user: string;
	readonly name: string;
	readonly isDisabled: boolean;
	readonly duty: Duty;
	readonly indicator: string | null;
	readonly theme: string | null;
}

export interface Away {
	readonly user: string;
	/** First and last day. */
	readonly starts: string;
	readonly ends: string;
}

export interface Cover {
	readonly names: Readonly<Record<Duty, readonly string[]>>;
	readonly hasOwner: boolean;
	/** The next days on which owners and deputies are all away. */
	readonly uncovered: { readonly from: string; readonly to: string } | undefined;
}

interface Asked {
	readonly indicator: string;
	readonly themes: readonly string[];
}

/** Who answers for one indicator, directly or by its themes, from a day on. */
export function coverOf(
	{ indicator, themes }: Asked,
	held: readonly Held[],
	away: readonly Away[],
	day: string
): Cover {
	const those = held.filter(
		(one) => one.indicator === indicator || (one.theme !== null && themes.includes(one.theme))
	);
	const names = (duty: Duty) => [
		...new Set(those.filter((one) => one.duty === duty).map((one) => one.name))
	];
	const able = those.filter(({ isDisabled }) => !isDisabled);
	const answering = able.filter(({ duty }) => duty === 'owner' || duty === 'deputy');
	return {
		names: {
			owner: names('owner'),
			deputy: names('deputy'),
			contributor: names('contributor'),
			approver: names('approver'),
			'deputy approver': names('deputy approver')
		},
		hasOwner: able.some(({ duty }) => duty === 'owner'),
		uncovered: allAway([...new Set(answering.map(({ user }) => user))], away, day)
	};
}

// A stretch without anybody begins on the day, or when the last of them goes.
function allAway(users: readonly string[], away: readonly Away[], day: string): Cover['uncovered'] {
	if (users.length === 0) return undefined;
	const starts = away.map((one) => (one.starts > day ? one.starts : day)).sort();
	for (const from of starts) {
		const until = users.map((user) => lastDayAway(user, away, from));
		if (until.every((end) => end !== undefined)) return { from, to: until.sort()[0] ?? from };
	}
	return undefined;
}

function lastDayAway(user: string, away: readonly Away[], day: string): string | undefined {
	return away
		.filter((one) => one.user === user && one.starts <= day && one.ends >= day)
		.map(({ ends }) => ends)
		.sort()
		.at(-1);
}
