import { dateTime } from '$lib/domain/format.ts';
import { originOf } from '$lib/server/auth/auth.ts';
import { deliver } from '$lib/server/auth/letters.ts';
import type { Log } from '$lib/server/log.ts';
import type { Link } from '$lib/server/workflow/users.ts';

interface Asking {
	readonly locals: { readonly log: Log };
	readonly url: URL;
}

/** Sends a link, or gives it to be shown once to the administrator who made it. */
export async function offer({ locals, url }: Asking, link: Link) {
	const address = `${originOf(url)}/password/${link.token}`;
	const delivered = await deliver({ ...link, url: address }, locals.log);
	return {
		offered: {
			user: link.account.id,
			name: link.account.name,
			email: link.account.email,
			until: dateTime(link.expiresAt),
			url: delivered.kind === 'show' ? delivered.url : undefined
		}
	};
}
