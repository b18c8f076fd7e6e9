import type { Role } from './permission.ts';

// What an administrator looks for among accounts.

export interface AccountFacts {
	readonly disabledAt: Date | null;
	readonly lastSignIn: Date | null;
	readonly createdAt: Date;
	readonly hasSecondFactor: boolean;
	readonly comesFromDirectory: boolean;
	readonly roles: readonly Role[];
}

export const STANDINGS = {
	all: 'Everybody',
	inactive: 'Not here for 90 days',
	never: 'Never signed in',
	'no-second-factor': 'No second factor',
	disabled: 'Disabled'
} as const;
export type Standing = keyof typeof STANDINGS;

const INACTIVE_MS = 90 * 24 * 3_600_000;

export const isStanding = (text: string | null): text is Standing =>
	text !== null && Object.hasOwn(STANDINGS, text);

/** Does an account stand so? Disabled accounts are listed among the disabled and everybody only. */
export function stands(facts: AccountFacts, standing: Standing, now: Date): boolean {
	if (standing === 'all') return true;
	if (standing === 'disabled') return facts.disabledAt !== null;
	if (facts.disabledAt !== null) return false;
	switch (standing) {
		case 'never':
			return facts.lastSignIn === null;
		case 'inactive':
			return now.getTime() - (facts.lastSignIn ?? facts.createdAt).getTime() > INACTIVE_MS;
		case 'no-second-factor':
			// The directory asks for its own.
			return !facts.hasSecondFactor && !facts.comesFromDirectory;
	}
}
