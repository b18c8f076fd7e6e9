import { Refused } from '../workflow/refused.ts';

/** A new password of a form, typed twice the same. Never trimmed: a space may belong to it. */
export function newPassword(form: FormData): string {
	const [first, again] = ['password', 'again'].map((name) => String(form.get(name) ?? ''));
	if (first !== again) throw new Refused('The two passwords differ. Type both again.', 'again');
	return first ?? '';
}
