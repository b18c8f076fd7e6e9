import { deviceOf } from '$lib/domain/device.ts';
import { date, dateTime } from '$lib/domain/format.ts';
import type { Role } from '$lib/domain/permission.ts';
import type * as audit from '$lib/server/db/audit.ts';
import type { Duty } from '$lib/server/db/duties.ts';
import type { Session } from '$lib/server/db/sessions.ts';
import type { ListedUser } from '$lib/server/db/user-list.ts';
import { roleChoices } from '../roles.ts';
import { line } from '../shape.ts';

/** What the address says was just done. */
export const DONE: Readonly<Record<string, string>> = {
	'roles-set': 'The roles are set.',
	disabled: 'The account is disabled and its sessions have ended.',
	enabled: 'The account is enabled again.',
	'factor-reset': 'The second factor is taken away. The next sign-in asks for the password only.',
	'sessions-ended': 'Every session of this person has ended.'
};

interface Held {
	readonly roles: readonly { role: Role; givenFrom: string }[];
	readonly open: readonly Session[];
	readonly held: readonly Duty[];
	readonly history: Awaited<ReturnType<typeof audit.ofPerson>>;
}

/** One account as an administrator sees it. */
export function shape(user: ListedUser, { roles, open, held, history }: Held) {
	const fixed = roles.filter(({ givenFrom }) => givenFrom === 'directory');
	return {
		user: { ...line(user), isDisabled: user.disabledAt !== null },
		hasPassword: user.hasPassword,
		hasSecondFactor: user.hasSecondFactor,
		comesFromDirectory: user.comesFromDirectory,
		choices: roleChoices(
			roles.map(({ role }) => role),
			fixed.map(({ role }) => role)
		),
		duties: held.map((one) => `${one.duty} of ${one.what}, since ${date(one.from)}`),
		sessions: open.map(({ id, device, address, lastUsed }) => ({
			id,
			text: `${deviceOf(device)}, ${address ?? ''}, last used ${dateTime(lastUsed)}`
		})),
		history: history.map((event) => ({
			id: event.id,
			at: dateTime(event.at),
			who: event.actor_name,
			what: event.action,
			change: changeOf(event.before, event.after),
			reason: event.reason ?? ''
		}))
	};
}

const changeOf = (before: unknown, after: unknown): string =>
	[before, after]
		.filter((side) => side !== null)
		.map(wordsOf)
		.join(' → ');

function wordsOf(value: unknown): string {
	if (Array.isArray(value)) return value.map(wordsOf).join(', ') || 'none';
	if (value === null || typeof value !== 'object') return String(value);
	return Object.entries(value)
		.map(([name, inner]) => `${name}: ${wordsOf(inner)}`)
		.join('; ');
}
