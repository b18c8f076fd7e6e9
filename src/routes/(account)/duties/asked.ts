import { isDay } from '$lib/domain/day.ts';
import { text } from '$lib/server/web/attempt.ts';
import { Refused } from '$lib/server/workflow/refused.ts';
import { DUTIES } from './duty-names.ts';

// What the forms of the page ask for.

/** The duty to assign; the day is today where none is given. */
export const dutyIn = (form: FormData, today: string) => () => {
	const duty = DUTIES.find((name) => name === text(form, 'duty'));
	const [kind, code = ''] = text(form, 'of').split(':');
	const user = text(form, 'user');
	if (!duty || !user || !code) throw new Refused('Choose a person, a duty and what it is for.');
	const of = kind === 'theme' ? { theme: code } : { indicator: code };
	return { user, duty, of, from: dayIn(form, 'from') ?? today };
};

export function endIn(form: FormData) {
	return { user: text(form, 'user'), duty: text(form, 'duty'), reason: text(form, 'reason') };
}

export function handOverIn(form: FormData) {
	return { from: text(form, 'giver'), to: text(form, 'to'), note: text(form, 'note') };
}

export function absenceIn(form: FormData) {
	const [starts, ends] = [dayIn(form, 'starts'), dayIn(form, 'ends')];
	if (!starts || !ends) throw new Refused('Enter the first and the last day.', 'starts');
	return { user: text(form, 'user'), starts, ends };
}

function dayIn(form: FormData, name: string): string | undefined {
	const day = text(form, name);
	if (day === '') return undefined;
	if (!isDay(day) || day < '2000') {
		throw new Refused('Enter a day that there is, such as 2026-12-01.', name);
	}
	return day;
}
