import { dateTime } from '$lib/domain/format.ts';
import type { Indicator } from '$lib/domain/indicator.ts';
import type { Period } from '$lib/domain/period.ts';
import type { Person } from '$lib/domain/permission.ts';
import { type Step, stepsFrom, type SubmissionState } from '$lib/domain/submission.ts';
import type { Submission } from '$lib/server/db/submissions.ts';
import { mayTake } from '$lib/server/workflow/submission-steps.ts';

// Returns that wait for somebody, those that the reader can move first.

interface Given {
	waiting: readonly Submission[];
	catalogue: readonly Indicator[];
	times: ReadonlyMap<string, Period>;
}

export interface Waiting {
	id: string;
	revision: number;
	code: string;
	title: string;
	period: string;
	stands: string;
	writers: string;
	kind: string;
	isReady: boolean;
}

export function shape({ waiting, catalogue, times }: Given, person: Person) {
	const byCode = new Map(catalogue.map((indicator) => [indicator.code, indicator]));
	const rows = waiting.flatMap((submission) => {
		const indicator = byCode.get(submission.indicator);
		if (!indicator) return [];
		const row: Waiting = {
			...{ id: submission.id, revision: submission.revision, code: indicator.code },
			title: indicator.title,
			period: times.get(submission.period)?.label ?? submission.period,
			stands: standsWords(submission),
			writers: submission.authors.map(({ name }) => name).join(', '),
			kind: submission.kind === 'correction' ? 'Correction' : 'Return',
			isReady: submission.state === 'approved'
		};
		const isMine = decisionsOn(submission).some((step) =>
			mayTake(person, step, { submission, made: { indicator } })
		);
		return [{ row, isMine }];
	});
	return {
		mine: rows.filter(({ isMine }) => isMine).map(({ row }) => row),
		others: rows.filter(({ isMine }) => !isMine).map(({ row }) => row)
	};
}

const decides = new Set<string>(['assure', 'approve', 'publish', 'schedule']);

/** What somebody has to decide; a return under embargo waits for its time and for nobody. */
export const decisionsOn = ({ state }: Pick<Submission, 'state'>): Step[] =>
	state === 'scheduled' ? [] : stepsFrom(state).filter((step) => decides.has(step));

function standsWords({ state, publishAt }: Submission): string {
	if (state === 'scheduled' && publishAt) return `Waits until ${dateTime(publishAt)}`;
	return words[state] ?? state;
}

const words: Partial<Record<SubmissionState, string>> = {
	submitted: 'Waits for a second officer',
	'quality-assured': 'Waits for approval',
	approved: 'Approved, not published yet'
};
