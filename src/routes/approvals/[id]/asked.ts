import { error } from '@sveltejs/kit';
import type { Step } from '$lib/domain/submission.ts';
import { text } from '$lib/server/web/attempt.ts';

// The decision that the form sends.

const DECISIONS = ['assure', 'approve', 'return', 'schedule', 'publish'] as const;
export type Decision = (typeof DECISIONS)[number] & Step;

export interface Decided {
	id: string;
	revision: number;
	step: Decision;
	note: string;
	publishAt?: Date;
}

export function askedIn(form: FormData, id: string): Decided {
	const step = DECISIONS.find((one) => one === text(form, 'step'));
	if (!step) error(400, 'Choose what to do with the return.');
	const at = timeIn(text(form, 'publishAt'));
	return {
		...{ id, step, note: text(form, 'note').slice(0, 2000) },
		revision: Number(text(form, 'revision')) || 0,
		...(at && { publishAt: at })
	};
}

/** A date and time of day in Walsall, as the browser's field sends it. */
function timeIn(given: string): Date | undefined {
	const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(given);
	if (!found) return undefined;
	const asUtc = new Date(`${given}:00Z`);
	if (Number.isNaN(asUtc.getTime())) return undefined;
	// The clock in Walsall is the same as UTC, or an hour ahead.
	const hour = new Intl.DateTimeFormat('en-GB', {
		...{ timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' }
	}).format(asUtc);
	return Number(hour) === asUtc.getUTCHours() ? asUtc : new Date(asUtc.getTime() - 3_600_000);
}
