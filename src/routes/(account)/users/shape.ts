import { STANDINGS, stands, type Standing } from '$lib/domain/account.ts';
import { date } from '$lib/domain/format.ts';
import type { ListedUser } from '$lib/server/db/user-list.ts';

export interface UserLine {
	id: string;
	name: string;
	email: string;
	roles: string;
	lastSignIn: string;
	secondFactor: string;
	state: string | undefined;
}

/** One account as it is listed. */
export function line(user: ListedUser): UserLine {
	return {
		id: user.id,
		name: user.name,
		email: user.email,
		roles: user.roles.join(', ') || 'none',
		lastSignIn: user.lastSignIn ? date(user.lastSignIn) : 'never',
		secondFactor: user.hasSecondFactor ? 'yes' : user.comesFromDirectory ? 'directory' : 'no',
		state: stateOf(user)
	};
}

/** What keeps somebody from coming in, if anything. */
export function stateOf(user: ListedUser): string | undefined {
	if (user.disabledAt) return `Disabled on ${date(user.disabledAt)}`;
	if (!user.hasPassword && !user.comesFromDirectory) return 'Invited: no password yet';
	return undefined;
}

/** The lists to choose from, with how many each holds. */
export function filters(all: readonly ListedUser[], shown: Standing, now: Date) {
	return (Object.keys(STANDINGS) as Standing[]).map((standing) => ({
		href: standing === 'all' ? '/users' : `/users?show=${standing}`,
		label: STANDINGS[standing],
		count: all.filter((user) => stands(user, standing, now)).length,
		isShown: standing === shown
	}));
}
