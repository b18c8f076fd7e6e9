import { mailSettings, originOf } from '$lib/server/auth/auth.ts';
import { deliver } from '$lib/server/auth/letters.ts';
import { limit, LIMITS } from '$lib/server/auth/limit.ts';
import { attempt, text } from '$lib/server/web/attempt.ts';
import { forgotten } from '$lib/server/workflow/passwords.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = () => ({ canSend: mailSettings() !== undefined });

export const actions: Actions = {
	default: async (event) => {
		const email = text(await event.request.formData(), 'email');
		const now = new Date();
		return attempt({ email }, async () => {
			await limit(event.locals.db, ['links', event.getClientAddress()], LIMITS.links, now);
			// Not awaited: how long it takes would tell whether there is such an account.
			if (mailSettings()) {
				sendLink(event, email, now).catch((fault) =>
					event.locals.log.error('a link could not be sent', { fault })
				);
			}
			return { asked: true };
		});
	}
};

async function sendLink({ locals, url }: RequestEvent, email: string, now: Date): Promise<void> {
	const made = await forgotten(locals.db, email, now);
	if (!made) return;
	const link = { ...made, url: `${originOf(url)}/password/${made.token}` };
	await deliver(link, locals.log);
}
