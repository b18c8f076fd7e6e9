import { deviceOf } from '$lib/domain/device.ts';
import { dateTime } from '$lib/domain/format.ts';
import type { Person } from '$lib/domain/permission.ts';
import type { Session } from '$lib/server/db/sessions.ts';
import type { Account } from '$lib/server/db/users.ts';

/** What the address says was just done. */
export const DONE: Readonly<Record<string, string>> = {
	welcome: 'You are the administrator. Add a second factor, then invite the others under Users.',
	named: 'Your name is changed.',
	changed: 'Your password is changed. Your other sessions have ended.',
	ended: 'Ended.',
	off: 'Letters are off.',
	on: 'Letters are on.'
};

interface Held {
	readonly account: Account | undefined;
	readonly open: readonly Session[];
	readonly session: string | null;
}

/** One's own account as it is shown. */
export function shape({ name, roles }: Person, { account, open, session }: Held) {
	return {
		name,
		email: account?.email ?? '',
		roles: roles.join(', ') || 'none',
		hasPassword: account?.password !== null,
		hasSecondFactor: account?.hasSecondFactor ?? false,
		sessions: open.map(({ id, begun, lastUsed, address, device }) => ({
			id,
			device: deviceOf(device),
			address: address ?? '',
			begun: dateTime(begun),
			lastUsed: dateTime(lastUsed),
			isThis: id === session
		}))
	};
}
