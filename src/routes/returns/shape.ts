import type { Collection } from '$lib/server/db/collections.ts';
import type { Submission } from '$lib/server/db/submissions.ts';
import { daysOn } from '$lib/domain/day.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import { may, type Person } from '$lib/domain/permission.ts';
import { isHandedIn } from '$lib/domain/submission.ts';
import { mayTake } from '$lib/server/workflow/submission-steps.ts';
import { decisionsOn } from '../approvals/shape.ts';

// A person's work: what is due of the indicators that they answer for, what came back, what waits for
// their decision.

interface Given {
	calendar: readonly Collection[];
	open: readonly Submission[];
	catalogue: readonly Indicator[];
	/** Today in Walsall. */
	day: string;
}

export interface Task {
	code: string;
	title: string;
	period: string;
	label: string;
	dueOn: string;
	/** What has been handed in waits for others: it is neither due nor overdue. */
	state: 'overdue' | 'due' | 'later' | 'handed in';
	/** Where the return stands. */
	stands: string;
}

/** Days ahead from which a return counts as due. */
const SOON = 30;

export function tasksOf({ calendar, open, catalogue, day }: Given, person: Person): Task[] {
	const byCode = new Map(catalogue.map((indicator) => [indicator.code, indicator]));
	return calendar
		.filter(({ hasCome }) => !hasCome)
		.flatMap((entry): Task[] => {
			const indicator = byCode.get(entry.indicator);
			if (!indicator) return [];
			const { code, themes, title } = indicator;
			if (!may(person, 'enter value', { indicator: code, themes })) return [];
			const there = open.find((one) => one.indicator === code && one.period === entry.period);
			const { period, label, dueOn } = entry;
			const state = there && isHandedIn(there.state) ? 'handed in' : urgency(dueOn, day);
			return [{ code, title, period, label, dueOn, state, stands: there?.state ?? 'not started' }];
		});
}

const urgency = (dueOn: string, day: string) =>
	dueOn < day ? 'overdue' : dueOn <= daysOn(day, SOON) ? 'due' : 'later';

export function shape(given: Given, person: Person) {
	const tasks = tasksOf(given, person);
	const byCode = new Map(given.catalogue.map((indicator) => [indicator.code, indicator]));
	const about = given.open.flatMap((submission) => {
		const indicator = byCode.get(submission.indicator);
		return indicator ? [{ submission, indicator }] : [];
	});
	const returned = about.filter(
		({ submission, indicator }) =>
			submission.state === 'returned' &&
			may(person, 'enter value', { indicator: indicator.code, themes: indicator.themes })
	);
	const waiting = about.filter(({ submission, indicator }) =>
		decisionsOn(submission).some((step) =>
			mayTake(person, step, { submission, made: { indicator } })
		)
	);
	const labels = new Map(given.calendar.map(({ period, label }) => [period, label]));
	const line = ({ submission, indicator }: (typeof about)[number]) => ({
		...{ id: submission.id, code: indicator.code, title: indicator.title },
		...{ period: submission.period, state: submission.state, note: submission.returnedNote },
		label: labels.get(submission.period) ?? submission.period
	});
	const corrections = about.filter(
		({ submission }) => submission.kind === 'correction' && submission.state === 'draft'
	);
	return {
		overdue: tasks.filter(({ state }) => state === 'overdue'),
		due: tasks.filter(({ state }) => state === 'due'),
		later: tasks.filter(({ state }) => state === 'later'),
		handedIn: tasks.filter(({ state }) => state === 'handed in'),
		returned: returned.map(line),
		corrections: corrections
			.filter(({ indicator: { code, themes } }) =>
				may(person, 'correct value', { indicator: code, themes })
			)
			.map(line),
		waiting: waiting.map(line)
	};
}
