import { error, redirect } from '@sveltejs/kit';
import { may, refusal, type Act, type Person, type Subject } from '../../domain/permission.ts';

interface Asking {
	locals: { user: Person | null };
	url: URL;
}

/** The signed-in person, whatever they may do: for their own account. */
export function signedInPerson({ locals, url }: Asking): Person {
	if (locals.user) return locals.user;
	redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
}

/**
 * The signed-in person, who may do the act; else the way to sign in, or a refusal (403) that names
 * the role. It never says whether the thing asked for exists: call it before looking.
 */
export function permit(asking: Asking, act: Act, subject: Subject = {}): Person {
	const user = signedInPerson(asking);
	if (!may(user, act, subject)) error(403, refusal(act));
	return user;
}

interface Drafted {
	readonly code: string;
	readonly themes: readonly string[];
	readonly restricted: boolean;
}

/** Who may see what is not published of an indicator; of a restricted one, who may read its figures. */
export function permitDraft(asking: Asking, { code, themes, restricted }: Drafted): Person {
	const person = permit(asking, 'read drafts');
	return restricted ? permit(asking, 'read restricted', { indicator: code, themes }) : person;
}
